import Metrics
import Tables
import Testing

@testable import winback

/// A cohort folder that is written down row by row, with a day for its report: 30 June 2026, on which
/// somebody who never lapses orders. Lapsed is whoever has not ordered for more than 30 days.
struct Book {
  /// Rows by table, the header first.
  private var tables: [String: [String]] = [
    "orders": ["order_id,customer_id,ordered_at,revenue,discount,discount_code,status"],
    "touches": ["customer_id,touched_at,channel,campaign,step,event,offer,cost,segment"],
    "assignments": ["customer_id,assigned_at,arm,segment"],
    "cancellations": ["customer_id,cancelled_at,reason,voluntary"],
    "spend": ["date,amount,channel"],
    "customers": [
      "customer_id,segment,unsubscribed_at,points,points_expire_at,value,trial_ended_at,erased_at"
    ],
    "tickets": ["customer_id,opened_at,status"],
    "carts": ["customer_id,abandoned_at,value"],
  ]
  private var orderCount = 0
  /// What winback.toml says beside the threshold.
  var configuration = ""

  init(_ fill: (inout Book) -> Void = { _ in }) {
    order("anchor", "2026-06-30T23:00:00")
    fill(&self)
  }

  mutating func order(
    _ customer: String, _ day: String, revenue: Int = 50, discount: Int = 0, code: String = "",
    status: String = ""
  ) {
    orderCount += 1
    add("orders", "o\(orderCount),\(customer),\(day),\(revenue),\(discount),\(code),\(status)")
  }

  mutating func send(
    _ customer: String, _ day: String, by channel: String = "email",
    campaign: String = "hello", step: Int = 1, event: String = "sent", offer: String = "",
    cost: String = "", segment: String = ""
  ) {
    add(
      "touches",
      "\(customer),\(day),\(channel),\(campaign),\(step),\(event),\(offer),\(cost),\(segment)")
  }

  mutating func assign(_ customer: String, _ day: String, _ arm: String, segment: String = "") {
    add("assignments", "\(customer),\(day),\(arm),\(segment)")
  }

  mutating func cancel(
    _ customer: String, _ day: String, _ reason: String = "", isVoluntary: Bool = true
  ) {
    add("cancellations", "\(customer),\(day),\(reason),\(isVoluntary)")
  }

  mutating func spend(_ day: String, _ amount: Int, on channel: String = "") {
    add("spend", "\(day),\(amount),\(channel)")
  }

  mutating func list(
    _ customer: String, segment: String = "", unsubscribed: String = "", points: String = "",
    expire: String = "", value: String = "", trialEnded: String = "", erased: String = ""
  ) {
    add(
      "customers",
      "\(customer),\(segment),\(unsubscribed),\(points),\(expire),\(value),\(trialEnded),\(erased)")
  }

  mutating func ticket(_ customer: String, _ day: String) {
    add("tickets", "\(customer),\(day),solved")
  }

  mutating func cart(_ customer: String, _ moment: String, value: Int = 30) {
    add("carts", "\(customer),\(moment),\(value)")
  }

  /// Leaves a table's file out.
  mutating func lose(_ table: String) { tables[table] = nil }

  /// Calls a column something that nobody reads.
  mutating func lose(column: String, of table: String) {
    guard let header = tables[table]?[0] else { return }
    tables[table]?[0] = header.split(separator: ",").map { name in
      column.split(separator: ",").contains(name) ? "un\(name)" : String(name)
    }.joined(separator: ",")
  }

  private mutating func add(_ table: String, _ row: String) { tables[table]?.append(row) }

  /// How many touches there are.
  var sendCount: Int { (tables["touches"]?.count ?? 1) - 1 }

  /// People p1 to p`count` who ordered on 1 April, so that they lapse on 2 May.
  mutating func lapse(_ people: ClosedRange<Int>, lastOrder: String = "2026-04-01") {
    for number in people { order("p\(number)", lastOrder) }
  }

  /// The files of the folder.
  var files: [String: String] {
    var files = ["winback.toml": configuration + "\n[lapse]\ndays = 30\n"]
    for (table, rows) in tables {
      files["\(table).csv"] = rows.joined(separator: "\n") + "\n"
    }
    return files
  }

  /// What is known of the folder.
  func analysed() throws -> Analysed {
    let folder = try TemporaryFolder(files)
    let read = try AnalysedFolder(folder.path)
    return Analysed(analysis: read.analysis, report: read.report)
  }

  struct Analysed {
    let analysis: Analysis
    let report: Report

    func finding(_ guardrail: Guardrail) throws -> GuardrailFinding {
      try #require(report.finding(guardrail))
    }

    func play(_ tactic: Tactic) throws -> Play {
      try #require(report.playbook.plays.first { $0.tactic == tactic })
    }

    /// The ids on a list, in its order.
    func ids(_ name: String) throws -> [String] {
      let roster = analysis.roster(try #require(WorkList(name)))
      return (0..<roster.count).map { roster[$0].id }
    }
  }
}
