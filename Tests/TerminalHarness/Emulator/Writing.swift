/// Characters and controls.
extension TerminalEmulator {
  mutating func apply(_ token: Token) {
    switch token {
    case .character(let scalar): write(scalar)
    case .control(let byte): control(byte)
    case .escape(let intermediates, let final): escape(intermediates, final)
    case .sequence(let sequence): apply(sequence)
    case .command(let text): commands.append(text)
    case .skippedString: break
    }
  }

  mutating func write(_ scalar: Unicode.Scalar) {
    let scalarWidth = scalar.width
    if (0x80..<0xA0).contains(scalar.value) {
      unknown.append("U+00" + String(scalar.value, radix: 16, uppercase: true))
    } else if scalarWidth == 0 {
      combine(scalar)
    } else if scalarWidth <= columns {
      lastCharacter = scalar
      place(drawn(scalar), width: scalarWidth)
    }
  }

  private func drawn(_ scalar: Unicode.Scalar) -> String {
    let sets = cursor.characterSets
    let drawing = sets.isLineDrawing[sets.shifted] ? lineDrawing[scalar] : nil
    return drawing ?? String(Character(scalar))
  }

  private mutating func place(_ text: String, width: Int) {
    if cursor.isWrapPending || cursor.column + width > columns {
      wrap(width)
    }
    if modes.contains(.insertion) {
      grid.insertCells(width, row: cursor.row, column: cursor.column, style: cursor.style.erased)
    }
    grid.write(text, width: width, style: cursor.style, row: cursor.row, column: cursor.column)
    if cursor.column + width < columns {
      cursor.column += width
    } else {
      cursor.column = columns - 1
      cursor.isWrapPending = modes.contains(.automaticWrap)
    }
  }

  /// Goes to the next row, or stays in the last cells where wrapping is off.
  private mutating func wrap(_ width: Int) {
    cursor.isWrapPending = false
    if modes.contains(.automaticWrap) {
      cursor.column = 0
      lineFeed()
    } else {
      cursor.column = columns - width
    }
  }

  /// Adds a mark to the character before the cursor.
  private mutating func combine(_ scalar: Unicode.Scalar) {
    var column = cursor.isWrapPending ? cursor.column : cursor.column - 1
    if column > 0, grid[cursor.row, column].text.isEmpty { column -= 1 }
    guard column >= 0 else { return }
    grid[cursor.row, column].text.unicodeScalars.append(scalar)
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x00: break
    case 0x07: bells += 1
    case 0x08: moveCursor(columns: -1)
    case 0x09: tab()
    case 0x0A, 0x0B, 0x0C: lineFeed()
    case 0x0D: moveCursor(toColumn: 0)
    case 0x0E: cursor.characterSets.shifted = 1
    case 0x0F: cursor.characterSets.shifted = 0
    default: unknown.append("control \(byte)")
    }
  }
}
