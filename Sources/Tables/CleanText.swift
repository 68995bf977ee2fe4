/// Text from outside, made safe to show: the only form in which a file's text reaches a terminal.
///
/// Characters that a terminal obeys, that change the direction of what follows or that cannot be seen
/// become U+FFFD, so that a reader sees that something stood there.
package struct CleanText: Equatable, Sendable, CustomStringConvertible {
  package let description: String

  /// Cleans a text and cuts it to at most `limit` characters, and four times as many scalars, since a
  /// character may carry any number of accents.
  package init(_ text: String, limit: Int = 300) {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(4 * limit + 1) {
      scalars.append(scalar.isUnsafeToShow ? "\u{FFFD}" : scalar)
    }
    let clean = String(scalars)
    let isWhole = clean.count <= limit && scalars.count <= 4 * limit
    description = isWhole ? clean : String(clean.prefix(limit - 1)) + "…"
  }
}

extension Unicode.Scalar {
  /// Whether a terminal may obey it, hide it or be confused by it: control, format, line and paragraph
  /// separators, tags, variation selectors and private use.
  package var isUnsafeToShow: Bool {
    if value < 0x20 { return true }
    if value < 0x7F { return false }
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      return true
    default:
      return (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
        || value == 0x034F || value == 0x115F || value == 0x1160 || value == 0x3164
    }
  }
}
