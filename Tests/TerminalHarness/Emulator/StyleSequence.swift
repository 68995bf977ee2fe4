extension Style {
  /// Applies the numbers of `ESC [ … m` and gives back those it does not know.
  mutating func apply(_ sequence: ControlSequence) -> [Int] {
    var numbers = sequence.parameters.flatMap { $0.isEmpty ? [0] : $0 }[...]
    if numbers.isEmpty { numbers = [0] }
    var unknown: [Int] = []
    while let number = numbers.popFirst() {
      if !apply(number, followedBy: &numbers) { unknown.append(number) }
    }
    return unknown
  }

  private mutating func apply(_ number: Int, followedBy rest: inout ArraySlice<Int>) -> Bool {
    switch number {
    case 0: self = .plain
    // The console's way back to its ordinary font.
    case 10: break
    case 30...37: foreground = .numbered(number - 30)
    case 90...97: foreground = .numbered(number - 90 + 8)
    case 40...47: background = .numbered(number - 40)
    case 100...107: background = .numbered(number - 100 + 8)
    case 39: foreground = .standard
    case 49: background = .standard
    case 38, 48: return applyLongColour(isForeground: number == 38, &rest)
    default: return applyAttribute(number)
    }
    return true
  }

  private mutating func applyAttribute(_ number: Int) -> Bool {
    let on: [Int: Attributes] = [
      1: .bold, 2: .dim, 3: .italic, 4: .underline, 5: .blink, 7: .reverse, 8: .invisible,
      9: .struck,
    ]
    let off: [Int: Attributes] = [
      22: [.bold, .dim], 23: .italic, 24: .underline, 25: .blink, 27: .reverse, 28: .invisible,
      29: .struck,
    ]
    if let attribute = on[number] {
      attributes.formUnion(attribute)
    } else if let attribute = off[number] {
      attributes.subtract(attribute)
    } else {
      return false
    }
    return true
  }

  /// `5 ; n` or `2 ; red ; green ; blue`.
  private mutating func applyLongColour(
    isForeground: Bool, _ rest: inout ArraySlice<Int>
  ) -> Bool {
    let colour: Colour
    switch rest.popFirst() {
    case 5 where !rest.isEmpty:
      colour = .numbered(rest.removeFirst())
    case 2 where rest.count >= 3:
      colour = .mixed(red: rest.removeFirst(), green: rest.removeFirst(), blue: rest.removeFirst())
    default: return false
    }
    if isForeground { foreground = colour } else { background = colour }
    return true
  }
}
