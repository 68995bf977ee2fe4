/// The colours of each theme, by xterm's numbers. Blue, orange, green and purple stay apart for the
/// colour-blind.
extension Theme {
  static func own(_ ink: Ink, _ depth: ColourDepth) -> Appearance {
    depth == .manyColours ? ownOfMany(ink) : ownOfFew(ink)
  }

  /// Mid tones, with a contrast of 3 or more on white and on black.
  private static func ownOfMany(_ ink: Ink) -> Appearance {
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

  /// Never blue, which cannot be read on black, nor the bright colours, which vanish on white.
  private static func ownOfFew(_ ink: Ink) -> Appearance {
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

  /// Light tones, with a contrast of 7 or more on black, and of 4.5 on the dark greys that terminals
  /// have for black.
  static func onDark(_ ink: Ink, _ depth: ColourDepth) -> Appearance {
    switch ink {
    case .plain: Appearance()
    case .muted: depth == .manyColours ? Appearance(colour: 248) : Appearance(isDim: true)
    case .accent, .series1: Appearance(colour: depth.choice(eight: 6, sixteen: 14, many: 81))
    case .good, .series3: Appearance(colour: depth.choice(eight: 2, sixteen: 10, many: 78))
    case .watch: Appearance(colour: depth.choice(eight: 3, sixteen: 11, many: 221))
    case .bad: Appearance(colour: depth.choice(eight: 1, sixteen: 9, many: 209), isBold: true)
    case .series2: Appearance(colour: depth.choice(eight: 3, sixteen: 11, many: 215))
    case .series4: Appearance(colour: depth.choice(eight: 5, sixteen: 13, many: 177))
    }
  }

  /// Dark tones, with a contrast of 4.5 or more on white; never yellow nor cyan, which vanish there.
  static func onLight(_ ink: Ink, _ depth: ColourDepth) -> Appearance {
    switch ink {
    case .plain: Appearance()
    case .muted: depth == .manyColours ? Appearance(colour: 240) : Appearance(isDim: true)
    case .accent, .series1: Appearance(colour: depth.choice(eight: 4, sixteen: 4, many: 25))
    case .good, .series3: Appearance(colour: depth.choice(eight: 2, sixteen: 2, many: 22))
    case .watch: Appearance(colour: depth.choice(eight: 5, sixteen: 5, many: 94))
    case .bad: Appearance(colour: depth.choice(eight: 1, sixteen: 1, many: 124), isBold: true)
    case .series2: Appearance(colour: depth.choice(eight: 1, sixteen: 1, many: 130))
    case .series4: Appearance(colour: depth.choice(eight: 5, sixteen: 5, many: 90))
    }
  }

  /// A contrast of 7 or more on the black that comes with it; what others have faint is white.
  static func contrasting(_ ink: Ink, _ depth: ColourDepth) -> Appearance {
    switch ink {
    case .plain, .muted: Appearance(colour: depth.choice(eight: 7, sixteen: 15, many: 231))
    case .accent, .series1: Appearance(colour: depth.choice(eight: 6, sixteen: 14, many: 51))
    case .good, .series3: Appearance(colour: depth.choice(eight: 2, sixteen: 10, many: 46))
    case .watch: Appearance(colour: depth.choice(eight: 3, sixteen: 11, many: 226))
    // Red on black is dark where there are few colours.
    case .bad: Appearance(colour: depth.choice(eight: 7, sixteen: 15, many: 217), isBold: true)
    case .series2: Appearance(colour: depth.choice(eight: 3, sixteen: 11, many: 215))
    case .series4: Appearance(colour: depth.choice(eight: 7, sixteen: 13, many: 219))
    }
  }
}

extension ColourDepth {
  /// The number of a colour where there are so many of them.
  fileprivate func choice(eight: Int, sixteen: Int, many: Int) -> Int {
    switch self {
    case .none, .eight: eight
    case .sixteen: sixteen
    case .manyColours: many
    }
  }
}
