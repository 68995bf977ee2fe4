import Glibc
import Terminal
import Testing

struct PaletteTests {
  @Test(arguments: Ink.allCases)
  func `every ink can be read on black and on white`(ink: Ink) throws {
    guard let colour = Palette.appearance(of: ink, depth: .manyColours).colour else { return }
    let light = try luminance(ofColour: colour)
    #expect((light + 0.05) / 0.05 >= 3, "on black")
    #expect(1.05 / (light + 0.05) >= 3, "on white")
  }

  @Test func `without colours nothing is coloured, and bad still stands out`() {
    #expect(Ink.allCases.allSatisfy { Palette.appearance(of: $0, depth: .none).colour == nil })
    #expect(Palette.appearance(of: .bad, depth: .none).isBold)
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
