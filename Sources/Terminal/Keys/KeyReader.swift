import CNcurses

/// Turns what ncurses reads into keys: its codes, control characters and pasted text.
struct KeyReader {
  /// What has been pasted so far; nil while nothing is.
  private var pasted: String?
  /// The beginning of a sequence whose rest has not come.
  private var held: [Screen.Reading] = []
  /// Milliseconds that it is waited for.
  private var heldPatience = 0
  /// Whether the last that was read was an Esc alone: over a slow line what it begins may come later.
  private var isAfterEscape = false

  /// Whether the end of a paste is waited for.
  private var isPasting: Bool { pasted != nil }

  /// Milliseconds to wait for the rest of a paste or of a sequence, which follows at once or, over a line
  /// that broke, never; nil where nothing is waited for.
  var patience: Int? { isPasting ? 1000 : held.isEmpty ? nil : heldPatience }

  /// What all that could be read at once says.
  mutating func events(_ readings: [Screen.Reading]) -> [TerminalEvent] {
    let readings = held + readings
    held = []
    var events: [TerminalEvent] = []
    var rest = readings[...]
    while let reading = rest.first {
      if !isPasting {
        switch KeySequence.match(rest, isAfterEscape: isAfterEscape) {
        case .unfinished(let patience):
          (held, heldPatience) = (Array(rest), patience)
          return events
        case .whole(let code, let count):
          rest.removeFirst(count)
          isAfterEscape = false
          if let event = code.flatMap({ event(.code($0)) }) { events.append(event) }
          continue
        case .none: break
        }
      }
      rest.removeFirst()
      isAfterEscape = reading == .character("\u{1B}")
      if let event = event(reading) { events.append(event) }
    }
    return events
  }

  /// Gives up waiting for the end of a paste, or for the rest of a sequence: it was typed as it stands.
  mutating func giveUpWaiting() -> [TerminalEvent] {
    let typed = held.compactMap { event($0) }
    held = []
    isAfterEscape = false
    return typed + endPaste()
  }

  /// Ends a paste whose end has not come.
  private mutating func endPaste() -> [TerminalEvent] {
    defer { pasted = nil }
    return pasted.map { [.pasted($0)] } ?? []
  }

  private mutating func event(_ reading: Screen.Reading) -> TerminalEvent? {
    switch reading {
    case .code(KeySequence.pasteBegin):
      pasted = ""
      return nil
    case .code(KeySequence.pasteEnd): return endPaste().first
    case .character("\u{3}") where isPasting: return endPaste().first
    case .character(let scalar) where isPasting: return paste(scalar)
    case .code where isPasting, .pointer where isPasting, .nothing: return nil
    case .pointer(let pointer): return .pointer(pointer)
    case .character(let scalar): return KeyReader.typed(scalar).map { .key($0) }
    case .code(let code): return KeyReader.special[code].map { .key($0) }
    }
  }

  /// Over a slow line the sequence that ends a paste may come in pieces, and as characters.
  private mutating func paste(_ scalar: Unicode.Scalar) -> TerminalEvent? {
    let end = "\u{1B}[201~"
    // A paste that never ends must not fill the memory.
    if (pasted?.utf8.count ?? 0) < 65_536 { pasted?.unicodeScalars.append(scalar) }
    guard scalar == "~", let text = pasted, text.hasSuffix(end) else { return nil }
    pasted = nil
    return .pasted(String(text.dropLast(end.count)))
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

  /// Whether a code is that of a key, not of a paste.
  static func isKey(_ code: Int32) -> Bool { special[code] != nil }

  private static let special: [Int32: Key] = [
    KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .delete, KEY_BTAB: .backTab,
    KEY_UP: .up, KEY_DOWN: .down, KEY_LEFT: .left, KEY_RIGHT: .right,
    KEY_HOME: .home, KEY_END: .end, KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown,
    KEY_FIND: .home, KEY_SELECT: .end,
  ]
}
