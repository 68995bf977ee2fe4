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

  /// In the terminal's own colours, from the mark before a row to a highlight in its last column, with
  /// all that is said of each row.
  @Test func `a move of the cursor takes at most 300 bytes, and leaves the footer alone`() throws {
    try expectMoves(Size(columns: 80, rows: 24), .terminal, bytes: 300) { 0..<$0 }
  }

  @Test func `nor does it in few columns, or in many`() throws {
    try expectMoves(Size(columns: 40, rows: 24), .terminal, bytes: 300) { _ in 0..<1 }
    try expectMoves(Size(columns: 120, rows: 40), .terminal, bytes: 300) { _ in 0..<1 }
  }

  /// Each change of style sends the ground's colour, too.
  @Test func `a move takes a third more where the theme has a ground of its own`() throws {
    try expectMoves(Size(columns: 80, rows: 24), .highContrast, bytes: 400) { _ in 0..<2 }
  }

  /// Moves through every row of every screen, in some of so many columns.
  private func expectMoves(
    _ size: Size, _ theme: Theme, bytes most: Int, in columns: (Int) -> Range<Int>
  ) throws {
    let line = try Line(size, theme)
    var moves: [Int] = []
    for (name, keys) in FrameTests.screens {
      let opened = Dashboard(sample, size, keys: keys)
      if opened.prompt != nil { continue }
      let page = try #require(opened.page)
      let rows = page.sections.reduce(0) { $0 + $1.stops }
      let count = page.sections.indices.reduce(1) {
        max($0, page.table(at: $1)?.columns.count ?? 1)
      }
      for column in columns(count) {
        let there = [Key](repeating: .right, count: column)
        var dashboard = Dashboard(sample, size, keys: keys + ["g"] + there)
        _ = try line.show(dashboard)
        for key in [Key](repeating: .down, count: min(rows, 30)) + [.right, .left, .up] {
          let before = dashboard
          dashboard.press([key])
          let bytes = try line.show(dashboard)
          #expect(footer(dashboard) == footer(before), "\(key) on \(name)")
          // Other lines of the page are another screen.
          if try top(dashboard) != top(before) { continue }
          moves.append(bytes)
          #expect(bytes <= most, "\(key) on \(name)")
        }
      }
    }
    #expect(moves.count > 200)
  }

  private func footer(_ dashboard: Dashboard) -> String {
    dashboard.frame.text(row: dashboard.size.rows - 1)
  }

  /// The first line of the page that is seen, and the first row of a list.
  private func top(_ dashboard: Dashboard) throws -> [Int] {
    let place = dashboard.place(on: try #require(dashboard.page))
    return [place.top, place.firstRow]
  }
}
