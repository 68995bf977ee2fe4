/// Rows of cells, and how they are moved and erased. It knows no cursor.
struct Grid: Equatable, Sendable {
  private(set) var columns: Int
  private(set) var rows: Int
  private var cells: [[Cell]]

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: Grid.blankRow(columns, .plain), count: rows)
  }

  private static func blankRow(_ columns: Int, _ style: Style) -> [Cell] {
    Array(repeating: .blank(style), count: columns)
  }

  subscript(row: Int, column: Int) -> Cell {
    get { cells[row][column] }
    set { cells[row][column] = newValue }
  }

  /// A row's text without the spaces at its end.
  func text(row: Int) -> String {
    var text = cells[row].map(\.text).joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// Writes a character one or two cells wide. Half of a wide one that it overwrites goes too.
  mutating func write(_ text: String, width: Int, style: Style, row: Int, column: Int) {
    separate(row: row, at: column)
    separate(row: row, at: column + width)
    cells[row][column] = Cell(text, style: style)
    if width == 2 { cells[row][column + 1] = Cell("", style: style) }
  }

  /// Blanks both halves of a wide character that reaches over the left edge of a column.
  private mutating func separate(row: Int, at column: Int) {
    guard column > 0, column < columns, cells[row][column].text.isEmpty else { return }
    for half in [column - 1, column] { cells[row][half] = .blank(cells[row][half].style) }
  }

  mutating func erase(row: Int, columns range: Range<Int>, style: Style) {
    let range = range.clamped(to: 0..<columns)
    separate(row: row, at: range.lowerBound)
    separate(row: row, at: range.upperBound)
    for column in range { cells[row][column] = .blank(style) }
  }

  mutating func erase(rows range: Range<Int>, style: Style) {
    for row in range.clamped(to: 0..<rows) { cells[row] = Grid.blankRow(columns, style) }
  }

  /// Opens a gap; what leaves the row at its end is lost.
  mutating func insertCells(_ count: Int, row: Int, column: Int, style: Style) {
    let count = min(count, columns - column)
    separate(row: row, at: column)
    separate(row: row, at: columns - count)
    cells[row].removeLast(count)
    cells[row].insert(contentsOf: Array(repeating: .blank(style), count: count), at: column)
  }

  /// Closes a gap; blanks come in at the end of the row.
  mutating func deleteCells(_ count: Int, row: Int, column: Int, style: Style) {
    let count = min(count, columns - column)
    separate(row: row, at: column)
    separate(row: row, at: column + count)
    cells[row].removeSubrange(column..<column + count)
    cells[row].append(contentsOf: Array(repeating: .blank(style), count: count))
  }

  /// Moves the rows of a region up, and blank ones in from below.
  mutating func scrollUp(_ count: Int, in region: Range<Int>, style: Style) {
    let count = min(count, region.count)
    cells.removeSubrange(region.lowerBound..<region.lowerBound + count)
    cells.insert(
      contentsOf: Array(repeating: Grid.blankRow(columns, style), count: count),
      at: region.upperBound - count)
  }

  /// Moves the rows of a region down, and blank ones in from above.
  mutating func scrollDown(_ count: Int, in region: Range<Int>, style: Style) {
    let count = min(count, region.count)
    cells.removeSubrange(region.upperBound - count..<region.upperBound)
    cells.insert(
      contentsOf: Array(repeating: Grid.blankRow(columns, style), count: count),
      at: region.lowerBound)
  }

  /// Cuts or fills at the right and below, after so many rows were lost at the top.
  mutating func resize(columns newColumns: Int, rows newRows: Int, losingAbove lost: Int) {
    cells.removeFirst(lost)
    for row in cells.indices {
      separate(row: row, at: newColumns)
      cells[row] = Array(cells[row].prefix(newColumns))
      let missing = newColumns - cells[row].count
      cells[row].append(contentsOf: Array(repeating: .blank(.plain), count: missing))
    }
    cells = Array(cells.prefix(newRows))
    while cells.count < newRows { cells.append(Grid.blankRow(newColumns, .plain)) }
    (columns, rows) = (newColumns, newRows)
  }
}
