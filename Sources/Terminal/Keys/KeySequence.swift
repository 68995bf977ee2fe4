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

  /// What readings begin with.
  enum Match: Equatable {
    /// A sequence of so many readings; its code, or none where nobody has named it. Such a sequence would
    /// press keys that the user never did, were it run as what it is spelled with.
    case whole(code: Int32?, count: Int)
    /// A sequence whose rest is worth so many milliseconds of waiting.
    case unfinished(patience: Int)
    case none
  }

  /// Milliseconds in which the rest follows what a user may have typed as well: Alt with a bracket.
  private static let shortly = 100
  /// The same for what nobody types: the rest comes as soon as the line allows.
  private static let surely = 1000
  /// No sequence is longer; what is, is text.
  private static let longest = 32
  /// The readings after the letter of a mouse report of the old form: button, column and row.
  private static let mouseReadings = 3

  /// What readings begin with. After an Esc that came alone, and was answered, a sequence may follow without
  /// its own; but a bracket or an O by itself is then a key.
  static func match(_ readings: ArraySlice<Screen.Reading>, isAfterEscape: Bool) -> Match {
    let typed = characters(readings)
    let isLate = isAfterEscape && typed.first != "\u{1B}"
    let scalars = isLate ? ["\u{1B}"] + typed : typed
    func whole(_ code: Int32?, _ count: Int) -> Match {
      .whole(code: code, count: count - (isLate ? 1 : 0))
    }
    for (sequence, code) in known where scalars.starts(with: sequence.unicodeScalars) {
      return whole(code, sequence.unicodeScalars.count)
    }
    guard scalars.count >= 2, scalars[0] == "\u{1B}" else { return .none }
    let isAll = typed.count == readings.count && scalars.count < longest
    switch scalars[1] {
    case "O" where isLate: return .none
    case "O":
      return scalars.count > 2 ? whole(nil, 3) : isAll ? .unfinished(patience: shortly) : .none
    case "[": break
    default: return .none
    }
    let parameters = scalars.dropFirst(2).prefix(while: isParameter)
    let end = 2 + parameters.count
    guard end < scalars.count else {
      guard isAll, !(isLate && parameters.isEmpty) else { return .none }
      return .unfinished(patience: parameters.isEmpty ? shortly : surely)
    }
    guard (0x40...0x7E).contains(scalars[end].value) else { return .none }
    if scalars[end] == "M", parameters.isEmpty {
      let count = end + 1 + mouseReadings
      return readings.count + (isLate ? 1 : 0) < count
        ? .unfinished(patience: surely) : whole(nil, count)
    }
    return isLate && parameters.isEmpty ? .none : whole(nil, end + 1)
  }

  /// The characters that readings begin with.
  private static func characters(_ readings: ArraySlice<Screen.Reading>) -> [Unicode.Scalar] {
    var scalars: [Unicode.Scalar] = []
    for reading in readings.prefix(longest) {
      guard case .character(let scalar) = reading else { break }
      scalars.append(scalar)
    }
    return scalars
  }

  private static func isParameter(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x3F).contains(scalar.value)
  }
}
