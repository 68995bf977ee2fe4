import Dispatch

/// The turn to draw with ncurses, which keeps one terminal for the whole process: whoever opens a screen
/// in a test holds it, and tests of other suites wait.
package final class ScreenTurn: Sendable {
  private static let free = DispatchSemaphore(value: 1)

  /// Waits for the turn.
  package init() { ScreenTurn.free.wait() }

  deinit { ScreenTurn.free.signal() }
}
