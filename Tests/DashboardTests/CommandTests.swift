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
    #expect(!command.entry.keys.isEmpty)
    #expect(!command.entry.title.isEmpty)
    let help = Dashboard(sample, Size(columns: 120, rows: 60), keys: ["?"]).frame.text
    #expect(help.contains(command.entry.help))
  }

  @Test(arguments: Command.allCases)
  func `a command does something or says why not`(command: Command) throws {
    for keys: [Key] in FrameTests.screens.map(\.keys) {
      var dashboard = Dashboard(sample, keys: keys)
      let before = dashboard
      let key = try #require(command.entry.keys.first)
      let effects = dashboard.press([key])
      let isMovement = dashboard.reason(against: command) == nil && effects.isEmpty
      #expect(
        isMovement || !effects.isEmpty || dashboard.message != nil
          || dashboard.view.stack != before.view.stack, "\(key) after \(keys)")
    }
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
