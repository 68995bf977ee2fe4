import Glibc

/// What decides which way a copied text goes.
package struct ClipboardEnvironment: Equatable, Sendable {
  /// The terminal's type, as TERM has it; empty where it is not known.
  package var terminal: String
  /// The program that reaches tmux, by name or by path; nil outside tmux.
  package var tmux: String?
  /// The folders that a file may be left in; the first that takes it is used.
  package var directories: [String]
  /// How long tmux may take before it is given up.
  package var patience: Duration

  /// An environment that is not the program's own.
  package init(
    terminal: String, tmux: String? = nil, directories: [String] = [],
    patience: Duration = .seconds(2)
  ) {
    self.terminal = terminal
    self.tmux = tmux
    self.directories = directories
    self.patience = patience
  }

  /// What the program was started in.
  package static var current: ClipboardEnvironment {
    ClipboardEnvironment(
      terminal: value("TERM") ?? "", tmux: value("TMUX") == nil ? nil : "tmux",
      directories: [value("XDG_RUNTIME_DIR"), value("TMPDIR"), "/tmp"].compactMap { $0 })
  }

  /// The value of a variable; an empty one counts as none.
  private static func value(_ name: String) -> String? {
    guard let value = unsafe getenv(name), unsafe value.pointee != 0 else { return nil }
    return unsafe String(cString: value)
  }
}

extension ClipboardEnvironment {
  /// Whether the terminal is known to have no clipboard: some of these would show the sequence.
  var isWithoutClipboard: Bool {
    terminal.isEmpty || terminal == "dumb" || terminal == "linux" || terminal.hasPrefix("vt")
  }

  /// Whether GNU screen may stand between the program and the terminal: it passes nothing on that is
  /// not wrapped.
  var isWithinScreen: Bool { tmux == nil && terminal.hasPrefix("screen") }
}
