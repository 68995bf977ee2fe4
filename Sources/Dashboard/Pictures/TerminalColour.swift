/// A colour of xterm's 256 as pictures have it.
enum TerminalColour {
  /// The parts of a colour of the cube, by its place.
  private static let levels = [0, 95, 135, 175, 215, 255]

  /// The first sixteen, which every terminal shows in its own way.
  private static let basic = [
    "#000000", "#cd0000", "#00cd00", "#cdcd00", "#0000ee", "#cd00cd", "#00cdcd", "#e5e5e5",
    "#7f7f7f", "#ff0000", "#00ff00", "#ffff00", "#5c5cff", "#ff00ff", "#00ffff", "#ffffff",
  ]

  /// The colour of a number from 0 to 255 in sRGB, such as `#0087d7`.
  static func hexadecimal(_ number: Int) -> String {
    if basic.indices.contains(number) { return basic[number] }
    if number >= 232 { return hexadecimal(parts: [8 + 10 * (number - 232)], times: 3) }
    let place = number - 16
    return hexadecimal(
      parts: [levels[place / 36 % 6], levels[place / 6 % 6], levels[place % 6]], times: 1)
  }

  private static func hexadecimal(parts: [Int], times: Int) -> String {
    let digits = parts.map { part in
      let text = String(part, radix: 16)
      return part < 16 ? "0" + text : text
    }
    return "#" + String(repeating: digits.joined(), count: times)
  }
}
