import Glibc

/// How the terminal treats what passes through it (`stty -a`), to be compared before and after a
/// program.
package struct TerminalAttributes: Equatable, Sendable {
  package let input: UInt32
  package let output: UInt32
  package let control: UInt32
  package let local: UInt32
  /// The keys for interrupt, end of file and so on.
  package let keys: [UInt8]

  init(_ found: termios) {
    input = found.c_iflag
    output = found.c_oflag
    control = found.c_cflag
    local = found.c_lflag
    keys = unsafe withUnsafeBytes(of: found.c_cc) { unsafe Array($0) }
  }

  /// Whether typed characters come back on the screen.
  package var hasEcho: Bool { local & UInt32(ECHO) != 0 }

  /// Whether the program gets whole lines, as a shell command does, not single keys.
  package var isLineByLine: Bool { local & UInt32(ICANON) != 0 }
}
