import Glibc
import Glyphs
import Tables

/// Where a command's output goes.
enum OutputFile {
  /// Writes to standard output.
  static func print(_ text: String) throws(Failure) {
    do throws(SystemFailure) {
      try write(text, to: STDOUT_FILENO)
    } catch {
      throw Failure("standard output: \(error.sentence)")
    }
  }

  /// Writes a file, whole or not at all, in the place of one that may be there.
  static func write(
    _ text: String, to path: String, isPrivate: Bool = false
  ) throws(Failure) {
    if let refusal = refusal(toReplace: path) { throw Failure(refusal) }
    do throws(SystemFailure) {
      try replace(path, with: text, isPrivate: isPrivate)
    } catch {
      throw Failure("\(SafeText(path)): \(error.sentence)")
    }
  }

  /// Why a file is not to be replaced by what is made from it, in a sentence; nil where it may be.
  static func refusal(toReplace path: String) -> String? {
    guard unsafe access(path, F_OK) == 0, isCohortInput(resolved(path)) else { return nil }
    return "\(SafeText(path)): is a file that winback reads; write to another"
  }

  /// Puts a text in the place of a file. A pipe or a device is written to as it is, and a link is
  /// followed.
  static func replace(
    _ path: String, with text: String, isPrivate: Bool
  ) throws(SystemFailure) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG { return try writeInPlace(text, to: path) }
    let target = exists ? resolved(path) : path
    try Draft(text, beside: target, isPrivate: isPrivate).replace(target)
  }

  private static func writeInPlace(_ text: String, to path: String) throws(SystemFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try write(text, to: descriptor)
  }

  /// The file that a link leads to.
  private static func resolved(_ path: String) -> String {
    guard let name = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(name) }
    return unsafe String(cString: name)
  }

  /// Writes all of a text to a descriptor.
  static func write(_ text: String, to descriptor: Int32) throws(SystemFailure) {
    let bytes = Array(text.utf8)
    let failure: SystemFailure? = unsafe bytes.withUnsafeBytes { buffer in
      var position = 0
      while position < buffer.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[position...])
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return .last }
        position += count
      }
      return nil
    }
    if let failure { throw failure }
  }
}
