/// What a test may ask of a screen.
extension TerminalEmulator {
  package var columns: Int { grid.columns }
  package var rows: Int { grid.rows }

  /// Each row without the spaces at its end.
  package var lines: [String] { (0..<rows).map { grid.text(row: $0) } }

  /// The rows, one a line.
  package var text: String { lines.joined(separator: "\n") }

  package func cell(_ row: Int, _ column: Int) -> Cell { grid[row, column] }

  package var cursorRow: Int { cursor.row }
  package var cursorColumn: Int { cursor.column }

  package var isAlternateScreen: Bool { modes.contains(.alternateScreen) }
  package var isCursorVisible: Bool { modes.contains(.visibleCursor) }

  /// The first place where a text stands in a row.
  package func place(of text: String) -> (row: Int, column: Int)? {
    for row in 0..<rows {
      for column in 0..<columns where starts(text, row, column) { return (row, column) }
    }
    return nil
  }

  /// The style a text is drawn in, of its first character.
  package func style(of text: String) -> Style? {
    place(of: text).map { cell($0.row, $0.column).style }
  }

  private func starts(_ text: String, _ row: Int, _ column: Int) -> Bool {
    guard !text.isEmpty, !cell(row, column).text.isEmpty else { return false }
    var found = ""
    for next in column..<columns where found.count < text.count {
      found += cell(row, next).text
    }
    return found == text
  }
}
