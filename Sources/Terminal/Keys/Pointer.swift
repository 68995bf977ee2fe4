/// What the mouse did, at a cell.
package enum Pointer: Equatable, Sendable {
  /// The left button was pressed and let go on the same cell.
  case click(row: Int, column: Int)
  case wheelUp, wheelDown
}
