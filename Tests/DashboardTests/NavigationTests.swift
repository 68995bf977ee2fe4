import Terminal
import Testing

@testable import Dashboard

struct NavigationTests {
  @Test func `it opens on the scorecard, with the cursor on its first number`() {
    let dashboard = Dashboard(sample)
    #expect(dashboard.view.stack == [.screen(.scorecard)])
    #expect(dashboard.frame.text.contains("> Day-60 reactivation"))
  }

  @Test func `where the first number lies below the screen it opens on the answer`() {
    let dashboard = Dashboard(sample, Size(columns: 40, rows: 12))
    #expect(dashboard.frame.text(row: 2).contains("> Day-60 win-back"))
  }

  @Test func `Enter drills and Esc comes back to where one was`() throws {
    var dashboard = Dashboard(sample, keys: ["3", .down])
    let before = dashboard.frame
    dashboard.press([.enter])
    #expect(dashboard.view.stack.count == 2)
    #expect(dashboard.frame != before)
    dashboard.press([.down, .down, .escape])
    #expect(dashboard.frame == before)
  }

  @Test func `Esc at a root says how to leave`() {
    var dashboard = Dashboard(sample)
    #expect(dashboard.press([.escape]).isEmpty)
    #expect(dashboard.frame.text.contains("q quits"))
  }

  @Test(arguments: [["q"], [.control("c")]] as [[Key]])
  func `q and Ctrl-C leave from anywhere`(keys: [Key]) {
    for opened: [Key] in [[], ["3", .enter], ["?"]] {
      var dashboard = Dashboard(sample, keys: opened)
      #expect(dashboard.press(keys) == [.quit])
    }
  }

  @Test func `each screen remembers its row and its column`() {
    var dashboard = Dashboard(sample, keys: [.down, .down, .right, "3", .down, "1"])
    let page = dashboard.page
    #expect(page.map { dashboard.place(on: $0).stop.row } == 2)
    #expect(page.map { dashboard.place(on: $0).column } == 1)
    dashboard.press(["3"])
    #expect(dashboard.page.map { dashboard.place(on: $0).stop.row } == 1)
  }

  @Test func `the row under the cursor says more`() {
    let dashboard = Dashboard(sample, keys: [.down, .down, .down])
    #expect(dashboard.frame.text.contains("of revenue"))
  }

  @Test func `a reload is asked for once, and keeps the place`() throws {
    var dashboard = Dashboard(sample, keys: ["3", .down, .enter])
    #expect(dashboard.press(["R"]) == [.reload(Lens())])
    #expect(dashboard.press(["R"]).isEmpty)
    #expect(dashboard.message == "Still reading.")
    let before = dashboard.view.stack
    _ = dashboard.update(.loaded(sample))
    #expect(dashboard.view.stack == before)
  }

  @Test func `a reload that fails keeps what is shown, and says so`() {
    var dashboard = Dashboard(sample, keys: ["R"])
    #expect(dashboard.update(.failed("orders.csv is gone.")).isEmpty)
    #expect(dashboard.frame.text.contains("> Day-60 reactivation"))
    #expect(dashboard.frame.text.contains("orders.csv is gone."))
    dashboard.press([.down])
    #expect(!dashboard.frame.text.contains("orders.csv is gone."))
    #expect(dashboard.frame.text.contains("not read again"), "it stays said")
  }

  @Test func `a folder that cannot be read ends it with the reason`() {
    var dashboard = Dashboard(folder: "x", size: Size(columns: 80, rows: 24), glyphs: .braille)
    #expect(dashboard.frame.text.contains("Reading x"))
    #expect(
      dashboard.update(.failed("There is no folder x.")) == [.giveUp("There is no folder x.")])
  }

  @Test func `pasted text runs nothing`() {
    var dashboard = Dashboard(sample)
    #expect(dashboard.update(.pasted("q3q\n")).isEmpty)
    #expect(dashboard.view.stack == [.screen(.scorecard)])
  }
}
