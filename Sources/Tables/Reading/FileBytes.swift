import Glibc

/// A regular file read front to back, piece by piece.
///
/// Reading, not mapping: a file that another program cuts short while we read it ends early instead
/// of ending us.
struct FileBytes: ~Copyable {
  private let descriptor: Int32

  init(path: String) throws(FileProblem) {
    descriptor = try FileBytes.open(path)
  }

  /// Opens a regular file. Apart from the initializer: one that throws once the descriptor is stored
  /// runs `deinit` too, and a descriptor closed twice may by then be somebody else's.
  private static func open(_ path: String) throws(FileProblem) -> Int32 {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let descriptor = unsafe Glibc.open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem(errorNumber: errno) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notAFile
    }
    return descriptor
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

  /// Fills a buffer as far as the file goes; gives how many bytes came.
  func fill(_ buffer: inout [UInt8]) throws(FileProblem) -> Int {
    var count = 0
    while count < buffer.count {
      let read = try read(into: &buffer, from: count)
      if read == 0 { break }
      count += read
    }
    return count
  }

  /// A small file as a whole.
  static func whole(_ path: String, limit: Int) throws(FileProblem) -> [UInt8] {
    let file = try FileBytes(path: path)
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = try file.fill(&bytes)
    guard count < limit else { throw .tooLarge(limit: limit) }
    bytes.removeLast(limit - count)
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
