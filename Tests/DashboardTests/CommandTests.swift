import Dashboard
import Terminal
import Testing

@testable import Dashboard

struct CommandTests {
  @Test func `no key means two things`() {
    let keys = Command.allCases.flatMap(\.entry.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test(arguments: Command.allCases)
  func `every command has a key, words, and a line in the help`(command: Command) {
    #expect(
      !command.entry.keys.isEmpty || [.glyphs, .theme].contains(command),
      "that one is for the palette")
    #expect(!command.entry.title.isEmpty)
    let help = Dashboard(sample, Size(columns: 120, rows: 70), keys: ["?"]).frame.text
    #expect(help.contains(command.entry.help))
  }

  @Test(arguments: Command.allCases)
  func `a command changes something, or says why not, or is at an end`(command: Command) throws {
    for keys: [Key] in FrameTests.screens.map(\.keys) {
      var dashboard = Dashboard(sample, keys: keys)
      // While a line is typed keys are letters.
      guard dashboard.prompt == nil, let key = command.entry.keys.first else { continue }
      let before = dashboard.frame
      let reason = dashboard.reason(against: command)
      let effects = dashboard.press([key])
      let isOwnScreen = command.screen.map { .screen($0) } == dashboard.view.stack[0]
      #expect(
        !effects.isEmpty || dashboard.frame != before || isOwnScreen
          // At the edge of a page there is nothing further to move to, and everyone knows why.
          || command.isMovement,
        "\(key) after \(keys)")
      if let reason { #expect(dashboard.message == reason) }
    }
  }

  @Test func `every movement moves something somewhere`() {
    let size = Size(columns: 80, rows: 24)
    for (start, key) in [
      ("", Key.down), ("", .right), ("", .pageDown), ("", "G"), ("", .tab), ("G", .up),
      ("G", .pageUp), ("G", "g"), ("G", .backTab),
    ] {
      var dashboard = Dashboard(sample, size, keys: start.map { .character($0) })
      let before = dashboard.frame
      dashboard.press([key])
      #expect(dashboard.frame != before, "\(key)")
    }
    var dashboard = Dashboard(sample, size, keys: [.right, .right])
    let before = dashboard.frame
    dashboard.press([.left])
    #expect(dashboard.frame != before)
  }

  @Test func `help is there while the files are read`() {
    var dashboard = Dashboard(folder: "x", size: Size(columns: 80, rows: 70), glyphs: .braille)
    dashboard.press(["?"])
    #expect(dashboard.frame.text.contains(Command.quit.entry.help))
  }

  @Test func `an unknown key says where to look`() {
    var dashboard = Dashboard(sample)
    dashboard.press(["z"])
    #expect(dashboard.frame.text.contains("z does nothing here: ? lists what does."))
    dashboard.press([.down])
    #expect(!dashboard.frame.text.contains("does nothing here"))
  }

  @Test func `Enter runs the line of the help that the cursor is on`() throws {
    var dashboard = Dashboard(sample, keys: ["?"])
    let line = try #require(Command.allCases.firstIndex(of: .channels))
    dashboard.press([Key](repeating: .down, count: line) + [.enter])
    #expect(dashboard.view.stack == [.screen(.channels)])
  }
}
