import Dashboard
import Glibc
import Tables
import Terminal

/// How the user wants the dashboard to look and to be handled, on whatever folder: from a file of the
/// user's own, and over that from the command line. What is nil is left to the terminal.
struct Settings: Equatable {
  var theme: Theme?
  var glyphs: GlyphChoice?
  var mouse: Bool?
  /// Milliseconds to wait after an Esc for the rest of a key.
  var escapeDelay: Int?

  /// Longer than a second nobody waits for an Esc to work.
  static let escapeDelays = 0...1_000

  /// What charts are drawn with.
  enum GlyphChoice: String, CaseIterable {
    /// Whatever the terminal and the locale are likely to show.
    case auto
    case braille, block, ascii
  }

  /// What is given is set.
  init(
    theme: Theme? = nil, glyphs: GlyphChoice? = nil, mouse: Bool? = nil, escapeDelay: Int? = nil
  ) {
    self.theme = theme
    self.glyphs = glyphs
    self.mouse = mouse
    self.escapeDelay = escapeDelay
  }

  /// Reads the settings from TOML.
  init(text: String, file: String) throws(ConfigurationProblem) {
    let root = try ConfigurationSection(text: text, file: file)
    try root.allow(["theme", "glyphs", "mouse", "escape_delay"])
    theme = try root.choice("theme", Theme.allCases.map(\.rawValue)).flatMap(Theme.init)
    glyphs = try root.choice("glyphs", GlyphChoice.allCases.map(\.rawValue))
      .flatMap(GlyphChoice.init)
    mouse = try root.truth("mouse")
    let delays = Settings.escapeDelays
    let delay = try root.number(
      "escape_delay", "a number of milliseconds from 0 to \(delays.upperBound)"
    ) { (Double(delays.lowerBound)...Double(delays.upperBound)).contains($0) }
    escapeDelay = delay.map { Int($0) }
  }

  /// Reads the user's file; without one nothing is set. One that cannot be read, for whatever reason, counts
  /// as none, as the specification has it.
  static func read(
    _ environment: (String) -> String? = Environment.value
  ) throws(ConfigurationProblem) -> Settings {
    for path in paths(environment) {
      guard let bytes = try? textFile(path) else { continue }
      let text = try ConfigurationSection.text(of: bytes, named: path)
      return try Settings(text: text, file: path)
    }
    return Settings()
  }

  /// Where the file may be, the user's own place first, as the XDG Base Directory Specification has it: a
  /// path that is not absolute counts as none given.
  static func paths(_ environment: (String) -> String?) -> [String] {
    func folder(_ name: String) -> String? {
      environment(name).flatMap { $0.hasPrefix("/") ? $0 : nil }
    }
    let own = folder("XDG_CONFIG_HOME") ?? folder("HOME").map { $0 + "/.config" }
    let given = (environment("XDG_CONFIG_DIRS") ?? "").split(separator: ":").map(String.init)
      .filter { $0.hasPrefix("/") }
    let shared = given.isEmpty ? ["/etc/xdg"] : given
    return ([own].compactMap(\.self) + shared).map { $0 + "/winback/settings.toml" }
  }

  /// These settings where they are set, and others where they are not.
  func over(_ others: Settings) -> Settings {
    Settings(
      theme: theme ?? others.theme, glyphs: glyphs ?? others.glyphs, mouse: mouse ?? others.mouse,
      escapeDelay: escapeDelay ?? others.escapeDelay)
  }
}
