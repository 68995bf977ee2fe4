import Terminal
import TerminalHarness
import Testing

/// A screen that no other test draws beside.
final class OnlyScreen {
  private let turn = ScreenTurn()
  private var opened: Screen?

  init(
    _ output: String = "/dev/null", types: [String] = ["xterm-256color"],
    _ manner: Screen.Manner = Screen.Manner()
  ) {
    opened = Screen.open(Screen.Files(input: "/dev/null", output: output), types: types, manner)
  }

  /// The screen, where the terminal is one.
  func screen() throws -> Screen { try #require(opened) }

  var isNone: Bool { opened == nil }

  // Before the turn ends.
  deinit { opened = nil }
}
