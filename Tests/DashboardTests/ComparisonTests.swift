import Metrics
import Tables
import Terminal
import Testing

@testable import Dashboard

/// What may be put side by side, and what is said of it.
struct ComparisonTests {
  private let size = Size(columns: 160, rows: 60)

  @Test func `months whose windows are open have dates and no numbers, and are compared with none`()
    throws
  {
    // October and September 2026 are open, August is not.
    var dashboard = Dashboard(sample, size)
    try dashboard.open(try Address(parsing: "cohorts/2026-08?compare=2026-09,2026-10"))
    let text = dashboard.frame.text
    #expect(text.contains("Sep 2026: its 60 days are over on 29 Nov 2026, too early to compare."))
    #expect(text.contains("Oct 2026: its 60 days are over on 30 Dec 2026, too early to compare."))
    let page = try #require(dashboard.page)
    for (section, columns) in [(1, 2..<8), (2, 1..<2)] {
      let table = try #require(page.table(at: section))
      for row in table.rows where section == 1 && row.cells[0].text != "Aug 2026" {
        for column in columns {
          if case .proportion = row.cells[column].value {
            Issue.record("\(row.cells[column].text)")
          }
        }
      }
    }
    let numbers = try #require(page.table(at: 2))
    for row in numbers.rows
    where ["Day 60", "Revenue per lapsed", "Median days to return", "Discounted returns"].contains(
      row.cells[0].text)
    {
      #expect(row.cells[2].text.hasPrefix("matures"), "\(row.cells[0].text) \(row.cells[2].text)")
      #expect(row.cells[3].text.hasPrefix("matures"))
    }
  }

  @Test func `where the first month is open it is the one that is too early`() throws {
    var dashboard = Dashboard(sample, size)
    try dashboard.open(try Address(parsing: "cohorts/2026-10?compare=2026-08"))
    #expect(dashboard.frame.text.contains("Oct 2026: its 60 days are over on 30 Dec 2026"))
    #expect(!dashboard.frame.text.contains("Aug 2026: its 60 days"))
  }

  @Test func `an open month that is drilled further stays open`() throws {
    var dashboard = Dashboard(sample, size)
    try dashboard.open(try Address(parsing: "cohorts/2026-09/first_channel:email"))
    let text = dashboard.frame.text
    #expect(text.contains("Its 60 days are over on 29 Nov 2026: too early to compare."))
    #expect(text.contains("Day 60"))
    #expect(text.contains("matures 29 Nov 2026"))
  }

  @Test func `people whom nobody wrote to first are compared with nobody`() throws {
    #expect(Mark(.firstChannel, Breakdown.Row.nobodyWrote) == nil)
    #expect(Mark(.firstChannel, "sms") == .row(.firstChannel, "sms"))
    for text in ["channels/sms?compare=(none)", "channels/(none)?compare=sms"] {
      #expect(throws: AddressProblem.self, "\(text)") { try Address(parsing: text) }
    }
  }

  @Test(
    arguments: [
      "cohorts?compare=foo", "channels/email?compare=email", "channels?compare=email",
      "scorecard?compare=email", "channels/a?compare=b,c,d,e",
    ])
  func `a comparison is of two to four different rows`(text: String) {
    do throws(AddressProblem) {
      _ = try Address(parsing: text)
      Issue.record("\(text) was read")
    } catch {
      #expect(error.sentence.contains("two to four rows"))
    }
  }

  @Test func `of those picked by their return no rate is told`() throws {
    var dashboard = Dashboard(sample, size)
    try dashboard.open(try Address(parsing: "segments/credited:email"))
    let text = dashboard.frame.text
    #expect(text.contains("compared with nobody"))
    #expect(text.contains("Came back"))
    #expect(!text.contains("100 %"))
    #expect(!text.contains("the rest"))
  }

  @Test func `the verdicts are those of the statistics`() throws {
    var dashboard = Dashboard(sample, size)
    try dashboard.open(try Address(parsing: "channels/email?compare=sms,direct_mail"))
    let rows = sample.report.quarter.breakdown(.firstChannel)
    let email = try #require(rows.first { $0.name == "email" }).rate
    for (name, row) in [("sms", 1), ("direct_mail", 2)] {
      let other = try #require(rows.first { $0.name == name }).rate
      let comparison = try #require(Comparison(other, with: email))
      let cells = try #require(dashboard.page?.table(at: 1)).rows[row].cells
      #expect(cells[0].text == name)
      #expect(cells[2].value == .proportion(other))
      #expect(cells[5].value == .quantity(.points(comparison.difference.value)))
      #expect(cells[7].text == (comparison.verdict == .clear ? "clear" : "too close"))
      #expect(
        comparison.neededMore == nil
          || dashboard.frame.text.contains(
            Wording.count(ComparisonPage.rounded(comparison.neededMore ?? 0)) + " more.")
      )
    }
  }

  @Test func `many sides are told only what the table as a whole allows`() {
    // One of ten with a p of 0.03: clear by itself, not among ten.
    let equal = Comparison(Proportion(100, of: 1000), with: Proportion(100, of: 1000))
    let near = Comparison(Proportion(131, of: 1000), with: Proportion(100, of: 1000))
    #expect(near?.verdict == .clear)
    #expect(ComparisonPage.told([near]) == [true])
    #expect(ComparisonPage.told([near, equal, equal]) == [false, false, false])
  }
}
