import Testing

@testable import winback

/// What holds on any folder, at any date: sums that must close, whatever the numbers are.
struct `Laws of one report` {
  /// A folder's report, worked out once for all laws.
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let report: JSONValue

    init(_ folder: SampleFolder, asOf: String?) throws {
      testDescription = "\(folder.testDescription) as of \(asOf ?? "its end")"
      report = try json(folder.files(), asOf: asOf)
    }
  }

  static let samples = lawFolders.flatMap { folder in
    [nil, "2025-04-30", "2025-08-15"].compactMap { try? Sample(folder, asOf: $0) }
  }

  @Test func `no folder is missing`() {
    #expect(lawFolders.count == 7)
    #expect(Self.samples.count == 21)
  }

  @Test(arguments: samples)
  func `channel rows plus unattributed are the returns within W`(_ sample: Sample) throws {
    let report = sample.report
    let rows = try #require(report.at("channels.quarter")?.rows, "channels.quarter is no list")
    let returns = rows.compactMap { $0.at("reactivations")?.number }.reduce(0, +)
    let revenue = rows.compactMap { $0.at("revenue")?.number }.reduce(0, +)
    report.expect([
      "scorecard.came_back.reactivations": .number(returns),
      "scorecard.reactivation_rate.x": .number(returns),
      "scorecard.came_back.revenue": .number(revenue),
    ])
  }

  @Test(arguments: samples)
  func `rate and mix terms add up to the change`(_ sample: Sample) throws {
    let report = sample.report
    let terms = try #require(report.at("review.terms")?.rows, "review.terms is no list")
    let sum = terms.flatMap { [$0.at("rate")?.number, $0.at("mix")?.number] }
      .compactMap { $0 }.reduce(0, +)
    let change = report.at("review.change")?.number
    #expect(terms.isEmpty == (change == nil), "terms are there exactly if a change is")
    #expect(abs(sum - (change ?? 0)) < 1e-12)
  }

  @Test(arguments: samples)
  func `the movement of the list closes`(_ sample: Sample) throws {
    let report = sample.report
    for path in ["scorecard.share_of_list", "scorecard.share_of_list.previous"] {
      let line = try #require(report.at(path), "\(path) is not there")
      func moved(_ name: String) throws -> Double {
        let found = line.at("movement.\(name)")?.number
        return try #require(found, "\(path).movement.\(name) is not there")
      }
      let leavers = try ["returned", "aged_out", "unsubscribed", "quiet"].map(moved).reduce(0, +)
      line.expect([
        "n": .number(try moved("start")),
        "movement.end": .number(try moved("start") + moved("newly_lapsed") - leavers),
      ])
    }
  }

  @Test(arguments: samples)
  func `a population is who is counted and who is not`(_ sample: Sample) throws {
    let report = sample.report
    guard case .object(let lines) = report.at("scorecard") else {
      Issue.record("there is no scorecard")
      return
    }
    var checked = 0
    for (name, line) in lines {
      guard case .object(let excluded) = line.at("population.excluded") else { continue }
      let out = excluded.compactMap { $0.1.number }.reduce(0, +)
      let counted = try #require(line.at("population.counted")?.number, "\(name) counts nobody")
      let total = line.at("population.total")?.number
      #expect(total == counted + out, "the population of \(name) does not add up")
      checked += 1
    }
    #expect(checked >= 5, "hardly any line of the scorecard has a population")
    for name in ["day_60", "day_30", "reactivation_rate", "share_of_list"] {
      let n = report.at("scorecard.\(name).n")?.number
      #expect(report.at("scorecard.\(name).population.counted")?.number == n, "\(name)")
    }
  }

  /// Last, first and linear share one total; last touch is the channel table itself.
  @Test(arguments: samples)
  func `every view of credit has the same total`(_ sample: Sample) throws {
    let report = sample.report
    let returns = try #require(report.at("scorecard.came_back.reactivations")?.number)
    let revenue = try #require(report.at("scorecard.came_back.revenue")?.number)
    for view in ["last_touch", "first_touch", "linear", "any_touch"] {
      let path = "credit.quarter.\(view)"
      report.expect([
        "\(path).total.reactivations": .number(returns), "\(path).total.revenue": .number(revenue),
      ])
      let rows = try #require(report.at("\(path).channels")?.rows, "\(path) has no channels")
      let sum = rows.compactMap { $0.at("reactivations")?.number }.reduce(0, +)
      let money = rows.compactMap { $0.at("revenue")?.number }.reduce(0, +)
      if view == "any_touch" {
        #expect(sum >= returns - 1e-9)
        #expect(report.at("\(path).adds_up")?.truth == (abs(sum - returns) < 1e-9))
      } else {
        #expect(abs(sum - returns) < 1e-9, "\(path) gives \(sum) of \(returns)")
        #expect(abs(money - revenue) < 1e-6, "\(path) gives \(money) of \(revenue)")
        #expect(report.at("\(path).adds_up")?.truth == true)
      }
    }
    for row in report.at("channels.quarter")?.rows ?? [] {
      guard let name = row.at("name")?.text, let credited = row.at("reactivations")?.number,
        credited > 0
      else { continue }
      report.expect([
        "credit.quarter.last_touch.channels.\(name).reactivations": .number(credited)
      ])
    }
  }

  /// 30 customers, three steps on days 0, 14 and 28 to all who have not come back, nobody after day
  /// 59: the survivors of the steps are those who never came.
  @Test(arguments: [1, 2, 3])
  func `steps that everyone gets chain to the rate`(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    var orders = "order_id,customer_id,ordered_at,revenue\nnewest,newest,2025-05-31,1\n"
    var touches = "customer_id,touched_at,channel,campaign,step\n"
    for number in 1...30 {
      let back = random.chance(60) ? random.day(1...27) : nil
      orders += "\(number),c\(number),2025-01-01,10\n"
      // Day 0 is 3 March: day 14 is the 17th, day 28 the 31st.
      if let back { orders += "b\(number),c\(number),2025-03-\(twoDigits(3 + back)),10\n" }
      for (step, day) in [(1, 0), (2, 14), (3, 28)] where back.map({ day < $0 }) ?? true {
        touches += "c\(number),2025-03-\(twoDigits(3 + day)),email,spring,\(step)\n"
      }
    }
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n", "orders.csv": orders, "touches.csv": touches,
    ])
    let rate = try #require(report.at("scorecard.reactivation_rate.value")?.number)
    #expect(rate > 0.3)
    report.expect(
      row: "steps.quarter", ["campaign": "spring", "step": "3"], ["chained": .number(rate)])
    report.expect(row: "steps.quarter", ["campaign": "spring", "step": "1"], ["sent": 30])
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// Four folders of traps and three made-up ones.
let lawFolders: [SampleFolder] =
  ["drop", "neg", "late_reason", "future_cancel"].compactMap { try? SampleFolder(case: $0) }
  + [1, 2, 3].map { SampleFolder(seed: $0) }
