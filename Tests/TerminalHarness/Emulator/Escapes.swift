/// ESC and one or two characters.
extension TerminalEmulator {
  mutating func escape(_ intermediates: String, _ final: Character) {
    switch intermediates + String(final) {
    case "7": savedCursor = cursor
    case "8": restoreCursor()
    case "c": reset()
    case "D": lineFeed()
    case "E":
      moveCursor(toColumn: 0)
      lineFeed()
    case "H": tabStops.insert(cursor.column)
    case "M": reverseLineFeed()
    case "=": set(.applicationKeypad, true)
    case ">": set(.applicationKeypad, false)
    // The flash of `screen`.
    case "g": bells += 1
    // The VT52's way back, the end of a string, UTF-8.
    case "<", "\\", "%G": break
    case "(0": cursor.characterSets.isLineDrawing[0] = true
    case "(A", "(B": cursor.characterSets.isLineDrawing[0] = false
    case ")0": cursor.characterSets.isLineDrawing[1] = true
    case ")A", ")B": cursor.characterSets.isLineDrawing[1] = false
    default: unknown.append("ESC " + intermediates + String(final))
    }
  }

  mutating func restoreCursor() {
    cursor = savedCursor
    // The screen may have become smaller since.
    let isPending = cursor.isWrapPending
    moveCursor(toRow: cursor.row, toColumn: cursor.column)
    cursor.isWrapPending = isPending && cursor.column == columns - 1
  }
}
