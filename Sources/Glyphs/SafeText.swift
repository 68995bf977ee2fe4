/// Text that is safe to show: the only form in which words reach a screen or a plain report.
///
/// Characters that a terminal obeys, that change the direction of what follows or that cannot be seen
/// become U+FFFD, so that a reader sees that something stood there. So does an accent with nothing
/// under it, which would land on its neighbour, and the third accent on one letter.
package struct SafeText: Equatable, Sendable, CustomStringConvertible {
  /// The text itself.
  package let description: String

  /// Cleans a text and cuts it to at most `limit` characters, and four times as many scalars, since a
  /// character may carry any number of accents.
  package init(_ text: String, limit: Int = 300) {
    self.init(unlimited: text.unicodeScalars.prefix(4 * limit + 1), limit)
  }

  private init(unlimited text: Substring.UnicodeScalarView, _ limit: Int) {
    let clean = SafeText.cleaned(text)
    let isWhole = clean.count <= limit && text.count <= 4 * limit
    description = isWhole ? clean : String(clean.prefix(limit - 1)) + "…"
  }

  private static func cleaned(_ text: Substring.UnicodeScalarView) -> String {
    var scalars = String.UnicodeScalarView()
    var marks = Glyph.mostMarks
    for scalar in text {
      if scalar.isUnsafeToShow {
        scalars.append(Glyph.replacement)
        marks = 0
      } else if scalar.cells > 0 {
        scalars.append(scalar)
        marks = 0
      } else if marks < Glyph.mostMarks {
        scalars.append(scalar)
        marks += 1
      } else {
        scalars.append(Glyph.replacement)
        marks = 0
      }
    }
    return String(scalars)
  }
}

extension SafeText {
  /// How many cells a terminal gives the text.
  package var cells: Int { description.cells }

  /// The glyphs of the text, in order.
  package var glyphs: [Glyph] {
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(description.utf8.count)
    for scalar in description.unicodeScalars {
      if scalar.cells == 0, !glyphs.isEmpty {
        glyphs[glyphs.count - 1].add(mark: scalar)
      } else {
        glyphs.append(Glyph(scalar))
      }
    }
    return glyphs
  }
}

extension String {
  /// How many cells a terminal gives a text that is safe to show.
  package var cells: Int {
    // Nearly all text is plain, and a screen measures thousands of pieces of it.
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return unicodeScalars.reduce(0) { $0 + $1.cells }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may obey it, hide it or be confused by it: control, format, line and paragraph
  /// separators, tags, variation selectors, parts of Korean syllables and private use.
  package var isUnsafeToShow: Bool {
    if value < 0x20 { return true }
    if value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default:
      return (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
        || (0x115F...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value)
        || value == 0x034F || value == 0x3164
    }
  }
}
