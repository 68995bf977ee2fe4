import TerminalHarness
import Testing

/// What a small screen shows after some bytes. Rows are parted by `/`, empty rows at the end cut.
func shown(_ text: String, columns: Int = 8, rows: Int = 4) -> String {
  drawn(text, columns: columns, rows: rows).shown
}

/// A small screen after some bytes.
func drawn(_ text: String, columns: Int = 8, rows: Int = 4) -> TerminalEmulator {
  var screen = TerminalEmulator(columns: columns, rows: rows)
  screen.receive(text)
  return screen
}

extension TerminalEmulator {
  var shown: String {
    var lines = lines
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "/")
  }

  /// Row and column as the sequences count them, from one.
  var cursorPlace: [Int] { [cursorRow + 1, cursorColumn + 1] }
}

/// One row of a table: bytes, and what a screen of 8 columns and 4 rows shows then.
struct Drawing: Sendable, CustomTestStringConvertible {
  let name: String
  let bytes: String
  let shown: String

  init(_ name: String, _ bytes: String, _ shown: String) {
    (self.name, self.bytes, self.shown) = (name, bytes, shown)
  }

  var testDescription: String { name }

  /// Four full rows, the cursor in the second row's third column.
  static let full = "11111111\r\n22222222\r\n33333333\r\n44444444\u{1B}[2;3H"
}
