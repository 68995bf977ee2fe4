import Testing

@testable import winback

/// When a return has paid for its discount and its part of the cost, day by day.
struct `Payback of ten customers` {
  /// Ten mailed on 3 March at 1 each, five come back: 10 / 5 = 2 of cost a return; g = 0.5.
  ///
  ///     c1  100                         owes 2, earns 50                                 day 0
  ///     c2  71 after 29 off             owes 31, earns 50                                day 0
  ///     c3  40 after 60 off             owes 62, earns 50; 24 ten days later, 12: 62     day 10
  ///     c4  40 after 60 off             owes 62, earns 50; 30 after 10 off 20 days later,
  ///                                     20 - 10: 60; 4 ten days after that, 2: 62        day 30
  ///     c5  20 after 80 off on 15 Mar   owes 82, earns 50: censored on 31 May, day 77
  ///
  /// Without "less discounts on later orders" c4 would be paid back on day 20. Kaplan-Meier: 3/5
  /// left after day 0, 2/5 after day 10, which is the median.
  @Test func `a later discount is owed too, and the unpaid are censored`() throws {
    let report = try json([
      "winback.toml": "margin = 0.5\n[lapse]\ndays = 30\n",
      "orders.csv": orders([
        "c1,2025-03-05,100,", "c2,2025-03-05,71,29", "c3,2025-03-10,40,60", "c3,2025-03-20,24,",
        "c4,2025-03-10,40,60", "c4,2025-03-30,30,10", "c4,2025-04-09,4,", "c5,2025-03-15,20,80",
      ]),
      "touches.csv": mails(cost: "1"),
    ])
    report.expect([
      "scorecard.payback.from": "2025-01", "scorecard.payback.to": "2025-03",
      "scorecard.payback.n": 5, "scorecard.payback.cost_per_reactivation": 2,
      "scorecard.payback.paid_back": 4, "scorecard.payback.median_days": 10,
      "scorecard.discount_dependency.x": 4, "scorecard.discount_dependency.n": 5,
    ])
  }

  /// Owed: 28 off + 10 x 0.10 = 29. 72 after 28 off earns 0.29 x 100, which in binary is a hair
  /// less than 29; 71.99 earns 28.9971, within half a cent; 71.95 earns 28.9855 and misses.
  @Test(arguments: [("72", 1), ("71.99", 1), ("71.95", 0)])
  func `half a cent decides, not the last bit`(_ paid: String, paidBack: Int) throws {
    let report = try json([
      "winback.toml": "margin = 0.29\n[lapse]\ndays = 30\n",
      "orders.csv": orders(["c1,2025-03-05,\(paid),28"]),
      "touches.csv": mails(cost: "0.10"),
    ])
    report.expect([
      "scorecard.payback.n": 1, "scorecard.payback.cost_per_reactivation": 1,
      "scorecard.payback.paid_back": .number(Double(paidBack)),
      "scorecard.payback.median_days": paidBack == 1 ? 0 : nil,
    ])
  }

  /// Tools write 0 where they know no cost: no spend row and no cost but 0 is a cost unknown.
  @Test func `costs that are all nought say nothing`() throws {
    let report = try json([
      "winback.toml": "margin = 0.5\n[lapse]\ndays = 30\n",
      "orders.csv": orders(["c1,2025-03-05,71,29"]),
      "touches.csv": mails(cost: "0"),
    ])
    report.expect([
      "scorecard.came_back.cost": nil, "scorecard.came_back.cost_per_return": nil,
      "scorecard.roi.needs": "spend", "scorecard.payback.needs": "spend",
    ])
  }

  /// Ten who bought on 1 January, these orders after it, and the newest on 31 May.
  private func orders(_ later: [String]) -> String {
    let first = (1...10).map { "c\($0),2025-01-01,10," }
    let all = (first + later + ["newest,2025-05-31,10,"]).enumerated().map { "\($0),\($1)" }
    return (["order_id,customer_id,ordered_at,revenue,discount"] + all).joined(separator: "\n")
  }

  private func mails(cost: String) -> String {
    (["customer_id,touched_at,channel,cost"] + (1...10).map { "c\($0),2025-03-03,email,\(cost)" })
      .joined(separator: "\n")
  }
}
