import Metrics
import Tables
import Terminal
import Testing

@testable import Dashboard

/// Other days, other breakdowns, and the way back.
struct ViewTests {
  private func day(_ text: String) throws -> Day { try #require(Day(text)) }

  @Test(
    arguments: [
      (["["], "2026-09-30"), (["[", "["], "2026-08-31"), (["[", "[", "]"], "2026-09-30"),
      (["{"], "2025-10-31"), (["{", "[", "}"], "2026-09-30"),
    ] as [([Key], String)])
  func `steps lead to the ends of months`(keys: [Key], reached: String) throws {
    var dashboard = Dashboard(sample)
    let effects = dashboard.press(keys)
    #expect(effects.last == .look(Lens(asOf: try day(reached))))
    #expect(effects.count == keys.count)
  }

  @Test func `a step goes no further than the files do, and says so`() throws {
    var dashboard = Dashboard(sample)
    #expect(dashboard.press(["]"]).isEmpty)
    #expect(dashboard.message == "No order is known after that day.")
    let first = try #require(sample.orderDays?.lowerBound)
    #expect(dashboard.press(["{", "{", "{"]).last == .look(Lens(asOf: first)))
    #expect(dashboard.message == "No order is known before that day.")
  }

  @Test func `a step shows the report of that day, with the place kept`() throws {
    var dashboard = Dashboard(sample, keys: ["3", .down, "["])
    let before = dashboard.frame
    #expect(before.text.contains("Looking at 30 Sep 2026"))
    #expect(before.text.contains("reading, 31 Oct 2026"), "the old stays until the new is there")
    _ = dashboard.update(.loaded(sample.at(try day("2026-09-30"))))
    #expect(dashboard.frame.text.contains("as of 30 Sep 2026"))
    #expect(dashboard.frame.text.contains("> sms"))
  }

  @Test func `of two days asked for the first is not shown when it comes late`() throws {
    var dashboard = Dashboard(sample, keys: ["[", "["])
    _ = dashboard.update(.loaded(sample.at(try day("2026-09-30"))))
    #expect(dashboard.frame.text.contains("reading, 31 Oct 2026"))
    _ = dashboard.update(.loaded(sample.at(try day("2026-08-31"))))
    #expect(dashboard.frame.text.contains("as of 31 Aug 2026"))
  }

  @Test func `Backspace takes views back, one by one`() throws {
    var dashboard = Dashboard(sample, keys: ["2", "b", .enter, "3"])
    #expect(dashboard.view.stack == [.screen(.channels)])
    dashboard.press([.backspace])
    #expect(dashboard.view.stack.count == 2)
    dashboard.press([.backspace])
    #expect(dashboard.view.stack == [.screen(.segments)])
    #expect(dashboard.view.dimension == .frequency)
    dashboard.press([.backspace])
    #expect(dashboard.view.dimension == .segment)
    dashboard.press([.backspace, .backspace])
    #expect(dashboard.view == View())
    #expect(dashboard.message == "There is nothing to take back.")
  }

  @Test func `Backspace takes a day back, too`() throws {
    var dashboard = Dashboard(sample, keys: ["["])
    _ = dashboard.update(.loaded(sample.at(try day("2026-09-30"))))
    #expect(dashboard.press([.backspace]) == [.look(Lens())])
    _ = dashboard.update(.loaded(sample))
    #expect(dashboard.frame.text.contains("as of 31 Oct 2026"))
  }

  @Test func `b walks through every breakdown and comes round`() {
    var dashboard = Dashboard(sample, keys: ["2"])
    var seen: [String] = []
    for _ in Dimension.allCases {
      seen.append(dashboard.view.dimension.words)
      #expect(dashboard.frame.text.contains("by \(dashboard.view.dimension.words)"))
      dashboard.press(["b"])
    }
    #expect(Set(seen).count == Dimension.allCases.count)
    #expect(dashboard.view.dimension == .segment)
  }

  @Test func `a reload looks from the same day`() throws {
    var dashboard = Dashboard(sample, keys: ["["])
    _ = dashboard.update(.loaded(sample.at(try day("2026-09-30"))))
    #expect(dashboard.press(["R"]) == [.reload(Lens(asOf: try day("2026-09-30")))])
  }

  @Test func `a month that is too young has dates and no small numbers`() throws {
    let dashboard = Dashboard(sample, Size(columns: 160, rows: 40), keys: ["4", .enter])
    #expect(dashboard.frame.text.contains("Its 60 days are over on 30 Dec 2026"))
    #expect(dashboard.frame.text.contains("matures 30 Nov 2026"))
  }

  @Test func `the rates of a month by its age rise and end at the report's`() throws {
    for row in sample.cohorts {
      let month = try #require(sample.report.months.first { $0.month == row.month })
      let rates = row.rates.compactMap { $0.value }
      #expect(zip(rates, rates.dropFirst()).allSatisfy { $0.x <= $1.x && $0.n == $1.n })
      #expect(row.rates[2] == month.rate30)
      #expect(row.rates[4] == month.rate60)
      #expect(row.rates[5] == month.rate90)
    }
  }
}
