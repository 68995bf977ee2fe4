/// Where the cursor goes.
extension TerminalEmulator {
  mutating func moveCursor(toRow row: Int? = nil, toColumn column: Int? = nil) {
    cursor.isWrapPending = false
    if let row { cursor.row = min(max(row, 0), rows - 1) }
    if let column { cursor.column = min(max(column, 0), columns - 1) }
  }

  /// Up or down stops at the scrolling region's edge if it starts inside.
  mutating func moveCursor(rows count: Int = 0, columns columnCount: Int = 0) {
    let top = cursor.row >= region.lowerBound ? region.lowerBound : 0
    let bottom = cursor.row < region.upperBound ? region.upperBound - 1 : rows - 1
    moveCursor(
      toRow: min(max(cursor.row + count, top), bottom), toColumn: cursor.column + columnCount)
  }

  /// A place as the sequences count them: from one, and within the region if that mode is on.
  mutating func moveCursor(toLine line: Int, column: Int? = nil) {
    guard modes.contains(.originInRegion) else {
      return moveCursor(toRow: line - 1, toColumn: column.map { $0 - 1 })
    }
    let row = min(region.lowerBound + line - 1, region.upperBound - 1)
    moveCursor(toRow: row, toColumn: column.map { $0 - 1 })
  }

  /// Down, and the region up if the cursor is on its last row.
  mutating func lineFeed() {
    cursor.isWrapPending = false
    if cursor.row == region.upperBound - 1 {
      grid.scrollUp(1, in: region, style: cursor.style.erased)
    } else {
      moveCursor(toRow: cursor.row + 1)
    }
  }

  /// Up, and the region down if the cursor is on its first row.
  mutating func reverseLineFeed() {
    cursor.isWrapPending = false
    if cursor.row == region.lowerBound {
      grid.scrollDown(1, in: region, style: cursor.style.erased)
    } else {
      moveCursor(toRow: cursor.row - 1)
    }
  }

  mutating func tab(_ count: Int = 1) {
    for _ in 0..<min(count, columns) {
      moveCursor(toColumn: tabStops.filter { $0 > cursor.column }.min() ?? columns - 1)
    }
  }

  mutating func tabBack(_ count: Int) {
    for _ in 0..<min(count, columns) {
      moveCursor(toColumn: tabStops.filter { $0 < cursor.column }.max() ?? 0)
    }
  }
}
