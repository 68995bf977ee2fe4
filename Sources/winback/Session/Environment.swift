import Dashboard
import Glibc
import Terminal

/// What the environment says of the terminal.
enum Environment {
  /// The terminal's type, and those that most others behave as: a server seldom knows them all.
  static var terminalTypes: [String] {
    [value("TERM") ?? ""].filter { !$0.isEmpty } + ["xterm-256color", "xterm", "vt100"]
  }

  /// As https://no-color.org has it: any value but an empty one.
  static var allowsColours: Bool { (value("NO_COLOR") ?? "").isEmpty }

  /// Terminals with fonts of their own know neither braille nor blocks.
  static func glyphs(_ abilities: Screen.Abilities) -> GlyphSet {
    let type = value("TERM") ?? ""
    let isPlain = type == "linux" || type.hasPrefix("vt") || !abilities.isUnicode
    return isPlain ? .ascii : .braille
  }

  private static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
