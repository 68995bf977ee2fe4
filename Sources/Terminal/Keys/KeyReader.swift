import CNcurses

/// Turns what ncurses reads into keys: its codes, control characters and pasted text.
struct KeyReader {
  typealias Instant = ContinuousClock.Instant

  /// What has been pasted so far; nil while nothing is.
  private var pasted: String?
  /// The beginning of a sequence whose rest has not come.
  private var held: [Screen.Reading] = []
  /// Whether a user may have typed it.
  private var isHeldTypeable = true
  /// When an Esc came alone, if that was the last to come: over a slow line what it begins may follow.
  private var escapedAt: Instant?
  /// When a sequence was given up that nobody types: its rest may still come.
  private var brokenAt: Instant?
  /// Where the left button was pressed.
  private var pressed: (row: Int, column: Int)?

  /// How long a sequence may take that a user may have typed as well, in milliseconds.
  private static let shortly = 100
  /// The same for what nobody types: the rest comes as soon as the line allows.
  private static let surely = 1000

  /// Whether the end of a paste is waited for.
  private var isPasting: Bool { pasted != nil }

  /// Milliseconds to wait for the rest of a paste or of a sequence, which follows at once or, over a line
  /// that broke, never; nil where nothing is waited for.
  var patience: Int? {
    if isPasting { return KeyReader.surely }
    return held.isEmpty ? nil : isHeldTypeable ? KeyReader.shortly : KeyReader.surely
  }

  /// What all that could be read at once, at some time, says.
  mutating func events(_ readings: [Screen.Reading], at now: Instant = .now) -> [TerminalEvent] {
    var rest = (held + readings)[...]
    held = []
    if let brokenAt, !rest.isEmpty {
      if brokenAt.duration(to: now) < .milliseconds(2 * KeyReader.surely) { dropTail(&rest) }
      self.brokenAt = nil
    }
    var events: [TerminalEvent] = []
    while let reading = rest.first {
      if !isPasting {
        switch match(rest, now) {
        case .unfinished(let isTypeable):
          (held, isHeldTypeable) = (Array(rest), isTypeable)
          return events
        case .whole(let meaning, let count):
          rest.removeFirst(count)
          escapedAt = nil
          if let event = event(meaning) { events.append(event) }
          continue
        case .none: break
        }
      }
      rest.removeFirst()
      escapedAt = reading == .character("\u{1B}") ? now : nil
      if let event = event(reading) { events.append(event) }
    }
    return events
  }

  /// What readings begin with. After an Esc that came alone, and was answered, a sequence may follow without
  /// its own; but what a user may have typed as well is one only right after it.
  private func match(_ readings: ArraySlice<Screen.Reading>, _ now: Instant) -> KeySequence.Match {
    let characters = KeyReader.characters(readings)
    let isAll = characters.count == readings.count
    guard let escapedAt, characters.first != "\u{1B}" else {
      return KeySequence.match(characters[...], isAll: isAll)
    }
    let since = escapedAt.duration(to: now)
    if since > .milliseconds(KeyReader.surely) { return .none }
    let isClose = since <= .milliseconds(KeyReader.shortly)
    switch KeySequence.match((["\u{1B}"] + characters)[...], isAll: isAll) {
    case .unfinished(let isTypeable):
      return isTypeable && !isClose ? .none : .unfinished(isTypeable: isTypeable)
    case .whole(.nothing, 3) where !isClose: return .none
    case .whole(let meaning, let count): return .whole(meaning, count: count - 1)
    case .none: return .none
    }
  }

  /// The characters that readings begin with; bytes that are none stand for one that nothing is made of.
  private static func characters(_ readings: ArraySlice<Screen.Reading>) -> [Unicode.Scalar] {
    var characters: [Unicode.Scalar] = []
    for reading in readings {
      switch reading {
      case .character(let scalar): characters.append(scalar)
      case .nothing: characters.append("\u{FFFD}")
      case .code: return characters
      }
    }
    return characters
  }

  /// Drops the rest of a sequence whose beginning was given up.
  private func dropTail(_ rest: inout ArraySlice<Screen.Reading>) {
    let tail = KeyReader.characters(rest).prefix(while: KeySequence.isParameter).count
    rest.removeFirst(tail)
    if tail > 0, case .character(let end)? = rest.first, KeySequence.isFinal(end) {
      rest.removeFirst()
    }
  }

  /// Gives up waiting for the end of a paste, or for the rest of a sequence: what a user may have typed was
  /// typed, and all else means nothing.
  mutating func giveUpWaiting(at now: Instant = .now) -> [TerminalEvent] {
    if !held.isEmpty, !isHeldTypeable { brokenAt = now }
    let typed = isHeldTypeable ? held.compactMap { event($0) } : []
    held = []
    escapedAt = nil
    return typed + endPaste()
  }

  /// Ends a paste whose end has not come.
  private mutating func endPaste() -> [TerminalEvent] {
    defer { pasted = nil }
    return pasted.map { [.pasted($0)] } ?? []
  }

  private mutating func event(_ meaning: KeySequence.Meaning) -> TerminalEvent? {
    switch meaning {
    case .code(let code): event(Screen.Reading.code(code))
    case .mouse(let report): event(report).map { .pointer($0) }
    case .nothing: nil
    }
  }

  /// A button that is let go elsewhere than it was pressed has dragged, or was not to click after all.
  private mutating func event(_ report: MouseReport) -> Pointer? {
    switch report.deed {
    case .wheelUp: return .wheelUp
    case .wheelDown: return .wheelDown
    case .press:
      pressed = (report.row, report.column)
      return nil
    case .release:
      defer { pressed = nil }
      guard let pressed, pressed == (report.row, report.column) else { return nil }
      return .click(row: report.row, column: report.column)
    case .other: return nil
    }
  }

  private mutating func event(_ reading: Screen.Reading) -> TerminalEvent? {
    switch reading {
    case .code(KeySequence.pasteBegin):
      pasted = ""
      return nil
    case .code(KeySequence.pasteEnd): return endPaste().first
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
