import CNcurses

/// Sequences of characters that keys send, where ncurses hands them over character by character: those
/// that a terminal's description leaves out, and those that a slow line has torn apart.
enum KeySequence {
  /// The codes given to the sequences that open and close a paste: far above those that ncurses
  /// numbers a terminal's further keys with.
  static let pasteBegin: Int32 = 20_001
  static let pasteEnd: Int32 = 20_002

  /// Arrows and their like in both modes, and pastes; each begins with an Esc.
  static let known: [(String, Int32)] = [
    ("\u{1B}[A", KEY_UP), ("\u{1B}[B", KEY_DOWN), ("\u{1B}[C", KEY_RIGHT), ("\u{1B}[D", KEY_LEFT),
    ("\u{1B}OA", KEY_UP), ("\u{1B}OB", KEY_DOWN), ("\u{1B}OC", KEY_RIGHT), ("\u{1B}OD", KEY_LEFT),
    ("\u{1B}[H", KEY_HOME), ("\u{1B}[F", KEY_END), ("\u{1B}OH", KEY_HOME), ("\u{1B}OF", KEY_END),
    ("\u{1B}[1~", KEY_HOME), ("\u{1B}[4~", KEY_END), ("\u{1B}[5~", KEY_PPAGE),
    ("\u{1B}[6~", KEY_NPAGE), ("\u{1B}[3~", KEY_DC), ("\u{1B}[Z", KEY_BTAB),
    ("\u{1B}[200~", pasteBegin), ("\u{1B}[201~", pasteEnd),
  ]

  /// The sequence that readings begin with: its code, or none where nobody has named it, and how many
  /// readings it is made of; nil where they begin with none. A sequence that nobody has named would press
  /// keys that the user never did, were it run as what it is spelled with. After an Esc that came alone a
  /// known sequence may follow without its own.
  static func found(
    in readings: ArraySlice<Screen.Reading>, isAfterEscape: Bool
  ) -> (code: Int32?, count: Int)? {
    let scalars = characters(readings)
    let isLate = isAfterEscape && scalars.first != "\u{1B}"
    let whole = isLate ? ["\u{1B}"] + scalars : scalars
    for (sequence, code) in known where whole.starts(with: sequence.unicodeScalars) {
      return (code, sequence.unicodeScalars.count - (isLate ? 1 : 0))
    }
    guard !isLate, scalars.count >= 3, scalars[0] == "\u{1B}" else { return nil }
    switch scalars[1] {
    case "O": return (nil, 3)
    case "[": return end(of: scalars).map { (nil, $0 + 1) }
    default: return nil
    }
  }

  /// Whether readings are the beginning of a sequence and nothing else.
  static func isUnfinished(_ readings: ArraySlice<Screen.Reading>) -> Bool {
    let scalars = characters(readings)
    guard scalars.count == readings.count, scalars.count >= 2, scalars.count < longest,
      scalars[0] == "\u{1B}"
    else { return false }
    return scalars[1] == "O"
      ? scalars.count == 2 : scalars[1] == "[" && scalars.dropFirst(2).allSatisfy(isParameter)
  }

  /// No sequence is longer; what is, is text.
  private static let longest = 32

  /// The characters that readings begin with.
  private static func characters(_ readings: ArraySlice<Screen.Reading>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for reading in readings.prefix(longest) {
      guard case .character(let scalar) = reading else { break }
      scalars.append(scalar)
    }
    return scalars
  }

  /// The place of the character that ends a control sequence; nil where it is none.
  private static func end(of scalars: [Unicode.Scalar]) -> Int? {
    guard let end = scalars.dropFirst(2).firstIndex(where: { !isParameter($0) }),
      (0x40...0x7E).contains(scalars[end].value)
    else { return nil }
    return end
  }

  private static func isParameter(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x3F).contains(scalar.value)
  }
}
