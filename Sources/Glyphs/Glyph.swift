/// What one place of a screen shows: a character, and up to two accents on it.
package struct Glyph: Equatable, Sendable {
  /// The character under the accents.
  package let base: Unicode.Scalar
  private var first: Unicode.Scalar?
  private var second: Unicode.Scalar?

  /// A character without accents.
  package init(_ base: Unicode.Scalar) { self.base = base }

  /// An empty cell.
  package static let blank = Glyph(" ")

  /// What stands where something cannot be shown.
  package static let replacement: Unicode.Scalar = "\u{FFFD}"

  /// How many accents a glyph carries; a terminal may drop further ones.
  static let mostMarks = 2

  /// The accents, in order.
  package var marks: [Unicode.Scalar] { [first, second].compactMap { $0 } }

  /// Whether there are accents.
  package var hasMarks: Bool { first != nil }

  /// One, or two for the wide characters of East Asia and emoji.
  package var cells: Int { base.cells }

  mutating func add(mark: Unicode.Scalar) {
    if first == nil { first = mark } else { second = mark }
  }
}

extension Glyph: CustomStringConvertible {
  package var description: String {
    var scalars = String.UnicodeScalarView([base])
    scalars.append(contentsOf: marks)
    return String(scalars)
  }
}
