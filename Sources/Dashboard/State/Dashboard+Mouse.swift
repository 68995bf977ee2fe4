import Glyphs
import Terminal

/// Clicks and the wheel, while the mouse is reported.
extension Dashboard {
  /// Rows that a turn of the wheel moves.
  private static let wheelRows = 3

  mutating func takeMouse(_ isOn: Bool?) {
    isMouseOn = isOn ?? false
    message =
      switch isOn {
      case true?: "Mouse on: wheel and click. With Shift it selects text; m turns it off."
      case false?: "Mouse off: it selects text again."
      case nil: "This terminal has no mouse that it could report."
      }
  }

  /// What is typed is not left by a slip of the hand.
  mutating func point(_ pointer: Pointer) -> [Effect] {
    guard isMouseOn, prompt == nil else { return [] }
    switch pointer {
    case .wheelUp, .wheelDown:
      message = nil
      for _ in 0..<Dashboard.wheelRows {
        move(pointer == .wheelUp ? .up : .down)
        keepCursorInSight()
      }
      return []
    case .click(let row, let column): return click(row: row, column: column)
    }
  }

  /// A click on the name of a screen or on a key of the footer does what it says. One on a row or a number
  /// brings the cursor there; where it is already, it opens. One on a message takes it away.
  private mutating func click(row: Int, column: Int) -> [Effect] {
    let isCovered = row >= size.rows - messageLines.count
    let command = command(atRow: row, column: column)
    message = nil
    if isCovered { return [] }
    if let command { return run(command) }
    guard let shown, var place = places[layer],
      let line = line(atRow: row - bodyStart, of: shown, place),
      let part = line.parts.first(where: { $0.columns.contains(column) })
    else { return [] }
    let cell = part.cells.last { $0.columns.lowerBound <= column }
    let isThere =
      part.stop == place.stop && (cell == nil || cell?.index == columnUnderCursor)
    if isThere, rowUnderCursor?.link != nil { return run(.open) }
    place.stop = part.stop
    if let cell { place.column = cell.index }
    places[layer] = place
    keepCursorInSight()
    return []
  }

  private func command(atRow row: Int, column: Int) -> Command? {
    if hasHeader, row == 1 { return tabs.first { $0.columns.contains(column) }?.command }
    if hasFooter, row == size.rows - 1 {
      return footerKeys.first { $0.columns.contains(column) }?.command
    }
    return nil
  }
}
