import CNcurses

/// Turns what ncurses reads into keys: its codes, control characters and pasted text.
struct KeyReader {
  /// The codes given to the sequences that open and close a paste.
  static let pasteBegin = KEY_MAX + 1
  static let pasteEnd = KEY_MAX + 2

  private var pasted: String?

  /// One reading: a code of a special key, or a character. Nil while a paste goes on, and for what is
  /// no key.
  mutating func key(_ reading: Screen.Reading) -> TerminalEvent? {
    switch reading {
    case .code(KeyReader.pasteBegin):
      pasted = ""
      return nil
    case .code(KeyReader.pasteEnd):
      defer { pasted = nil }
      return pasted.map { .pasted($0) }
    case .character(let scalar) where pasted != nil:
      // A paste that never ends must not fill the memory.
      if pasted!.utf8.count < 65_536 { pasted!.unicodeScalars.append(scalar) }
      return nil
    case .code where pasted != nil: return nil
    case .character(let scalar): return KeyReader.typed(scalar).map { .key($0) }
    case .code(let code): return KeyReader.special[code].map { .key($0) }
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
