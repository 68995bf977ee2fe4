import CNcurses

/// What begins with an Esc and is no Esc: what keys, the mouse and the terminal itself send, where ncurses
/// hands it over character by character. That is what a terminal's description leaves out, and what a
/// slow line has torn apart. Run as what it is spelled with, it would press keys that nobody pressed.
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

  enum Meaning: Equatable {
    case code(Int32)
    case mouse(MouseReport)
    /// Nobody has named it.
    case nothing
  }

  /// What characters begin with.
  enum Match: Equatable {
    /// A sequence of so many characters.
    case whole(Meaning, count: Int)
    /// The beginning of one; whether a user may have typed it as well, such as Alt with a bracket.
    case unfinished(isTypeable: Bool)
    case none
  }

  /// No answer of a terminal that counts parameters is longer, in characters.
  private static let longestList = 128
  /// The same of one that is text: a title, a colour.
  private static let longestString = 4096

  private static let escape: Unicode.Scalar = "\u{1B}"

  /// What characters begin with; `isAll` says that nothing else has come.
  static func match(_ characters: ArraySlice<Unicode.Scalar>, isAll: Bool) -> Match {
    let characters = Array(characters)
    guard characters.count >= 2, characters[0] == escape else { return .none }
    for (sequence, code) in known where characters.starts(with: sequence.unicodeScalars) {
      return .whole(.code(code), count: sequence.unicodeScalars.count)
    }
    switch characters[1] {
    case "O": return applicationKey(characters, isAll)
    case "[": return controlSequence(characters, isAll)
    case "]", "P": return string(characters, isAll)
    default: return .none
    }
  }

  /// `Esc O` and a letter.
  private static func applicationKey(_ characters: [Unicode.Scalar], _ isAll: Bool) -> Match {
    guard characters.count > 2 else { return isAll ? .unfinished(isTypeable: true) : .none }
    return isFinal(characters[2]) ? .whole(.nothing, count: 3) : .none
  }

  /// `Esc [`, parameters and a letter, by ECMA-48; and two forms that are older than their use here.
  private static func controlSequence(_ characters: [Unicode.Scalar], _ isAll: Bool) -> Match {
    if characters.count > 2, characters[2] == "M" { return oldMouseReport(characters, isAll) }
    if characters.count > 2, characters[2] == "[" {
      // A function key of the Linux console.
      if characters.count == 3 { return isAll ? .unfinished(isTypeable: false) : .none }
      return .whole(.nothing, count: isFinal(characters[3]) ? 4 : 3)
    }
    let parameters = characters.dropFirst(2).prefix(while: isParameter)
    let end = 2 + parameters.count
    guard end < characters.count else {
      if isAll, end < longestList { return .unfinished(isTypeable: parameters.isEmpty) }
      return parameters.isEmpty ? .none : .whole(.nothing, count: end)
    }
    guard isFinal(characters[end]) else {
      // An Esc among them begins something else.
      return parameters.isEmpty ? .none : .whole(.nothing, count: end)
    }
    let report = MouseReport(parameters: parameters, final: characters[end])
    return .whole(report.map(Meaning.mouse) ?? .nothing, count: end + 1)
  }

  /// `Esc [ M`, a button, a column and a row, each a character.
  private static func oldMouseReport(_ characters: [Unicode.Scalar], _ isAll: Bool) -> Match {
    let values = characters.dropFirst(3).prefix(3).prefix { $0.value >= 0x20 }
    if values.count == 3 { return .whole(.mouse(MouseReport(Array(values))), count: 6) }
    let isOpen = isAll && 3 + values.count == characters.count
    return isOpen ? .unfinished(isTypeable: false) : .whole(.nothing, count: 3 + values.count)
  }

  /// `Esc ]` or `Esc P` and text up to `Esc \` or BEL: a late answer to what another program has asked.
  private static func string(_ characters: [Unicode.Scalar], _ isAll: Bool) -> Match {
    guard characters.count > 2 else { return isAll ? .unfinished(isTypeable: true) : .none }
    guard let end = characters.dropFirst(2).firstIndex(where: { $0 == "\u{7}" || $0 == escape })
    else {
      return isAll && characters.count < longestString
        ? .unfinished(isTypeable: false) : .whole(.nothing, count: characters.count)
    }
    if characters[end] == "\u{7}" { return .whole(.nothing, count: end + 1) }
    guard end + 1 < characters.count else {
      return isAll ? .unfinished(isTypeable: false) : .whole(.nothing, count: end)
    }
    return .whole(.nothing, count: characters[end + 1] == "\\" ? end + 2 : end)
  }

  static func isParameter(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x3F).contains(scalar.value)
  }

  static func isFinal(_ scalar: Unicode.Scalar) -> Bool { (0x40...0x7E).contains(scalar.value) }
}
