import Glyphs
import Terminal
import Testing

@testable import Dashboard

/// What holds for every size and every sequence of keys.
struct LayoutLawTests {
  private static let keys: [Key] = [
    "1", "2", "3", "4", "6", "v", "b", .backspace, "?", .enter, .escape, .up, .down, .left, .right,
    "g", "G", .pageUp, .pageDown, .tab,
    .backTab, "z", "R",
  ]

  @Test(arguments: 0..<8)
  func `the cursor is always on the screen, whatever is pressed at whatever size`(seed: UInt64)
    throws
  {
    var random = Seeded(seed)
    var dashboard = Dashboard(sample)
    for _ in 0..<100 {
      if random.chance(10) {
        let size = Size(columns: random.number(1...220), rows: random.number(1...70))
        _ = dashboard.update(.resized(size))
      } else {
        let effects = dashboard.press([random.element(LayoutLawTests.keys)])
        if effects == [.reload(Lens())] { _ = dashboard.update(.loaded(sample)) }
      }
      let frame = dashboard.frame
      #expect(frame.size == dashboard.size)
      let page = try #require(dashboard.page)
      let place = dashboard.place(on: page)
      let lines = try #require(dashboard.shown?.layout.places[place.stop])
      #expect(lines.overlaps(place.top..<place.top + dashboard.bodyHeight), "\(frame.text)")
    }
  }

  @Test(arguments: [
    Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 120, rows: 40),
  ])
  func `paging down from the top shows every line of a page, and comes to its end`(size: Size)
    throws
  {
    for keys: [Key] in [[], ["2"], ["3", .down, .enter], ["4"], ["6"], ["v"], ["?"]] {
      var dashboard = Dashboard(sample, Size(columns: 120, rows: 40), keys: keys)
      _ = dashboard.update(.resized(size))
      dashboard.press(["g"])
      let layout = try #require(dashboard.shown?.layout)
      var seen: Set<Int> = []
      for _ in 0..<200 {
        let page = try #require(dashboard.page)
        let top = dashboard.place(on: page).top
        // The titles that stay lie over the first line.
        let hidden = layout.lines[top].head.map { $0 < top } ?? false
        seen.formUnion(top + (hidden ? 1 : 0)..<min(top + dashboard.bodyHeight, layout.lines.count))
        dashboard.press([.pageDown])
      }
      let missed = Set(layout.lines.indices).subtracting(seen).sorted()
      #expect(missed.isEmpty, "\(keys) at \(size): \(missed)")
      let page = try #require(dashboard.page)
      #expect(dashboard.place(on: page).stop == layout.lastStop)
    }
  }

  @Test(arguments: [30, 40, 60, 79, 80, 100, 110, 120, 160, 200])
  func `nothing is written beyond the width`(width: Int) throws {
    for keys: [Key] in FrameTests.screens.map(\.keys) {
      let dashboard = Dashboard(sample, Size(columns: width, rows: 40), keys: keys)
      for line in try #require(dashboard.shown).layout.lines {
        for text in line.texts where !text.text.allSatisfy({ $0 == " " }) {
          #expect(text.column + text.text.cells <= width, "\(width): \(text.text)")
        }
      }
    }
  }

  @Test func `a first column narrower than its least gives nothing away`() {
    let table = Table(
      [.init("no"), .init("name", .left, minimum: 4), .init("why", .left, minimum: 4)],
      [.init([.init("1"), .init("a name that is long"), .init("and a reason, too")])])
    for width in 14...60 { #expect(TableLayout(table, width: width).width <= width) }
  }

  @Test func `narrower terminals lose the columns of the scorecard in the order agreed`() throws {
    let page = try #require(Dashboard(sample).page)
    guard case .table(let table) = page.sections[1].body else { throw Unexpected() }
    let order = ["12 months", "before", "benchmark", "cohort", "n", "95 % interval", "status"]
    var lost: [String] = []
    for width in stride(from: 200, through: 20, by: -1) {
      let shown = TableLayout(table, width: width).columns.map { table.columns[$0.index].title }
      for title in order where !shown.contains(title) && !lost.contains(title) {
        lost.append(title)
      }
    }
    #expect(lost == order)
  }

  private struct Unexpected: Error {}
}
