import Foundation
import TerminalHarness
import Testing

/// The program as it is built.
enum OpenedProgram {
  static let path = Bundle.main.bundleURL.appendingPathComponent("winback").path
}

/// A folder that is read at once.
let smallFolder = casesFolder + "/drop"

/// The dashboard on a folder, once its scorecard is there.
func opened(
  _ folder: String = smallFolder, _ options: [String] = [], columns: Int = 80, rows: Int = 24,
  environment: [String: String] = PseudoTerminal.environment()
) throws -> PseudoTerminal {
  let terminal = try PseudoTerminal(
    OpenedProgram.path, [folder] + options, columns: columns, rows: rows, environment: environment)
  // The footer is drawn last, and may arrive later than the rest.
  try terminal.wait(for: "the scorecard and its footer") { screen in
    screen.text.contains("> Day-60 reactivation") && screen.lines[rows - 1].contains("explain")
  }
  return terminal
}

/// Fails unless the terminal is as it was before the program.
func expectRestored(_ terminal: PseudoTerminal) throws {
  #expect(!terminal.screen.isAlternateScreen)
  #expect(terminal.screen.isCursorVisible)
  #expect(
    terminal.screen.modes.isDisjoint(with: [.bracketedPaste, .mouseClicks, .extendedMouse]))
  #expect(try terminal.attributes() == untouched())
  // Every sequence was one that draws: none asked the terminal anything.
  #expect(terminal.screen.unknown.isEmpty)
}

/// What a terminal is set to before any program runs in it.
func untouched() throws -> TerminalAttributes {
  let terminal = try PseudoTerminal("/bin/true")
  try terminal.waitForExit()
  return try terminal.attributes()
}
