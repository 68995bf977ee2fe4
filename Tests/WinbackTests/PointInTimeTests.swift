import Testing

@testable import winback

/// What is known on the day of a report: its own day is, the day after is not.
struct PointInTimeTests {
  /// Five people bought on 1 January 2026; the report is of 10 March.
  private func report(_ more: [String: String]) throws -> JSONValue {
    let orders = (0..<5).map { "\($0),p\($0),2026-01-01,10,," }
    return try json(
      [
        "winback.toml": "[lapse]\ndays = 30\n",
        "orders.csv": orderHeader + orders.joined(separator: "\n"),
      ].merging(more) { one, other in one + "\n" + other }, asOf: "2026-03-10")
  }

  private let orderHeader = "order_id,customer_id,ordered_at,revenue,refunded,refunded_at\n"

  @Test(arguments: [("2026-03-10", 2), ("2026-03-11", 3)])
  func `an order of the report's day is a purchase, one of the day after is not`(
    day: String, lapsed: Int
  ) throws {
    let more = "a,p0,2026-03-05,10,,\nb,p1,2026-03-06,10,,\nc,p2,\(day),10,,"
    let report = try report(["orders.csv": more])
    #expect(report.at("lapse.customers.lapsed")?.number == Double(lapsed))
  }

  @Test(arguments: [("2026-03-10", 1), ("2026-03-11", 0), ("", 1)])
  func `a refund of the report's day has happened, as has one without a date`(
    day: String, neverBought: Int
  ) throws {
    let report = try report(["orders.csv": "r,refunded,2026-02-01,10,10,\(day)"])
    #expect(report.at("lapse.customers.never_bought")?.number == Double(neverBought))
    let free = report.at("inputs.0.excluded.without_revenue")?.number
    #expect(free == Double(neverBought))
  }

  @Test(arguments: [("2026-03-10", 6), ("2026-03-11", 5)])
  func `a cancellation lapses from its day on`(day: String, lapsed: Int) throws {
    let report = try report([
      "orders.csv": "c,canceller,2026-03-01,10,,",
      "cancellations.csv": "customer_id,cancelled_at\ncanceller,\(day)",
    ])
    #expect(report.at("lapse.customers.lapsed")?.number == Double(lapsed))
  }

  @Test(arguments: [("2026-03-10", 1), ("2026-03-11", 0)])
  func `a touch of the report's day enrols`(day: String, enrolled: Int) throws {
    let report = try report(["touches.csv": "customer_id,touched_at,channel\np0,\(day),email"])
    #expect(report.at("episodes.enrolled")?.number == Double(enrolled))
    #expect(report.at("outside.touches.rows")?.number == Double(enrolled))
  }

  @Test(arguments: [("2026-03-10", 1), ("2026-03-11", 0)])
  func `an assignment of the report's day enrols`(day: String, enrolled: Int) throws {
    let report = try report(["assignments.csv": "customer_id,assigned_at,arm\np0,\(day),holdout"])
    #expect(report.at("episodes.holdout")?.number == Double(enrolled))
  }

  @Test(arguments: [("2026-03-10", 2), ("2026-03-11", 1)])
  func `spend of the report's day is known`(day: String, counted: Int) throws {
    let report = try report(["spend.csv": "date,amount\n2026-03,5\n\(day),7"])
    #expect(report.at("inputs.1.counted")?.number == Double(counted))
  }

  /// "No voluntary cancellation in the 30 days up to it": of the 1st of April these are 3 March to
  /// 1 April.
  @Test(arguments: [("2026-03-02", 1), ("2026-03-03", 0), ("2026-04-01", 0)])
  func `the list leaves out who cancelled in the thirty days up to its day`(
    day: String, listed: Int
  )
    throws
  {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": orderHeader + "1,a,2026-01-01,10,,\n2,newest,2026-04-30,10,,\n",
      "cancellations.csv": "customer_id,cancelled_at\na,\(day)\n",
    ])
    #expect(report.at("scorecard.share_of_list.cohort")?.text == "2026-04")
    #expect(report.at("scorecard.share_of_list.n")?.number == Double(listed))
  }

  /// "Last purchase at most 18 months before": of 1 April 2026 that is 1 October 2024.
  @Test(arguments: [("2024-10-01", 1), ("2024-09-30", 0)])
  func `the list leaves out whose last purchase is over eighteen months ago`(
    day: String, listed: Int
  ) throws {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": orderHeader + "1,a,\(day),10,,\n2,newest,2026-04-30,10,,\n",
    ])
    #expect(report.at("scorecard.share_of_list.n")?.number == Double(listed))
  }

  /// Mature when z + W <= D: enrolled on 9 January, 60 days end on 10 March.
  @Test(arguments: [("2026-01-09", 1), ("2026-01-10", 0)])
  func `a window that closes on the report's day is closed`(day: String, mature: Int) throws {
    let report = try json(
      [
        "winback.toml": "[lapse]\ndays = 5\n",
        "orders.csv": orderHeader + "1,a,2026-01-01,10,,\n",
        "touches.csv": "customer_id,touched_at,channel\na,\(day),email\n",
      ], asOf: "2026-03-10")
    // January itself is not mature: only breakdowns count its episodes one by one.
    #expect(report.at("months.2026-01.mature")?.truth == false)
    #expect(report.at("scorecard.day_60.cohort")?.text == "2025-12")
    let analysis = report.at("months.2026-01.enrolled")?.number
    #expect(analysis == 1)
    let later = try json(
      [
        "winback.toml": "[lapse]\ndays = 5\n[windows]\nreactivation_days = 38\n",
        "orders.csv": orderHeader + "1,a,2026-01-01,10,,\n",
        "touches.csv": "customer_id,touched_at,channel\na,\(day),email\n",
      ], asOf: "2026-03-10")
    // With 38 days January is mature (31 January + 38 = 10 March), and so is its day 60 by z alone.
    let row = "breakdown.quarter.segment.(none)"
    #expect(later.at("\(row).rate.n")?.number == 1)
    #expect(later.at("\(row).rate_60.n")?.number == Double(mature))
  }
}
