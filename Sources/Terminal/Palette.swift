import CNcurses

/// How many colours a terminal shows.
package enum ColourDepth: Int, Comparable, CaseIterable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case manyColours = 256

  /// The deepest that so many colours allow.
  init(colours: Int) {
    self = ColourDepth.allCases.last { $0.rawValue <= colours } ?? .none
  }

  package static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// What a terminal is told to draw an ink with.
package struct Appearance: Equatable, Sendable {
  /// A colour's number; nil is the terminal's own.
  package var colour: Int?
  package var isBold = false
  package var isDim = false
}

/// The default palette: the terminal's own colours, and hues that can be read on light and on dark.
package enum Palette {
  /// What an ink looks like; no ink is told by its colour alone.
  package static func appearance(of ink: Ink, depth: ColourDepth) -> Appearance {
    switch depth {
    case .none: plain(ink)
    case .eight, .sixteen: basic(ink)
    case .manyColours: full(ink)
    }
  }

  private static func plain(_ ink: Ink) -> Appearance {
    switch ink {
    case .muted: Appearance(isDim: true)
    case .bad: Appearance(isBold: true)
    default: Appearance()
    }
  }

  /// Never blue, which cannot be read on black, nor the bright colours, which vanish on white.
  private static func basic(_ ink: Ink) -> Appearance {
    switch ink {
    case .plain: Appearance()
    case .muted: Appearance(isDim: true)
    case .accent, .series1: Appearance(colour: 6)
    case .good, .series3: Appearance(colour: 2)
    case .watch, .series4: Appearance(colour: 3)
    case .bad: Appearance(colour: 1, isBold: true)
    case .series2: Appearance(colour: 5)
    }
  }

  /// Mid tones, with a contrast of 3 or more on white and on black; blue, orange, green and purple
  /// stay apart for the colour-blind.
  private static func full(_ ink: Ink) -> Appearance {
    switch ink {
    case .plain: Appearance()
    case .muted: Appearance(colour: 243)
    case .accent, .series1: Appearance(colour: 32)
    case .good, .series3: Appearance(colour: 29)
    case .watch: Appearance(colour: 136)
    case .bad, .series2: Appearance(colour: 166)
    case .series4: Appearance(colour: 133)
    }
  }
}
