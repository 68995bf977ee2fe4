import Glibc
import Glyphs
import Tables

/// Where a command's output goes.
enum OutputFile {
  /// Writes to standard output.
  static func print(_ text: String) throws(Failure) {
    guard write(Array(text.utf8), to: STDOUT_FILENO) else {
      throw Failure("standard output: \(reason)")
    }
  }

  /// Writes a file beside the one named and puts it in its place when it is whole: whoever reads the
  /// file sees the old text or the new, never half of one. A pipe or a device is written to as it is,
  /// and a link is followed.
  static func write(_ text: String, to path: String) throws(Failure) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      try writeInPlace(text, to: path)
    } else {
      try writeBeside(text, to: exists ? resolved(path) : path)
    }
  }

  private static func writeInPlace(_ text: String, to path: String) throws(Failure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure("\(SafeText(path)): \(reason)") }
    defer { close(descriptor) }
    guard write(Array(text.utf8), to: descriptor) else {
      throw Failure("\(SafeText(path)): \(reason)")
    }
  }

  /// The file that a link leads to.
  private static func resolved(_ path: String) -> String {
    guard let name = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(name) }
    return unsafe String(cString: name)
  }

  private static func writeBeside(_ text: String, to path: String) throws(Failure) {
    let draft = path + ".winback-\(getpid())"
    let descriptor = unsafe open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Failure("\(SafeText(path)): \(reason)") }
    let isWritten = write(Array(text.utf8), to: descriptor) && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten, unsafe rename(draft, path) == 0 else {
      let reason = reason
      unsafe unlink(draft)
      throw Failure("\(SafeText(path)): \(reason)")
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    unsafe bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[position...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        position += count
      }
      return true
    }
  }

  /// What the system says went wrong last.
  private static var reason: String {
    switch errno {
    case ENOENT: "its folder does not exist"
    case EACCES, EPERM, EROFS: "may not be written; check its permissions"
    case ENOSPC, EDQUOT: "the disk is full"
    case EISDIR: "is a folder"
    default: "cannot be written (system error \(errno))"
    }
  }
}
