import Metrics
import Terminal
import Testing

@testable import Dashboard

/// Filtering, sorting and marking rows.
struct RowsTests {
  private func typed(_ text: String) -> [Key] { text.map { .character($0) } }

  private func names(_ dashboard: Dashboard) -> [String] {
    dashboard.tableUnderCursor?.rows.map { $0.cells[0].text } ?? []
  }

  @Test(
    arguments: [
      ("", ["email", "sms", "direct_mail", "call", "retargeting", "unattributed"]),
      ("sms", ["sms"]), ("SMS", ["sms"]),
      ("!email", ["sms", "direct_mail", "call", "retargeting", "unattributed"]),
      ("rate>8", ["email", "sms", "direct_mail"]), ("rate>8 !email", ["sms", "direct_mail"]),
      ("n<=200", ["direct_mail", "retargeting"]), ("year<0", ["direct_mail", "retargeting"]),
      ("returns=29", ["sms"]), ("nobody", []),
    ] as [(String, [String])])
  func `a filter leaves the rows that meet all of it`(text: String, left: [String]) {
    let size = Size(columns: 160, rows: 40)
    let dashboard = Dashboard(sample, size, keys: ["3", "/"] + typed(text) + [.enter])
    #expect(dashboard.prompt == nil)
    #expect(dashboard.page?.table(at: 1).map { $0.rows.map { $0.cells[0].text } } == left)
  }

  @Test func `a filter that cannot be meant so says why, and is not left`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"] + typed("rate>much") + [.enter])
    #expect(dashboard.frame.text.contains("rate>much compares with no number"))
    dashboard.press([.control("u")] + typed("height>3") + [.enter])
    #expect(
      dashboard.frame.text.contains("height names no one column with numbers: these do: rate"))
    dashboard.press([.escape])
    #expect(dashboard.prompt == nil)
    #expect(names(dashboard).count == 6)
  }

  @Test(
    arguments: [
      ("day60>10", ["loyal", "occasional", "vip"]), ("rate>10", ["loyal", "occasional", "vip"]),
      ("day30>10", ["loyal", "vip"]),
    ])
  func `columns are named without their blanks, and the first share answers to rate`(
    text: String, left: [String]
  ) {
    let size = Size(columns: 160, rows: 40)
    let dashboard = Dashboard(sample, size, keys: ["2", "/"] + typed(text) + [.enter])
    #expect(dashboard.page?.table(at: 1).map { $0.rows.map { $0.cells[0].text } } == left)
  }

  @Test func `Esc in a filter leaves what was seen before, and Esc after it clears it`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"] + typed("sms") + [.enter])
    #expect(names(dashboard) == ["sms"])
    dashboard.press(["/", .control("u")] + typed("mail") + [.escape])
    #expect(names(dashboard) == ["sms"])
    dashboard.press([.escape])
    #expect(names(dashboard).count == 6)
    #expect(dashboard.layer == .screen(.channels))
    dashboard.press([.backspace])
    #expect(names(dashboard) == ["sms"], "clearing can be taken back")
  }

  @Test func `n and N walk through the rows that were looked for`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"] + typed("mail") + [.enter, .escape, "n"])
    #expect(dashboard.rowUnderCursor?.cells[0].text == "direct_mail")
    dashboard.press(["n"])
    #expect(dashboard.rowUnderCursor?.cells[0].text == "email", "and come round")
    dashboard.press(["N"])
    #expect(dashboard.rowUnderCursor?.cells[0].text == "direct_mail")
  }

  @Test func `sorting puts numbers by their size and what has none last, both ways`() {
    let size = Size(columns: 160, rows: 40)
    var dashboard = Dashboard(sample, size, keys: ["3", .right, .right, "s"])
    #expect(
      names(dashboard) == ["sms", "direct_mail", "email", "retargeting", "call", "unattributed"])
    #expect(dashboard.rowUnderCursor?.cells[0].text == "email", "the cursor stays on its row")
    dashboard.press(["S"])
    #expect(
      names(dashboard) == ["retargeting", "email", "direct_mail", "sms", "call", "unattributed"])
    dashboard.press(["s"])
    #expect(names(dashboard).first == "email", "in its own order again")
  }

  @Test func `each screen keeps its own filter and order`() {
    var dashboard = Dashboard(sample, keys: ["3", "/"] + typed("sms") + [.enter, "2", "s"])
    #expect(names(dashboard).count == 6)
    dashboard.press(["3"])
    #expect(names(dashboard) == ["sms"])
  }

  @Test func `up to four of a kind are marked, and nothing else`() {
    let size = Size(columns: 160, rows: 40)
    var dashboard = Dashboard(sample, size, keys: ["2"])
    for _ in 0..<5 { dashboard.press([" ", .down]) }
    #expect(dashboard.marks.count == 4)
    #expect(dashboard.message == nil)
    dashboard.press([" "])
    #expect(dashboard.message == "Four are marked: no more fit side by side.")
    dashboard.press(["3", " "])
    #expect(dashboard.message == "Marked are rows by segment: U unmarks them.")
    dashboard.press(["U", " "])
    #expect(dashboard.marks == [.channel("email")])
    dashboard.press([" "])
    #expect(dashboard.marks.isEmpty)
    dashboard.press(["1", " "])
    #expect(dashboard.message == "Only channels, rows of Segments and months can be marked.")
  }

  @Test func `marks stay when screens are left, and when a comparison is closed`() {
    var dashboard = Dashboard(sample, keys: ["3", " ", .down, " ", "1", "c"])
    #expect(dashboard.layer == .comparison([.channel("email"), .channel("sms")]))
    dashboard.press([.escape])
    #expect(dashboard.marks.count == 2)
  }

  @Test func `people are sorted and filtered as their columns say`() throws {
    let size = Size(columns: 200, rows: 40)
    var dashboard = Dashboard(sample, size, keys: ["5", "/"] + typed("day<=7 sms") + [.enter])
    let returned = try #require(dashboard.tableUnderCursor).rowCount
    let people = sample.analysis.people(Selection(), in: sample.report.quarter.span)
    let expected = (0..<people.count).map { people[$0] }.filter {
      ($0.daysToReturn ?? 99) <= 7
        && ($0.firstChannel == "sms" || $0.credited == "sms" || $0.segment.contains("sms"))
    }
    #expect(returned == expected.count)
    let column = try #require(
      dashboard.tableUnderCursor?.columns.firstIndex { $0.title == "revenue" })
    dashboard.press([Key](repeating: .right, count: column) + ["s"])
    let amounts = try #require(dashboard.tableUnderCursor).rows.map {
      $0.cells[column].value?.shown ?? 0
    }
    #expect(amounts == amounts.sorted(by: >))
    #expect(amounts.first == expected.compactMap(\.revenue).max())
  }

  @Test func `a long list holds only what is seen, and every place of it can be reached`() throws {
    var dashboard = Dashboard(sample, keys: ["5"])
    let table = try #require(dashboard.tableUnderCursor)
    #expect(table.rows.count < 40)
    let people = sample.analysis.people(Selection(), in: sample.report.quarter.span)
    var seen: [String] = []
    for _ in 0..<people.count {
      seen.append(dashboard.rowUnderCursor?.cells[0].text ?? "")
      dashboard.press([.down])
    }
    #expect(seen == (0..<people.count).map { people[$0].id })
    dashboard.press(["g", .down])
    #expect(dashboard.rowUnderCursor?.cells[0].text == people[0].id)
    dashboard.press(["G"])
    #expect(dashboard.rowUnderCursor?.cells[0].text == people[people.count - 1].id)
  }
}
