import CNcurses

/// Inks as ncurses has them: pairs of a colour and what is behind it, numbered theme by theme.
extension Screen {
  /// Numbers the pairs of all themes, fewer than the 64 that the plainest terminals have.
  static func startColours() -> ColourDepth {
    // Without this guard ncurses 6.4 would crash on a terminal that has none.
    guard has_colors() else { return .none }
    start_color()
    use_default_colors()
    let depth = ColourDepth(colours: Int(nc_colours()))
    if depth == .none { return .none }
    for theme in Theme.allCases {
      let ground = Int32(theme.ground(depth: depth) ?? -1)
      for ink in Ink.allCases {
        let colour = Int32(theme.appearance(of: ink, depth: depth).colour ?? -1)
        init_extended_pair(Int32(number(of: ink, theme)), colour, ground)
      }
    }
    return depth
  }

  private static func number(of ink: Ink, _ theme: Theme) -> Int16 {
    let place = Theme.allCases.firstIndex(of: theme) ?? 0
    return Int16(place * Ink.allCases.count) + Int16(ink.rawValue) + 1
  }

  /// The pair that an ink is drawn with now.
  func pair(_ ink: Ink) -> Int16 {
    abilities.colours == .none || theme == .mono ? 0 : Screen.number(of: ink, theme)
  }

  /// Lets the next frame be drawn in the colours of a theme that was just chosen.
  func applyTheme() {
    let hasGround = theme.ground(depth: abilities.colours) != nil
    unsafe nc_set_ground(window, hasGround ? Int32(pair(.plain)) : 0)
    drawn = nil
  }
}
