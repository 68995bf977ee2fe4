import Metrics
import Terminal
import Testing

@testable import Dashboard
@testable import Tables

/// What comes late, twice or in another order than it was asked for.
struct EventOrderTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  /// A day on which nobody had been written to.
  private var earliest: Evidence {
    get throws { sample.at(try #require(sample.orderDays?.lowerBound)) }
  }

  @Test(arguments: [Key.escape, .enter])
  func `a line that was typed over what is gone is gone, too`(key: Key) throws {
    for line: [Key] in [[":"], ["/"], ["e"]] {
      var dashboard = Dashboard(sample, keys: ["3", .enter, "{", "{", "{"] + line)
      _ = dashboard.update(.loaded(try earliest))
      #expect(dashboard.layer == .screen(.channels))
      #expect(dashboard.prompt == nil)
      dashboard.press([key, .escape, .escape])
      #expect(dashboard.view.stack == [.screen(.channels)])
    }
  }

  @Test func `after Esc what was asked for is not taken any more`() throws {
    var dashboard = Dashboard(sample, keys: ["[", .escape])
    #expect(dashboard.message == "What was there stays.")
    _ = dashboard.update(.loaded(sample.at(try day("2026-09-30"))))
    #expect(dashboard.evidence === sample)
    #expect(dashboard.view.asOf == nil)
  }

  @Test func `a look that was given up is not taken for the files that are read again`() throws {
    var dashboard = Dashboard(sample, keys: ["[", .escape, "R"])
    _ = dashboard.update(.loaded(sample.at(try day("2026-09-30"))))
    #expect(dashboard.evidence === sample)
    #expect(dashboard.isBusy)
    let again = try evidence(ofFolder: sampleFolder)
    _ = dashboard.update(.loaded(again))
    #expect(dashboard.evidence === again)
    #expect(dashboard.frame.text.contains("Read again: 8 files."))
  }

  @Test func `a failed load leaves the day that is shown`() {
    var dashboard = Dashboard(sample, keys: ["R"])
    _ = dashboard.update(.failed("orders.csv is gone."))
    #expect(dashboard.view.asOf == nil)
    #expect(dashboard.lens == sample.lens)
  }

  @Test func `names that come after they were hidden again are not shown`() {
    var dashboard = Dashboard(sample, Size(columns: 200, rows: 40), keys: ["5", "x", "x"])
    _ = dashboard.update(.introduced(["C100338": Contact(name: "Ann", email: "ann@example.com")]))
    #expect(!dashboard.isRevealed)
    #expect(!dashboard.frame.text.contains("Ann"))
  }

  @Test func `lines that were looked up with names are not shown without`() {
    var dashboard = Dashboard(sample, keys: ["5", "o"])
    let field = Trace.Field(name: "name", text: "Ann")
    let row = Trace.Row(table: .customers, file: "customers.csv", line: 2, fields: [field])
    _ = dashboard.update(
      .traced(Trace(customer: "C100338", isRevealing: true, rows: [row])))
    #expect(!dashboard.frame.text.contains("Ann"))
  }

  @Test func `overlays over a sorted and scrolled list speak of the row under the cursor`() throws {
    let size = Size(columns: 200, rows: 40)
    var dashboard = Dashboard(sample, size, keys: ["5", .right, .right, "s"])
    dashboard.press([Key](repeating: .pageDown, count: 3))
    let row = try #require(dashboard.rowUnderCursor)
    let id = row.cells[0].text
    let column = try #require(dashboard.columnUnderCursor)
    var explained = dashboard
    explained.press(["i"])
    #expect(
      explained.frame.text(row: 2).contains("\(id), orders: \(row.cells[column].text)"),
      "\(explained.frame.text(row: 2)) for \(id) \(row.cells[column].text)")
    #expect(dashboard.press(["o"]) == [.trace(id)])
    #expect(dashboard.page?.crumbs == ["Origin", id])
  }

  @Test func `a folder opened on another day steps from that day`() throws {
    let lens = Lens(asOf: try day("2026-06-30"))
    var dashboard = Dashboard(
      folder: "folder", size: Size(columns: 80, rows: 24), glyphs: .braille, lens: lens)
    _ = dashboard.update(.loaded(sample.seen(through: lens)))
    #expect(dashboard.address.text == "scorecard?asof=2026-06-30")
    #expect(dashboard.press(["R"]) == [.reload(lens)])
    _ = dashboard.press([.escape])
    #expect(dashboard.press(["["]) == [.look(Lens(asOf: try day("2026-05-31")))])
  }

  @Test func `what is marked and gone is not compared`() throws {
    var dashboard = Dashboard(sample, keys: ["2", " ", .down, " ", "{", "{", "{"])
    _ = dashboard.update(.loaded(try earliest))
    dashboard.press(["c"])
    #expect(dashboard.layer == .screen(.segments))
    #expect(dashboard.message == "There is nothing of it on that day.")
  }

  @Test func `5 lists people once`() {
    var dashboard = Dashboard(sample, keys: ["3", .enter, "5"])
    let stack = dashboard.view.stack
    #expect(stack.count == 3)
    dashboard.press(["5"])
    #expect(dashboard.view.stack == [.screen(.people)])
    dashboard.press(["5"])
    #expect(dashboard.message == "People is open.")
  }
}
