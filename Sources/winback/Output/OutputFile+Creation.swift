import Glibc
import Glyphs

extension OutputFile {
  /// Writes a new file, whole or not at all; one that is there is left as it is unless it may be
  /// replaced. A private one is for nobody but the user, others are as the user's umask has it.
  static func create(
    _ text: String, at path: String, replacing: Bool, isPrivate: Bool = false
  ) -> FileCreation {
    if let refusal = refusal(toReplace: path) { return .failed(refusal) }
    do throws(SystemFailure) {
      if replacing {
        try replace(path, with: text, isPrivate: isPrivate)
        return .written
      }
      // Before a long text is written for nothing.
      if try isTaken(path) { return .exists }
      try Draft(text, beside: path, isPrivate: isPrivate).create(path)
      return .written
    } catch {
      return error.number == EEXIST ? .exists : .failed("\(SafeText(path)): \(error.sentence)")
    }
  }

  /// Whether something of that name is there, a link to nowhere too. A folder is no file that could be
  /// replaced.
  private static func isTaken(_ path: String) throws(SystemFailure) -> Bool {
    var status = stat()
    guard unsafe lstat(path, &status) == 0 else { return false }
    if status.st_mode & S_IFMT == S_IFDIR { throw SystemFailure(number: EISDIR) }
    return true
  }
}
