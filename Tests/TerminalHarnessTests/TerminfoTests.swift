import TerminalHarness
import Testing

/// What `tput` prints is what ncurses prints: both read it from terminfo.
@Suite("Sequences from terminfo")
struct TerminfoTests {
  static let terminals = ["xterm-256color", "tmux-256color", "screen", "linux", "vt100"]

  private func run(_ script: String, _ terminal: String) throws -> TerminalEmulator {
    let pseudoTerminal = try PseudoTerminal(
      "/bin/sh", ["-c", script], environment: PseudoTerminal.environment(terminal: terminal))
    #expect(try pseudoTerminal.waitForExit() == .exited(0))
    return pseudoTerminal.screen
  }

  @Test("draw, move and style", arguments: terminals)
  func draw(terminal: String) throws {
    let screen = try run(
      "tput clear; tput cup 3 5; printf x; tput bold; printf b; tput sgr0; tput rev; printf r; "
        + "tput sgr0; tput cup 4 0; printf abcdef; tput cup 4 2; tput el; tput home; printf first; "
        + "tput smacs; printf qx; tput rmacs; tput csr 0 9; tput cup 9 0; tput ind; tput ri",
      terminal)
    #expect(screen.unknown == [])
    #expect(screen.place(of: "x")?.row == 2)
    #expect(screen.cell(2, 5) == Cell("x"))
    #expect(screen.cell(2, 6) == Cell("b", style: Style(.bold)))
    #expect(screen.cell(2, 7) == Cell("r", style: Style(.reverse)))
    #expect(screen.lines[3] == "ab")
  }

  @Test("of start and end leave the terminal as it was", arguments: terminals)
  func startAndEnd(terminal: String) throws {
    let screen = try run(
      "printf before; for name in smcup smkx enacs civis cvvis flash setaf\\ 1 setab\\ 4 cnorm op oc "
        + "rmkx rmcup sgr0; do tput $name; done; true", terminal)
    #expect(screen.unknown == [])
    #expect(screen.modes.subtracting([.blinkingCursor]) == .initial)
    #expect(screen.lines[0] == "before")
  }

  @Test("colour by the terminal's own depth")
  func colours() throws {
    let script = "tput setaf 3; printf a; tput setab 200; printf b"
    let screen = try run(script, "xterm-256color")
    #expect(screen.style(of: "a") == Style(foreground: .numbered(3)))
    #expect(
      screen.style(of: "b") == Style(foreground: .numbered(3), background: .numbered(200)))
  }

  @Test("a whole reset is understood", arguments: terminals)
  func reset(terminal: String) throws {
    let screen = try run("tput init; tput reset; printf done", terminal)
    #expect(screen.unknown == [])
    #expect(screen.lines[0] == "done")
  }
}
