import Foundation

extension SampleFolder {
  /// Two years of sixty made-up customers: orders with discounts, refunds and dead ones, runs of
  /// messages with echoes and bounces, holdouts, cancellations, spend. No two rows share a moment.
  init(seed: UInt64) {
    var history = History(seed: seed)
    for number in 0..<60 { history.live(customer: "c\(number)") }
    history.spend()
    self.init(
      "seed \(seed)", tables: history.tables,
      configuration: "margin = 0.5\n[lapse]\nminimum_gaps = 100\n[holdout]\nplanned_share = 0.3\n")
  }
}

/// Days are counted from 1 January 2024.
private struct History {
  var tables: [String: SampleFolder.Table] = [
    "orders": .init(
      columns: [
        "order_id", "customer_id", "ordered_at", "revenue", "discount", "discount_code", "refunded",
        "refunded_at", "status",
      ], rows: []),
    "touches": .init(
      columns: [
        "customer_id", "touched_at", "channel", "campaign", "step", "variant", "event", "cost",
        "segment",
      ], rows: []),
    "assignments": .init(columns: ["customer_id", "assigned_at", "arm"], rows: []),
    "cancellations": .init(
      columns: ["customer_id", "cancelled_at", "reason", "voluntary"], rows: []),
    "spend": .init(columns: ["date", "amount", "channel"], rows: []),
    "customers": .init(columns: ["customer_id", "segment", "unsubscribed_at"], rows: []),
  ]
  private var random: SeededRandom
  private var written = 0
  private let lastDay = 730

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func live(customer: String) {
    let unsubscribed = random.chance(5) ? date(random.day(300...700)) : ""
    add("customers", [customer, random.word(["north", "south"]), unsubscribed])
    var day = random.day(0...500)
    while day <= lastDay {
      order(customer, on: day)
      if random.chance(15) { cancel(customer, on: day + random.day(1...40)) }
      // Half the gaps are habit, the others long enough for a run of messages.
      let gap = random.chance(50) ? random.day(8...30) : random.day(45...240)
      if gap > 40 { campaign(customer, from: day + random.day(25...90), to: day + gap) }
      day += gap
    }
  }

  mutating func spend() {
    for month in 1...12 {
      let name = month < 10 ? "0\(month)" : "\(month)"
      add("spend", ["2025-\(name)", "\(random.day(50...400))", random.word(["email", "sms", ""])])
    }
  }

  private mutating func order(_ customer: String, on day: Int) {
    let isDiscounted = random.chance(30)
    let isRefunded = random.chance(8)
    let refundDay = isRefunded && random.chance(70) ? date(day + random.day(0...40)) : ""
    add(
      "orders",
      [
        "o\(written)", customer, moment(day), "\(random.day(40...200))",
        isDiscounted ? "\(random.day(1...30))" : "", isDiscounted ? "BACK" : "",
        isRefunded ? "\(random.day(5...40))" : "", refundDay,
        random.chance(4) ? "cancelled" : "paid",
      ])
  }

  private mutating func cancel(_ customer: String, on day: Int) {
    let reason = random.word(["price", "neglect", ""])
    add("cancellations", [customer, moment(day), reason, random.chance(80) ? "true" : "false"])
  }

  private mutating func campaign(_ customer: String, from start: Int, to end: Int) {
    if random.chance(35) {
      let arm = random.chance(30) ? "holdout" : "treatment"
      add("assignments", [customer, moment(start - 1), arm])
      if arm == "holdout" && random.chance(90) { return }
    }
    var day = start
    for step in 1...4 where day <= end + 3 {
      let channel = random.word(["email", "email", "sms", "direct_mail", "call"])
      let message = [channel, random.word(["spring", "autumn"]), "\(step)"]
      let variant = random.word(["A", "B"])
      let event = random.chance(6) ? "bounced" : random.word(["sent", "delivered"])
      let cost = random.word(["1", "0.50", ""])
      let segment = random.word(["gold", ""])
      add("touches", [customer, moment(day)] + message + [variant, event, cost, segment])
      if random.chance(25) {
        let echoes = ["opened", "clicked", "replied"]
        let echo = random.chance(6) ? "unsubscribed" : random.word(echoes)
        add("touches", [customer, moment(day + 1)] + message + [variant, echo, "", ""])
      }
      day += random.day(4...14)
    }
  }

  private mutating func add(_ table: String, _ row: [String]) {
    tables[table]?.rows.append(row)
  }

  private func date(_ day: Int) -> String {
    Date(timeIntervalSince1970: 1_704_067_200 + 86_400 * Double(day))
      .formatted(.iso8601.year().month().day())
  }

  /// A second of the day that no other row has: 7,919 is prime to the 86,400 of a day.
  private mutating func moment(_ day: Int) -> String {
    written += 1
    let second = written * 7919 % 86_400
    let parts = [second / 3600, second / 60 % 60, second % 60]
      .map { $0 < 10 ? "0\($0)" : "\($0)" }
    return date(day) + "T" + parts.joined(separator: ":")
  }
}
