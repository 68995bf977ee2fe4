package import Glyphs

/// A cell of a frame.
package struct Cell: Equatable, Sendable {
  /// What stands in it; the second cell of a wide glyph is blank.
  package var glyph = Glyph.blank
  package var style = Style.plain
  /// Whether it is the second cell of the wide glyph before it.
  package var isTail = false

  /// An empty cell.
  package static let blank = Cell()
}

/// Everything that a screen shows at one moment: a grid of cells, and where the cursor stands.
package struct Frame: Equatable, Sendable {
  package let size: Size
  /// Where the terminal's own cursor stands, so that magnifiers and readers of screens follow it.
  package var cursor: (row: Int, column: Int) = (0, 0)
  private var cells: [Cell]

  /// An empty frame.
  package init(_ size: Size) {
    self.size = size
    cells = [Cell](repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a place inside the frame.
  package subscript(row: Int, column: Int) -> Cell {
    precondition(contains(row, column), "a place inside the frame")
    return cells[row * size.columns + column]
  }

  package static func == (left: Frame, right: Frame) -> Bool {
    left.size == right.size && left.cursor == right.cursor && left.cells == right.cells
  }

  /// Whether a row is the same in another frame of this size.
  func hasSameRow(_ row: Int, as other: Frame) -> Bool {
    let range = row * size.columns..<(row + 1) * size.columns
    return cells[range] == other.cells[range]
  }

  private func contains(_ row: Int, _ column: Int) -> Bool {
    (0..<size.rows).contains(row) && (0..<size.columns).contains(column)
  }
}

extension Frame {
  /// Writes a text from a place on; what lies outside the frame is cut off.
  package mutating func write(
    _ text: SafeText, row: Int, column: Int, style: Style = .plain
  ) {
    guard (0..<size.rows).contains(row) else { return }
    var column = column
    for glyph in text.glyphs {
      let width = glyph.cells
      if column >= 0, column + width <= size.columns { put(glyph, width, row, column, style) }
      column += width
    }
  }

  private mutating func put(
    _ glyph: Glyph, _ width: Int, _ row: Int, _ column: Int, _ style: Style
  ) {
    clearHalves(row, column)
    clearHalves(row, column + width - 1)
    let index = row * size.columns + column
    cells[index] = Cell(glyph: glyph, style: style)
    if width == 2 { cells[index + 1] = Cell(style: style, isTail: true) }
  }

  /// Blanks the other half of a wide glyph of which one cell is about to be written.
  private mutating func clearHalves(_ row: Int, _ column: Int) {
    let index = row * size.columns + column
    if cells[index].isTail { cells[index - 1].glyph = .blank }
    if column + 1 < size.columns, cells[index + 1].isTail { cells[index + 1].isTail = false }
    cells[index].isTail = false
  }

  /// Adds emphasis to the cells of a row that lie inside the frame.
  package mutating func emphasize(_ columns: Range<Int>, row: Int, _ emphasis: Style.Emphasis) {
    guard (0..<size.rows).contains(row) else { return }
    for column in columns.clamped(to: 0..<size.columns) {
      cells[row * size.columns + column].style.emphasis.formUnion(emphasis)
    }
  }

  /// The text of a row, without the blanks at its end.
  package func text(row: Int) -> String {
    let own = cells[row * size.columns..<(row + 1) * size.columns]
    let shown = own.lastIndex { $0.glyph != .blank }.map { own[...$0] } ?? []
    return shown.filter { !$0.isTail }.map(\.glyph.description).joined()
  }

  /// The text of all rows, a line each.
  package var text: String {
    (0..<size.rows).map { text(row: $0) + "\n" }.joined()
  }
}
