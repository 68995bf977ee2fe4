import Glibc

/// A regular file read front to back, piece by piece.
///
/// Reading, not mapping: a file that another program cuts short while we read it ends early instead
/// of ending us. Whoever is at the end asks whether it is still the file that was opened.
struct FileBytes: ~Copyable {
  private let descriptor: Int32
  /// What the file was when it was opened.
  let stamp: FileStamp

  init(path: String) throws(FileProblem) {
    (descriptor, stamp) = try FileBytes.open(path)
  }

  /// Opens a regular file. Apart from the initializer: one that throws once the descriptor is stored
  /// runs `deinit` too, and a descriptor closed twice may by then be somebody else's.
  private static func open(
    _ path: String
  ) throws(FileProblem) -> (descriptor: Int32, stamp: FileStamp) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile
    }
    do throws(FileProblem) {
      return (descriptor, try settledStamp(descriptor))
    } catch {
      close(descriptor)
      throw error
    }
  }

  /// What an open file is, once nobody writes to it; a moment is waited for somebody who is done.
  private static func settledStamp(_ descriptor: Int32) throws(FileProblem) -> FileStamp {
    for attempt in 0...50 {
      if attempt > 0 { usleep(10_000) }
      var status = stat()
      guard unsafe fstat(descriptor, &status) == 0 else { throw FileProblem(errorNumber: errno) }
      if !isBeingWritten(descriptor) { return FileStamp(status) }
    }
    throw .beingWritten
  }

  /// Whether a program has the file open to write to it: a copy that is under way may stand still for as
  /// long as we read, and end in the middle of a number. Linux tells the file's owner, by refusing a lease
  /// for reading; where it tells nothing the answer is no.
  private static func isBeingWritten(_ descriptor: Int32) -> Bool {
    // <fcntl.h> keeps these two for GNU programs.
    let (F_SETLEASE, F_SETSIG): (Int32, Int32) = (1024, 10)
    // A writer that comes in the very moment of the lease is announced by a signal, one that does nothing.
    _ = fcntl(descriptor, F_SETSIG, SIGURG)
    if fcntl(descriptor, F_SETLEASE, Int32(F_RDLCK)) != 0 { return errno == EAGAIN }
    _ = fcntl(descriptor, F_SETLEASE, Int32(F_UNLCK))
    return false
  }

  /// Fails where somebody has written to the file since it was opened: a row may have been cut in two,
  /// and read as another number.
  func expectUnchanged() throws(FileProblem) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else { throw FileProblem(errorNumber: errno) }
    if FileStamp(status) != stamp { throw .changed }
  }

  deinit { close(descriptor) }

  /// Fills `buffer` from `start` on; gives how many bytes came, 0 at the end of the file.
  func read(into buffer: inout [UInt8], from start: Int) throws(FileProblem) -> Int {
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes { bytes in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
        return unsafe Glibc.read(descriptor, rest.baseAddress, rest.count)
      }
      if count >= 0 { return count }
      if errno != EINTR { throw FileProblem(errorNumber: errno) }
    }
  }

  /// Fills a buffer from its first bytes on as far as the file goes; gives how many bytes it has then.
  func fill(_ buffer: inout [UInt8], from first: Int = 0) throws(FileProblem) -> Int {
    var count = first
    while count < buffer.count {
      let read = try read(into: &buffer, from: count)
      if read == 0 { break }
      count += read
    }
    return count
  }

  /// About how many lines that are not empty a file has, by its first 64 KiB; 0 of one that cannot be read.
  static func roughLineCount(_ path: String) -> Int {
    var first = [UInt8](repeating: 0, count: 1 << 16)
    guard let file = try? FileBytes(path: path), let count = try? file.fill(&first) else {
      return 0
    }
    let feed = UInt8(ascii: "\n")
    let lines = (0..<count).count { first[$0] == feed && ($0 == 0 || first[$0 - 1] != feed) }
    return count == 0 ? 0 : Int(Double(lines) / Double(count) * Double(file.stamp.size))
  }

  /// A small file as a whole.
  static func whole(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try FileBytes(path: path)
    guard file.stamp.size < limit else { throw .tooLarge(limit: limit) }
    // The byte more tells that there are no others.
    var bytes = [UInt8](repeating: 0, count: file.stamp.size + 1)
    var count = try file.fill(&bytes)
    if count == bytes.count {
      // Some systems make a file up while it is read, and do not know how large it will be.
      bytes += [UInt8](repeating: 0, count: limit - count)
      count = try file.fill(&bytes, from: count)
    }
    try file.expectUnchanged()
    guard count < limit else { throw .tooLarge(limit: limit) }
    bytes.removeLast(bytes.count - count)
    return bytes
  }
}

/// Why the system would not give a file.
package enum FileProblem: Error, Equatable, Sendable {
  case missing
  case forbidden
  /// A folder, a pipe or a device.
  case notAFile
  case tooLarge(limit: Int)
  /// Somebody wrote to it, or put another in its place, while it was read.
  case changed
  /// Somebody has it open to write to it.
  case beingWritten
  /// Another error of the system, by its number.
  case system(Int32)

  init(errorNumber: Int32) {
    self =
      switch errorNumber {
      case ENOENT, ENOTDIR: .missing
      case EACCES, EPERM: .forbidden
      case EISDIR: .notAFile
      default: .system(errorNumber)
      }
  }
}

/// A small text file as a whole, for configuration; at most a mebibyte.
package func textFile(_ path: String) throws(FileProblem) -> [UInt8] {
  try FileBytes.whole(path, limit: 1 << 20)
}
