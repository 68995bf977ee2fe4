import Terminal

/// What can be changed of how everything looks.
extension Dashboard {
  mutating func changeGlyphs() {
    glyphs = glyphs.next
    message = "Charts are drawn with \(glyphs.words)."
  }

  mutating func changeTheme() {
    theme = theme?.next
    message = theme.map { "Theme \($0.rawValue): \($0.words)." }
  }
}

extension Theme {
  /// For whom a theme is.
  var words: String {
    switch self {
    case .terminal: "the terminal's own colours"
    case .dark: "for dark terminals"
    case .light: "for light terminals"
    case .highContrast: "white on black, nothing faint"
    case .mono: "no colours"
    }
  }
}

extension GlyphSet {
  /// What it is made of.
  var words: String {
    switch self {
    case .braille: "braille"
    case .block: "blocks"
    case .ascii: "ASCII"
    }
  }
}
