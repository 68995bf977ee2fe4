import Foundation
import Terminal
import Testing

@testable import Dashboard

/// The way of a marketing lead through the sample, key by key.
struct WalkTests {
  /// Presses a text's characters.
  private func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test func `from opening it to the people whom SMS brought back, and back again`() throws {
    var dashboard = Dashboard(sample, Size(columns: 120, rows: 40))
    func expect(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) {
      for text in words {
        #expect(
          dashboard.frame.text.contains(text), "\(text)\n\(dashboard.frame.text)",
          sourceLocation: sourceLocation)
      }
    }
    expect("Day-60 win-back for Aug 2026 is 9.1 % (6.5 to 12.5)", "double sms")

    // Which channel won: the rates that may be compared, the best first.
    dashboard.press(["3", .right, .right, "s"])
    expect("Sorted by rate, largest first.")
    dashboard.press(["g", .tab])
    #expect(dashboard.rowUnderCursor?.cells.first?.text == "sms")
    expect("15.5 %", "more")

    // Which step did it.
    dashboard.press([.enter])
    expect("Channels › sms", "Back within 60 days, of those sms wrote to first: 15.5 % of 238")
    dashboard.press([.tab, .tab, .tab])
    expect("Steps: of those still lapsed when it was sent")
    #expect(dashboard.tableUnderCursor?.columns[1].title == "step")

    // It beside the runner-up.
    dashboard.press([.escape, " ", .down, " ", "c"])
    expect("Compare › sms, direct_mail", "points", "Every number")
    dashboard.press([.escape, "U", " ", "/"] + typed("email") + [.enter, "g", .tab, " ", "c"])

    // The people who came back on day 0 to 7, from the channel's pane.
    dashboard.press([.escape, .escape, "3", "g", .tab, .enter, "5"])
    expect("238 lapses of people enrolled Jun-Aug 2026, sms")
    dashboard.press(["/"] + typed("day<=7") + [.enter])
    let people = try #require(dashboard.tableUnderCursor)
    #expect(people.rowCount > 0)
    let day = try #require(people.columns.firstIndex { $0.title == "day" })
    #expect(people.rows.allSatisfy { ($0.cells[day].value?.shown ?? 99) <= 7 })
    expect("[/day<=7]", "of \(people.rowCount)")

    // Taken away, without names.
    let path = "winback-channels-sms-people-2026-10-31.csv"
    #expect(dashboard.press(["e", .enter]) == [.export(path: path, isReplacing: false)])
    let text = dashboard.text(forFile: path)
    #expect(text.split(separator: "\r\n").count == people.rowCount + 1)
    #expect(!text.contains("@example"))
    _ = dashboard.update(.written(path: path))
    expect("Written to \(path).")

    // Two months back, and return.
    let before = dashboard.view
    for month in ["2026-09-30", "2026-08-31"] {
      let effects = dashboard.press(["["])
      guard case .look(let lens) = effects.first else {
        Issue.record("nothing is looked at")
        return
      }
      #expect(lens.asOf.map { "\($0)" } == month)
      _ = dashboard.update(.loaded(sample.seen(through: lens)))
    }
    expect("as of 31 Aug 2026")
    for _ in 0..<2 {
      for case .look(let lens) in dashboard.press([.backspace]) {
        _ = dashboard.update(.loaded(sample.seen(through: lens)))
      }
    }
    #expect(dashboard.view == before)
    expect("as of 31 Oct 2026", "[/day<=7]")
  }
}
