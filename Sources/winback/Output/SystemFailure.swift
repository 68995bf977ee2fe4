import Glibc
import Tables

/// What the system could not do, by its own number.
struct SystemFailure: Error, Equatable {
  let number: Int32

  /// The failure of the call that has just been made.
  static var last: SystemFailure { SystemFailure(number: errno) }

  /// What is wrong with the file that was to be written, to stand after its name.
  var sentence: String {
    switch number {
    case ENOENT: "its folder does not exist"
    case ENOTDIR: "its folder is a file"
    case EACCES, EPERM, EROFS: "may not be written; check its permissions"
    case ENOSPC, EDQUOT: "the disk is full"
    case EISDIR: "is a folder"
    case ENAMETOOLONG: "its name is too long"
    default: "cannot be written: \(systemWords(number))"
    }
  }
}
