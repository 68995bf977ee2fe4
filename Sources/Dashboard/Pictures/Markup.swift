import Glyphs

/// Pieces of XML.
enum Markup {
  /// A text as it may stand in an element and in an attribute: XML takes no control characters at all.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default:
        escaped.unicodeScalars.append(scalar.isUnsafeToShow ? Glyph.replacement : scalar)
      }
    }
    return escaped
  }

  /// A number of hundredths, 0 or more, with as many decimals as it needs.
  static func number(hundredths: Int) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)" }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return rest < 10 ? "\(whole).0\(rest)" : "\(whole).\(rest)"
  }
}
