/// ESC `[` with its numbers.
extension TerminalEmulator {
  mutating func apply(_ sequence: ControlSequence) {
    let isKnown =
      applyMove(sequence) || applyEdit(sequence) || applyScroll(sequence) || applySwitch(sequence)
    if !isKnown { unknown.append(sequence.description) }
  }

  private mutating func applyMove(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    switch sequence.name {
    case "A": moveCursor(rows: -count)
    case "B", "e": moveCursor(rows: count)
    case "C", "a": moveCursor(columns: count)
    case "D": moveCursor(columns: -count)
    case "E":
      moveCursor(rows: count)
      moveCursor(toColumn: 0)
    case "F":
      moveCursor(rows: -count)
      moveCursor(toColumn: 0)
    case "G", "`": moveCursor(toColumn: count - 1)
    case "d": moveCursor(toLine: count)
    case "H", "f": moveCursor(toLine: count, column: sequence.count(1))
    case "I": tab(count)
    case "Z": tabBack(count)
    case "s": savedCursor = cursor
    case "u": restoreCursor()
    default: return false
    }
    return true
  }

  private mutating func applyEdit(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    let (row, column, style) = (cursor.row, cursor.column, cursor.style.erased)
    switch sequence.name {
    case "J": return eraseScreen(sequence.number(0))
    case "K": return eraseLine(sequence.number(0))
    case "X": grid.erase(row: row, columns: column..<min(column + count, columns), style: style)
    case "@": grid.insertCells(count, row: row, column: column, style: style)
    case "P": grid.deleteCells(count, row: row, column: column, style: style)
    case "b": if let lastCharacter { for _ in 0..<count { write(lastCharacter) } }
    default: return false
    }
    cursor.isWrapPending = sequence.name == "b" && cursor.isWrapPending
    return true
  }

  private mutating func eraseScreen(_ part: Int) -> Bool {
    let style = cursor.style.erased
    switch part {
    case 0:
      grid.erase(rows: cursor.row + 1..<rows, style: style)
      return eraseLine(0)
    case 1:
      grid.erase(rows: 0..<cursor.row, style: style)
      return eraseLine(1)
    case 2: grid.erase(rows: 0..<rows, style: style)
    // The lines that have scrolled away, of which none are kept.
    case 3: break
    default: return false
    }
    return true
  }

  private mutating func eraseLine(_ part: Int) -> Bool {
    cursor.isWrapPending = false
    let ranges = [cursor.column..<columns, 0..<cursor.column + 1, 0..<columns]
    guard ranges.indices.contains(part) else { return false }
    grid.erase(row: cursor.row, columns: ranges[part], style: cursor.style.erased)
    return true
  }

  private mutating func applyScroll(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    let style = cursor.style.erased
    let below = cursor.row..<max(cursor.row, region.upperBound)
    switch sequence.name {
    case "S": grid.scrollUp(count, in: region, style: style)
    case "T": grid.scrollDown(count, in: region, style: style)
    case "L": if region.contains(cursor.row) { insertLines(count, in: below) }
    case "M": if region.contains(cursor.row) { deleteLines(count, in: below) }
    case "r": setRegion(sequence)
    default: return false
    }
    return true
  }

  private mutating func insertLines(_ count: Int, in range: Range<Int>) {
    grid.scrollDown(count, in: range, style: cursor.style.erased)
    moveCursor(toColumn: 0)
  }

  private mutating func deleteLines(_ count: Int, in range: Range<Int>) {
    grid.scrollUp(count, in: range, style: cursor.style.erased)
    moveCursor(toColumn: 0)
  }

  private mutating func setRegion(_ sequence: ControlSequence) {
    let last = sequence.number(1) == 0 ? rows : min(sequence.number(1), rows)
    guard sequence.count() < last else { return }
    region = sequence.count() - 1..<last
    moveCursor(toLine: 1, column: 1)
  }
}
