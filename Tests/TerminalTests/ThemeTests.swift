import Glibc
import Terminal
import Testing

struct ThemeTests {
  private static let white = 231
  private static let black = 16
  /// What dark terminals have for black, at its lightest.
  private static let darkGrey = 236

  /// The grounds that a theme is for, by xterm's numbers, and the contrast that its inks have there.
  static let grounds: [(theme: Theme, ground: Int, contrast: Double)] = [
    (.terminal, black, 3), (.terminal, white, 3), (.dark, black, 7), (.dark, darkGrey, 4.5),
    (.light, white, 4.5), (.highContrast, black, 7),
  ]

  @Test(arguments: grounds.indices, Ink.allCases)
  func `every ink can be read on the grounds that a theme is for`(place: Int, ink: Ink) throws {
    let (theme, ground, least) = ThemeTests.grounds[place]
    guard let colour = theme.appearance(of: ink, depth: .manyColours).colour else { return }
    let lights = try [luminance(ofColour: colour), luminance(ofColour: ground)].sorted()
    let contrast = (lights[1] + 0.05) / (lights[0] + 0.05)
    #expect(contrast >= least, "\(theme) \(ink) on \(ground)")
  }

  @Test(arguments: Theme.allCases)
  func `without colours nothing is coloured, and bad still stands out`(theme: Theme) {
    #expect(Ink.allCases.allSatisfy { theme.appearance(of: $0, depth: .none).colour == nil })
    #expect(theme.appearance(of: .bad, depth: .none).isBold)
    #expect(theme.ground(depth: .none) == nil)
  }

  @Test(arguments: Theme.allCases, ColourDepth.allCases)
  func `a theme asks for no colour that the terminal lacks`(theme: Theme, depth: ColourDepth) {
    for ink in Ink.allCases {
      let colour = theme.appearance(of: ink, depth: depth).colour ?? -1
      #expect(colour < depth.rawValue, "\(ink)")
    }
    #expect((theme.ground(depth: depth) ?? -1) < depth.rawValue)
    #expect(theme.appearance(of: .bad, depth: depth).isBold || depth == .manyColours)
  }

  @Test func `only high contrast brings a ground, and nothing on it is faint`() {
    for theme in Theme.allCases {
      #expect((theme.ground(depth: .manyColours) != nil) == (theme == .highContrast))
    }
    for depth in ColourDepth.allCases where depth != .none {
      for ink in Ink.allCases {
        let look = Theme.highContrast.appearance(of: ink, depth: depth)
        #expect(!look.isDim && look.colour != nil && look.colour != 4)
      }
    }
  }

  @Test func `one theme follows the other, and the first the last`() {
    var theme = Theme.terminal
    var seen: [Theme] = []
    repeat {
      seen.append(theme)
      theme = theme.next
    } while theme != .terminal
    #expect(seen == Theme.allCases)
  }

  /// The relative luminance of a colour of xterm's 256, as WCAG 2.2 has it.
  private func luminance(ofColour colour: Int) throws -> Double {
    let levels = [0, 95, 135, 175, 215, 255]
    try #require((16...255).contains(colour))
    let cube = colour - 16
    let parts =
      colour >= 232
      ? [Int](repeating: 8 + 10 * (colour - 232), count: 3)
      : [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    let linear = parts.map { part in
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }
}
