import Dashboard
import Metrics
import Tables
import Terminal
import Testing

@testable import winback

/// A screen as JSON holds whatever the screen shows.
struct JSONPageTests {
  @Test(arguments: 0..<8)
  func `every number of a screen is in its JSON`(seed: UInt64) throws {
    var random = RandomAddresses(seed: seed)
    for _ in 0..<25 {
      let (text, days) = random.next()
      // Nothing is compared with itself.
      guard let address = try? Address(parsing: text) else { continue }
      var dashboard = Dashboard(days.evidence, Size(columns: 120, rows: 40))
      // What the random names do not have is no screen.
      guard (try? dashboard.open(address)) != nil else { continue }
      let frame = dashboard.frame
      let page = try #require(dashboard.wholePage)
      let json = JSONPage.value(page, days.evidence.report, address: text).document
      let written = Set(numbers(json))
      for row in 0..<frame.size.rows where row != 1 && row != frame.size.rows - 1 {
        let line = frame.text(row: row)
        // How much is not seen is no number of the page.
        if line.hasSuffix("below") || line.wholeMatch(of: /.*\d of [\d,]+/) != nil { continue }
        for number in numbers(line) {
          #expect(written.contains(number), "\(number) of \(text): \(line)")
        }
      }
    }
  }

  /// The numbers in a text, as they are written; one that is cut off in its middle is none.
  private func numbers(_ text: String) -> [Substring] {
    text.matches(of: /\d[\d,]*(\.\d+)?(?!\d|…|\.\d|,\d)/).map { $0.output.0 }
      .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
  }
}

/// Evidence of a day, worked out once.
struct SampleDay: Sendable {
  let text: String
  let evidence: Evidence
  /// Months, as addresses write them.
  let months: [String]

  static let all: [SampleDay] = ["", "2026-08-31", "2026-02-28"].map { text in
    let evidence = sample.seen(through: Lens(asOf: Day(text)))
    return SampleDay(
      text: text, evidence: evidence, months: evidence.report.months.map { "\($0.month)" })
  }
}

/// Addresses of all kinds, the same for the same seed.
private struct RandomAddresses {
  private var random: Seeded

  init(seed: UInt64) { random = Seeded(seed) }

  private mutating func one(_ texts: [String]) -> String { random.element(texts) }

  mutating func next() -> (String, SampleDay) {
    let day = random.element(SampleDay.all)
    var settings = day.text.isEmpty ? [] : ["asof=\(day.text)"]
    let path = path(day, &settings)
    if random.chance(30) { settings.append("window=\(one(["30", "60", "90"]))") }
    if random.chance(15) {
      settings += ["table=1", "filter=\(one(["rate%3E5", "sms", "%21email"]))"]
    }
    return (path + (settings.isEmpty ? "" : "?" + settings.joined(separator: "&")), day)
  }

  private mutating func path(_ day: SampleDay, _ settings: inout [String]) -> String {
    let channels = ["email", "sms", "direct_mail", "retargeting", "call"]
    switch random.number(0...9) {
    case 0: return one(["scorecard", "data", "review"])
    case 1:
      settings.append("by=\(random.element(Dimension.allCases).rawValue)")
      return "segments"
    case 2:
      settings.append("credit=\(random.element(CreditView.allCases).rawValue)")
      return "channels"
    case 3:
      settings.append("value=\(one(["rate", "revenue", "returns"]))")
      return "cohorts"
    case 4: return "channels/\(one(channels))"
    case 5: return "cohorts/\(one(day.months))"
    case 6: return "segments/\(condition())" + (random.chance(50) ? "/\(condition())" : "")
    case 7: return one(["people", "segments/\(condition())/people", "channels/sms/people"])
    case 8:
      settings.append("compare=\(one(channels)),\(one(channels))")
      return "channels/\(one(channels))"
    default: return "people/C\(random.number(100_001...108_300))"
    }
  }

  private mutating func condition() -> String {
    let dimension = random.element(Dimension.allCases)
    let rows = sample.report.quarter.breakdown(dimension)
    let name = random.element(rows).name
    return random.chance(80)
      ? "\(dimension.rawValue):\(name.replacing(" ", with: "%20").replacing("+", with: "%2B"))"
      : "credited:\(one(["sms", "email"]))"
  }
}
