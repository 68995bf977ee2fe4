import CPseudoTerminal
import Glibc

/// The master side of a pseudo-terminal. Only the program holds the slave side open: once it has
/// ended, the bytes it wrote last can be read, and then the device is hung up. A test that held it
/// too would lose them, because the kernel drops what is on the way when the session's leader
/// leaves a terminal behind that others still use.
final class TerminalDevice {
  /// What one read gave.
  enum Reading {
    case bytes([UInt8])
    case nothingYet
    case hungUp
  }

  private var master: Int32
  /// The slave side, for a program to open.
  private(set) var path = ""

  init(columns: Int, rows: Int) throws {
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard master >= 0 else { throw HarnessFailure.system(call: "posix_openpt", number: errno) }
    path = try unlock()
    resize(columns: columns, rows: rows)
    guard fcntl(master, F_SETFL, O_NONBLOCK) == 0 else {
      throw HarnessFailure.system(call: "fcntl", number: errno)
    }
  }

  deinit { close() }

  private func unlock() throws -> String {
    guard grantpt(master) == 0, unlockpt(master) == 0 else {
      throw HarnessFailure.system(call: "unlockpt", number: errno)
    }
    var name = [CChar](repeating: 0, count: 128)
    let count = name.count
    try check("ptsname_r", unsafe ptsname_r(master, &name, count))
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Hangs up: the kernel tells the programs on the other side with SIGHUP.
  func close() {
    if master >= 0 { _ = Glibc.close(master) }
    master = -1
  }

  /// The kernel tells the programs in the foreground with SIGWINCH.
  func resize(columns: Int, rows: Int) {
    _ = set_window_size(master, UInt16(columns), UInt16(rows))
  }

  func read() -> Reading {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(master, &bytes, bytes.count)
    if count > 0 { return .bytes(Array(bytes.prefix(count))) }
    return count < 0 && (errno == EAGAIN || errno == EINTR) ? .nothingYet : .hungUp
  }

  /// Writes what the terminal takes now, and says how many bytes that was.
  func write(_ bytes: ArraySlice<UInt8>) throws -> Int {
    let bytes = Array(bytes)
    let count = unsafe Glibc.write(master, bytes, bytes.count)
    if count >= 0 { return count }
    guard errno == EAGAIN || errno == EINTR else {
      throw HarnessFailure.system(call: "write", number: errno)
    }
    return 0
  }

  /// Returns when there is something to read, or space to write, or the time is over.
  func poll(milliseconds: Int, forWriting: Bool = false) {
    let events = Int16(forWriting ? POLLIN | POLLOUT : POLLIN)
    var entry = pollfd(fd: master, events: events, revents: 0)
    _ = unsafe Glibc.poll(&entry, 1, Int32(milliseconds))
  }

  /// Waits without listening.
  func pause(milliseconds: Int) { _ = Glibc.poll(nil, 0, Int32(milliseconds)) }

  func attributes() throws -> TerminalAttributes {
    var found = termios()
    guard unsafe tcgetattr(master, &found) == 0 else {
      throw HarnessFailure.system(call: "tcgetattr", number: errno)
    }
    return TerminalAttributes(found)
  }
}
