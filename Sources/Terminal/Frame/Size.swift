/// How many cells there are.
package struct Size: Hashable, Sendable {
  /// Cells from left to right, 1 or more.
  package var columns: Int
  /// Lines from top to bottom, 1 or more.
  package var rows: Int

  /// A size of at least one cell.
  package init(columns: Int, rows: Int) {
    self.columns = max(1, columns)
    self.rows = max(1, rows)
  }
}
