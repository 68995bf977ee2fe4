/// What became of a file that was to be new.
enum FileCreation: Equatable {
  case written
  /// Something of that name is there, and was left as it is.
  case exists
  /// Why it could not be written, in one sentence; nothing of it was left.
  case failed(String)
}
