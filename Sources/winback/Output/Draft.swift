import Glibc

/// A text in a file beside the one that it is to become: whoever reads that one sees the old text or
/// the new, never half of one. A draft that does not get there is removed.
struct Draft: ~Copyable {
  private let path: String
  /// Whether its name is no longer its own: another draft may have it by now.
  private var isGone = false

  /// Writes a text beside a path. A private one is for nobody but the user.
  init(_ text: String, beside target: String, isPrivate: Bool) throws(SystemFailure) {
    let (path, descriptor) = try Draft.open(beside: target, mode: isPrivate ? 0o600 : 0o666)
    do throws(SystemFailure) {
      defer { close(descriptor) }
      try OutputFile.write(text, to: descriptor)
      guard fsync(descriptor) == 0 else { throw .last }
    } catch {
      unsafe unlink(path)
      throw error
    }
    self.path = path
  }

  /// A file that was not there. One that a killed run left behind is not in the way.
  private static func open(
    beside target: String, mode: mode_t
  ) throws(SystemFailure) -> (path: String, descriptor: Int32) {
    for number in 1...99 {
      let path = "\(target).winback-\(getpid())-\(number)"
      let descriptor = unsafe Glibc.open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
      if descriptor >= 0 { return (path, descriptor) }
      guard errno == EEXIST else { throw .last }
    }
    throw .last
  }

  /// Puts it in the place of whatever file is there.
  consuming func replace(_ target: String) throws(SystemFailure) {
    guard unsafe rename(path, target) == 0 else { throw .last }
    isGone = true
  }

  /// Puts it where nothing is; fails with EEXIST where something has come up meanwhile.
  consuming func create(_ target: String) throws(SystemFailure) {
    if unsafe link(path, target) == 0 { return }
    guard [EPERM, EOPNOTSUPP, ENOSYS, EMLINK].contains(errno) else { throw .last }
    // A disk whose files have one name only: the name is taken first, and then the file.
    let placeholder = unsafe Glibc.open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard placeholder >= 0 else { throw .last }
    close(placeholder)
    guard unsafe rename(path, target) == 0 else {
      let failure = SystemFailure.last
      unsafe unlink(target)
      throw failure
    }
    isGone = true
  }

  deinit { if !isGone { unsafe unlink(path) } }
}
