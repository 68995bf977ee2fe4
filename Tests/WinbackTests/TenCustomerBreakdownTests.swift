import Testing

@testable import winback

/// Ten customers a folder, tables of groups. With `lapse.days = 30` and the newest order on 31 May
/// 2025 the head month is March (31 Mar + 60 = 30 May) and the quarter January to March.
struct `Breakdowns of ten customers` {
  /// All touched on 5 March, which is z, this many days after their first purchase:
  ///
  ///     c1  90, back       c2  91            c3 180, back   c4 181, back   c5 365
  ///     c6 366             c7 730            c8 731
  ///     c9   75: a cancelled order two years ago is no purchase
  ///     c10 731, back: the first purchase counts, not the last one 40 days ago
  @Test func `tenure counts from the first purchase, with both ends in the younger band`() throws {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,status
      1,c1,2024-12-05,10,paid
      2,c2,2024-12-04,10,paid
      3,c3,2024-09-06,10,paid
      4,c4,2024-09-05,10,paid
      5,c5,2024-03-05,10,paid
      6,c6,2024-03-04,10,paid
      7,c7,2023-03-06,10,paid
      8,c8,2023-03-05,10,paid
      9,c9,2023-01-01,10,cancelled
      10,c9,2024-12-20,10,paid
      11,c10,2023-03-05,10,paid
      12,c10,2025-01-24,10,paid
      13,c1,2025-03-10,10,paid
      14,c3,2025-03-12,10,paid
      15,c4,2025-03-13,10,paid
      16,c10,2025-03-15,10,paid
      17,newest,2025-05-31,10,paid
      """,
      "touches.csv": everyoneMailed(on: "2025-03-05"),
    ])
    report.expect([
      "breakdown.quarter.tenure": .rows(5),
      "breakdown.quarter.tenure.0-90 days.rate.n": 2,  // c1, c9
      "breakdown.quarter.tenure.0-90 days.rate.x": 1,
      "breakdown.quarter.tenure.91-180 days.rate.n": 2,  // c2, c3
      "breakdown.quarter.tenure.91-180 days.rate.x": 1,
      "breakdown.quarter.tenure.181-365 days.rate.n": 2,  // c4, c5
      "breakdown.quarter.tenure.181-365 days.rate.x": 1,
      "breakdown.quarter.tenure.366-730 days.rate.n": 2,  // c6, c7
      "breakdown.quarter.tenure.366-730 days.rate.x": 0,
      "breakdown.quarter.tenure.over 730 days.rate.n": 2,  // c8, c10
      "breakdown.quarter.tenure.over 730 days.rate.x": 1,
      // By the last purchase only c10 is recent, and only c10 bought twice.
      "breakdown.quarter.recency.0-60 days.enrolled": 1,
      "breakdown.quarter.frequency.2-4 orders.enrolled": 1,
      "breakdown.year.tenure.over 730 days.enrolled": 2,
    ])
  }

  /// All bought last on 10 January, so every episode starts on 10 February; net of the 12 months
  /// before:
  ///
  ///     c1 5   c2 10   c3 10   c4 10 (500 of fourteen months ago are over)   c5 10 (100 less 90)
  ///     c6 20  c7 30 (12 + 18)   c8 40   c9 50   c10 60 (25 + 35)
  ///
  /// Of 10 values cut1 is the 4th smallest (10), cut2 the 7th (30): 5, 2 and 3 episodes. Back: c2,
  /// whose 1,000 come after the start, c7, c8 and c10.
  @Test func `thirds of value share a tie downwards, a year before the start`() throws {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,refunded
      1,c1,2025-01-10,5,
      2,c2,2025-01-10,10,
      3,c3,2025-01-10,10,
      4,c4,2025-01-10,10,
      5,c4,2023-12-01,500,
      6,c5,2025-01-10,100,90
      7,c6,2025-01-10,20,
      8,c7,2024-11-01,12,
      9,c7,2025-01-10,18,
      10,c8,2025-01-10,40,
      11,c9,2025-01-10,50,
      12,c10,2024-06-01,25,
      13,c10,2025-01-10,35,
      14,c2,2025-03-10,1000,
      15,c7,2025-03-10,10,
      16,c8,2025-03-11,10,
      17,c10,2025-03-12,10,
      18,newest,2025-05-31,10,
      """,
      "touches.csv": everyoneMailed(on: "2025-03-05"),
    ])
    report.expect([
      "breakdown.quarter.value": .rows(3),
      "breakdown.quarter.value.lowest third.rate.n": 5,
      "breakdown.quarter.value.lowest third.rate.x": 1,
      "breakdown.quarter.value.middle third.rate.n": 2,
      "breakdown.quarter.value.middle third.rate.x": 1,
      "breakdown.quarter.value.top third.rate.n": 3,
      "breakdown.quarter.value.top third.rate.x": 2,
      "breakdown.year.value.lowest third.enrolled": 5,
    ])
  }

  /// Ten times 10: both cuts are 10 and nobody is above the lower one.
  @Test func `ten equal customers are all in the lowest third`() throws {
    let orders = (1...10).map { "\($0),c\($0),2025-01-10,10" }
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": (["order_id,customer_id,ordered_at,revenue"] + orders + ["11,z,2025-05-31,1"])
        .joined(separator: "\n"),
      "touches.csv": everyoneMailed(on: "2025-03-05"),
    ])
    report.expect([
      "breakdown.quarter.value": .rows(1),
      "breakdown.quarter.value.lowest third.enrolled": 10,
    ])
  }

  private func everyoneMailed(on day: String) -> String {
    "customer_id,touched_at,channel\n" + (1...10).map { "c\($0),\(day),email\n" }.joined()
  }
}

