/// What inks look like: by default in the terminal's own colours, else as eyes and rooms ask for.
package enum Theme: String, CaseIterable, Sendable {
  /// The terminal's own colours, and hues that can be read on light and on dark.
  case terminal = "default"
  /// Lighter hues, for terminals that are surely dark.
  case dark
  /// Darker hues, for terminals that are surely light.
  case light
  /// White on black, whatever the terminal's colours are, and nothing faint.
  case highContrast = "high-contrast"
  /// No colours: bold, faint and reversed.
  case mono

  /// The theme after this one, and after the last the first.
  package var next: Theme {
    let all = Theme.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }

  /// What an ink looks like; no ink is told by its colour alone.
  package func appearance(of ink: Ink, depth: ColourDepth) -> Appearance {
    if depth == .none { return Theme.colourless(ink) }
    return switch self {
    case .terminal: Theme.own(ink, depth)
    case .dark: Theme.onDark(ink, depth)
    case .light: Theme.onLight(ink, depth)
    case .highContrast: Theme.contrasting(ink, depth)
    case .mono: Theme.colourless(ink)
    }
  }

  /// The colour behind everything; nil leaves the terminal's own.
  package func ground(depth: ColourDepth) -> Int? {
    guard self == .highContrast else { return nil }
    return switch depth {
    case .none: nil
    case .eight, .sixteen: 0
    case .manyColours: 16
    }
  }

  private static func colourless(_ ink: Ink) -> Appearance {
    switch ink {
    case .muted: Appearance(isDim: true)
    case .bad: Appearance(isBold: true)
    default: Appearance()
    }
  }
}

/// What a terminal is told to draw an ink with.
package struct Appearance: Equatable, Sendable {
  /// A colour's number; nil is the terminal's own.
  package var colour: Int?
  package var isBold = false
  package var isDim = false
}
