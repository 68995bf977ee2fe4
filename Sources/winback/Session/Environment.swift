import Dashboard
import Glibc
import Terminal

/// What the environment says of the terminal, and the settings of what it leaves open.
enum Environment {
  /// The terminal's type, and those that most others behave as: a server seldom knows them all.
  static var terminalTypes: [String] {
    [value("TERM") ?? ""].filter { !$0.isEmpty } + ["xterm-256color", "xterm", "vt100"]
  }

  /// As https://no-color.org has it: any value of NO_COLOR but an empty one means no colours, unless the
  /// user's own settings ask for some.
  static func manner(
    _ settings: Settings, _ value: (String) -> String? = Environment.value
  ) -> Screen.Manner {
    let allowsColours = settings.theme != nil || (value("NO_COLOR") ?? "").isEmpty
    return Screen.Manner(hasColours: allowsColours, escapeDelay: escapeDelay(settings, value))
  }

  /// Longer where keys cross a network, which may part what a key sends.
  private static func escapeDelay(_ settings: Settings, _ value: (String) -> String?) -> Int {
    if let delay = settings.escapeDelay { return delay }
    if let delay = value("ESCDELAY").flatMap({ Int($0) }) { return max(0, delay) }
    return value("SSH_CONNECTION") == nil ? 25 : 100
  }

  /// Terminals with fonts of their own know neither braille nor blocks.
  static func glyphs(_ settings: Settings, _ abilities: Screen.Abilities) -> GlyphSet {
    guard abilities.isUnicode else { return .ascii }
    switch settings.glyphs ?? .auto {
    case .braille: return .braille
    case .block: return .block
    case .ascii: return .ascii
    case .auto:
      let type = value("TERM") ?? ""
      return type == "linux" || type.hasPrefix("vt") ? .ascii : .braille
    }
  }

  static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }
}
