import CNcurses

/// Turns what ncurses reads into keys: its codes, control characters and pasted text.
struct KeyReader {
  /// The codes given to the sequences that open and close a paste: far above those that ncurses
  /// numbers a terminal's further keys with.
  static let pasteBegin: Int32 = 20_001
  static let pasteEnd: Int32 = 20_002

  /// What has been pasted so far; nil while nothing is.
  private var pasted: String?

  /// Whether the end of a paste is waited for.
  var isPasting: Bool { pasted != nil }

  /// What all that could be read at once says.
  mutating func events(_ readings: [Screen.Reading]) -> [TerminalEvent] {
    var events: [TerminalEvent] = []
    var index = 0
    while index < readings.count {
      let unknown = isPasting ? 0 : KeyReader.unknownSequence(readings[index...])
      if unknown > 0 {
        index += unknown
      } else {
        if let event = event(readings[index]) { events.append(event) }
        index += 1
      }
    }
    return events
  }

  /// Ends a paste whose end has not come.
  mutating func endPaste() -> [TerminalEvent] {
    defer { pasted = nil }
    return pasted.map { [.pasted($0)] } ?? []
  }

  private mutating func event(_ reading: Screen.Reading) -> TerminalEvent? {
    switch reading {
    case .code(KeyReader.pasteBegin):
      pasted = ""
      return nil
    case .code(KeyReader.pasteEnd): return endPaste().first
    case .character("\u{3}") where isPasting: return endPaste().first
    case .character(let scalar) where isPasting: return paste(scalar)
    case .code where isPasting, .nothing: return nil
    case .character(let scalar): return KeyReader.typed(scalar).map { .key($0) }
    case .code(let code): return KeyReader.special[code].map { .key($0) }
    }
  }

  /// Over a slow line the sequence that ends a paste may come in pieces, and as characters.
  private mutating func paste(_ scalar: Unicode.Scalar) -> TerminalEvent? {
    let end = "\u{1B}[201~"
    // A paste that never ends must not fill the memory.
    if let text = pasted, text.utf8.count < 65_536 { pasted?.unicodeScalars.append(scalar) }
    guard let text = pasted, text.hasSuffix(end) else { return nil }
    pasted = nil
    return .pasted(String(text.dropLast(end.count)))
  }

  /// How many readings make up the sequence of a key that nobody has named: run as what it is spelled
  /// with it would press keys that the user never did. 0 where there is none.
  private static func unknownSequence(_ readings: ArraySlice<Screen.Reading>) -> Int {
    var scalars: [Unicode.Scalar] = []
    for case .character(let scalar) in readings.prefix(32) { scalars.append(scalar) }
    guard scalars.count >= 3, scalars[0] == "\u{1B}", scalars.count <= readings.count else {
      return 0
    }
    switch scalars[1] {
    case "O": return 3
    case "[":
      let end = scalars.dropFirst(2).firstIndex { (0x40...0x7E).contains($0.value) }
      let isWhole = end.map { last in
        scalars[2..<last].allSatisfy { (0x20...0x3F).contains($0.value) }
      }
      return isWhole == true ? end! + 1 : 0
    default: return 0
    }
  }

  private static func typed(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar.value {
    case 0x0D, 0x0A: .enter
    case 0x09: .tab
    case 0x1B: .escape
    case 0x7F, 0x08: .backspace
    case 0x01...0x1A:
      Unicode.Scalar(scalar.value + 0x60).map { .control(Character($0)) }
    case 0..<0x20, 0x80..<0xA0: nil
    default: .character(Character(scalar))
    }
  }

  private static let special: [Int32: Key] = [
    KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_BTAB: .backTab,
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_FIND: .home, KEY_SELECT: .end,
  ]

  /// Sequences that a terminal's description leaves out: arrows in their other mode, and pastes.
  static let sequences: [(String, Int32)] = [
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END),
    ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END), ("\u{1B}[5~", KEY_PPAGE),
    ("\u{1B}[6~", KEY_NPAGE), ("\u{1B}[3~", KEY_DC), ("\u{1B}[Z", KEY_BTAB),
    ("\u{1B}[200~", pasteBegin), ("\u{1B}[201~", pasteEnd),
  ]
}
