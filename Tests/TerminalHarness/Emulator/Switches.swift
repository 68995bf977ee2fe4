/// Styles, modes and what else changes no cell by itself.
extension TerminalEmulator {
  mutating func applySwitch(_ sequence: ControlSequence) -> Bool {
    switch sequence.name {
    case "m": applyStyle(sequence)
    case "h", "l", "?h", "?l": setModes(sequence)
    case "g": clearTabStops(sequence.number(0))
    case "!p": resetSoftly()
    // The shape of the cursor in xterm and on the console.
    case " q", "?c": break
    // Puts the title away and takes it back; every other number asks or moves the window.
    case "t": return [22, 23].contains(sequence.number(0))
    default: return false
    }
    return true
  }

  private mutating func applyStyle(_ sequence: ControlSequence) {
    for number in cursor.style.apply(sequence) { unknown.append("ESC [\(number)m") }
  }

  private mutating func clearTabStops(_ part: Int) {
    if part == 0 { tabStops.remove(cursor.column) } else { tabStops = [] }
  }

  private mutating func setModes(_ sequence: ControlSequence) {
    let isOn = sequence.final == "h"
    for index in sequence.parameters.indices {
      let number = sequence.number(index)
      let isKnown =
        sequence.marker == "?" ? setPrivateMode(number, isOn) : setMode(number, isOn)
      if !isKnown { unknown.append("ESC [\(sequence.marker)\(number)\(sequence.final)") }
    }
  }

  private mutating func setMode(_ number: Int, _ isOn: Bool) -> Bool {
    guard number == 4 else { return Mode.ignoredNumbers.contains(number) }
    set(.insertion, isOn)
    return true
  }

  private mutating func setPrivateMode(_ number: Int, _ isOn: Bool) -> Bool {
    if number == 1048 {
      if isOn { savedCursor = cursor } else { restoreCursor() }
      return true
    }
    guard let mode = Mode(privateNumber: number) else {
      return Mode.isIgnored(privateNumber: number, isOn: isOn)
    }
    switch mode {
    case .alternateScreen: showAlternateScreen(isOn, withCursor: number == 1049)
    case .originInRegion:
      set(mode, isOn)
      moveCursor(toLine: 1, column: 1)
    default: set(mode, isOn)
    }
    return true
  }

  private mutating func showAlternateScreen(_ isOn: Bool, withCursor: Bool) {
    if isOn != isAlternateScreen {
      if isOn && withCursor { savedCursor = cursor }
      swap(&grid, &hiddenGrid)
      swap(&savedCursor, &hiddenSavedCursor)
      set(.alternateScreen, isOn)
      if isOn && withCursor { grid.erase(rows: 0..<rows, style: cursor.style.erased) }
    }
    if !isOn && withCursor { restoreCursor() }
  }
}
