import Foundation
import Terminal
import TerminalHarness
import Testing

@testable import Dashboard

/// How many bytes the real ncurses sends for what the dashboard shows: it is used over slow lines.
@Suite(.serialized)
struct BudgetTests {
  /// A terminal's end of the line, as a file.
  private final class Line {
    private let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      UUID().uuidString)
    private let turn = ScreenTurn()
    private var screen: Screen?

    init(_ size: Size, _ theme: Theme = .terminal) throws {
      try Data().write(to: file)
      let files = Screen.Files(input: "/dev/null", output: file.path)
      let screen = try #require(Screen.open(files, types: ["xterm-256color"]))
      screen.theme = theme
      screen.resize(size)
      self.screen = screen
    }

    deinit {
      // Before the turn ends.
      screen = nil
      try? FileManager.default.removeItem(at: file)
    }

    /// Shows what a dashboard shows; gives how many bytes that took.
    func show(_ dashboard: Dashboard) throws -> Int {
      let before = try size()
      screen?.show(dashboard.frame)
      return try size() - before
    }

    private func size() throws -> Int {
      try #require(try FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int)
    }
  }

  @Test(arguments: Theme.allCases)
  func `a new screen takes at most four kilobytes, and nothing new takes nothing`(theme: Theme)
    throws
  {
    let size = Size(columns: 80, rows: 24)
    let line = try Line(size, theme)
    for (name, keys) in FrameTests.screens {
      let dashboard = Dashboard(sample, size, keys: keys)
      #expect(try line.show(dashboard) <= 4_096 * groundFactor(theme), "\(name)")
      #expect(try line.show(dashboard) == 0, "\(name)")
    }
  }

  @Test(arguments: Theme.allCases)
  func `no frame of 200 x 60 takes more than twelve kilobytes`(theme: Theme) throws {
    let size = Size(columns: 200, rows: 60)
    let line = try Line(size, theme)
    for (name, keys) in FrameTests.screens {
      let bytes = try line.show(Dashboard(sample, size, keys: keys))
      #expect(bytes <= 12_288 * groundFactor(theme), "\(name)")
    }
  }

  /// A ground of its own is sent for blanks, too.
  private func groundFactor(_ theme: Theme) -> Int {
    theme.ground(depth: .manyColours) == nil ? 1 : 2
  }

  /// Where more than two lines are said of a row, to cut no verdict off, the others are its own.
  @Test func `a move of the cursor takes at most 300 bytes, with what is said of the row`() throws {
    let size = Size(columns: 80, rows: 24)
    let line = try Line(size)
    for (name, keys) in FrameTests.screens {
      var dashboard = Dashboard(sample, size, keys: keys)
      _ = try line.show(dashboard)
      for key in [Key.down, .right, .down, .up, .left] where dashboard.prompt == nil {
        let (before, footer) = (try seen(dashboard), dashboard.frame.text(row: size.rows - 1))
        dashboard.press([key])
        let bytes = try line.show(dashboard)
        let further = max(0, dashboard.detailLines.count - 2)
        // Other lines of the page are another screen.
        let most = try seen(dashboard) != before ? 4_096 : 300 + further * size.columns
        #expect(bytes <= most, "\(key) on \(name)")
        #expect(dashboard.frame.text(row: size.rows - 1) == footer, "\(key) on \(name)")
      }
    }
  }

  /// Which lines of the page are seen.
  private func seen(_ dashboard: Dashboard) throws -> Range<Int> {
    let top = dashboard.place(on: try #require(dashboard.page)).top
    return top..<top + dashboard.bodyHeight
  }
}