/// Every row against all others, in numbers that metrics.md gives.
struct `A row against the rest` {
  /// Newcombe 56/70 - 48/80: 0.0524 to 0.3339; seen from the other side the same with the sign
  /// turned.
  @Test func `takes Newcombe's interval, from either side`() throws {
    try segments([("A", 56, 70), ("B", 48, 80)]).expect([
      "breakdown.quarter.segment.A.against_rest.difference": 0.2,
      "breakdown.quarter.segment.A.against_rest.low": .rounded(0.0524, within: 5e-5),
      "breakdown.quarter.segment.A.against_rest.high": .rounded(0.3339, within: 5e-5),
      "breakdown.quarter.segment.A.against_rest.clear": true,
      "breakdown.quarter.segment.B.against_rest.difference": -0.2,
      "breakdown.quarter.segment.B.against_rest.low": .rounded(-0.3339, within: 5e-5),
      "breakdown.quarter.segment.B.against_rest.high": .rounded(-0.0524, within: 5e-5),
      "breakdown.quarter.segment.B.against_rest.clear": true,
    ])
  }

  /// The rest of A is 244 of 2,904, of whatever rows: 40/511 - 244/2904 = -0.005744. The gap that
  /// these could show solves d = 2.801585 sqrt(p(1-p)/511 + (p+d)(1-p-d)/2904) at p = 284/3415:
  /// 0.0382, the 3.8 points of metrics.md.
  @Test func `is too close to call, and could only show 3.8 points`() throws {
    let report = try segments([("A", 40, 511), ("B", 100, 1200), ("C", 144, 1704)])
    report.expect([
      "breakdown.quarter.segment.A.against_rest.difference":
        .number(40.0 / 511.0 - 244.0 / 2904.0),
      "breakdown.quarter.segment.A.against_rest.low": .rounded(-0.028639, within: 1e-6),
      "breakdown.quarter.segment.A.against_rest.high": .rounded(0.022481, within: 1e-6),
      "breakdown.quarter.segment.A.against_rest.clear": false,
      "breakdown.quarter.segment.A.against_rest.detectable_gap": .rounded(0.0382, within: 5e-5),
    ])
  }

  /// Newcombe 10/10 - 0/20: 0.6791 to 1 excludes zero, but both sides are under 30 in n or 5 in x.
  @Test func `is not clear on a low n, however far apart`() throws {
    try segments([("A", 10, 10), ("B", 0, 20)]).expect([
      "breakdown.quarter.segment.A.against_rest.difference": 1,
      "breakdown.quarter.segment.A.against_rest.low": .rounded(0.6791, within: 5e-5),
      "breakdown.quarter.segment.A.against_rest.high": 1,
      "breakdown.quarter.segment.A.against_rest.clear": false,
      "breakdown.quarter.segment.B.against_rest.clear": false,
    ])
  }

  /// Bought on 1 January, mailed on 5 February by segment, the first `x` of each back three days
  /// later.
  private func segments(_ segments: [(name: String, x: Int, n: Int)]) throws -> JSONValue {
    var orders = "order_id,customer_id,ordered_at,revenue\nnewest,newest,2025-04-30,1\n"
    var touches = "customer_id,touched_at,channel,segment\n"
    for segment in segments {
      for number in 1...segment.n {
        let id = "\(segment.name)\(number)"
        orders += "\(id),\(id),2025-01-01,10\n"
        if number <= segment.x { orders += "back-\(id),\(id),2025-02-08,10\n" }
        touches += "\(id),2025-02-05,email,\(segment.name)\n"
      }
    }
    return try json([
      "winback.toml": "[lapse]\ndays = 30\n", "orders.csv": orders, "touches.csv": touches,
    ])
  }
}
