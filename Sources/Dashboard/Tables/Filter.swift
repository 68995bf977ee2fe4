import Metrics

/// Which rows of a table are seen: `sms`, `!push`, `rate>5`, `day<=7`, joined by blanks.
struct Filter: Hashable, Sendable {
  enum Condition: Hashable, Sendable {
    /// A word that stands in the row, or must not.
    case word(String, isExcluded: Bool)
    /// A column, by the beginning of its title, and what its number must be.
    case number(column: String, Comparator, Double)
  }

  /// As it was typed.
  let text: String
  let conditions: [Condition]
  /// The first piece that is a comparison without a number.
  let unreadable: String?

  init(_ text: String) {
    let pieces = text.lowercased().split(separator: " ").map(String.init)
    let read = pieces.map { (piece: $0, condition: Filter.condition($0)) }
    self.text = text
    conditions = read.compactMap(\.condition)
    unreadable = read.first { $0.condition == nil }?.piece
  }

  var isEmpty: Bool { conditions.isEmpty }

  /// The condition that a piece spells; nil where it compares with what is no number.
  private static func condition(_ piece: String) -> Condition? {
    guard let sign = piece.firstIndex(where: { "<>=".contains($0) }), sign != piece.startIndex
    else {
      let isExcluded = piece.hasPrefix("!") && piece.count > 1
      return .word(isExcluded ? String(piece.dropFirst()) : piece, isExcluded: isExcluded)
    }
    let signs = piece[sign...].prefix { "<>=".contains($0) }
    let number = piece[signs.endIndex...].filter { $0 != "," && $0 != "%" && $0 != "$" }
    guard let comparator = Comparator(rawValue: String(signs)), let value = Double(number),
      value.isFinite
    else { return nil }
    return .number(column: String(piece[..<sign]), comparator, value)
  }
}
