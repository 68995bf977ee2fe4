import Foundation
import Testing

@testable import Tables

/// Whole folders: what becomes of good rows.
struct CohortTests {
  private func read(_ files: [String: String], _ change: (inout ReadingOptions) -> Void = { _ in })
    throws -> Cohort
  {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    var options = ReadingOptions()
    change(&options)
    return try Cohort.read(path, options: options)
  }

  @Test func `orders of other currencies are brought to the reported one`() throws {
    let cohort = try read([
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,discount,refunded,currency
      1,a,2026-01-01,10,2,1,EUR
      2,a,2026-01-02,10,,,usd
      3,a,2026-01-03,10,,,
      """
    ]) {
      $0.currency = "USD"
      $0.rates = ["EUR": 1.08]
    }
    #expect(cohort.currency == "USD")
    #expect(cohort.orders.revenue == [10_800_000, 10_000_000, 10_000_000])
    #expect(cohort.orders.discount == [2_160_000, 0, 0])
    #expect(cohort.orders.refunded == [1_080_000, 0, 0])
  }

  @Test func `tickets, carts and what the customer file says beside a segment are read`() throws {
    let cohort = try read([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "tickets.csv": "customer_id,opened_at,status\na,2026-01-02T10:00:00,Open\nb,2026-01-03,\n",
      "carts-2026.csv": "customer_id,abandoned_at,value\na,2026-01-04,12.50\nb,2026-01-05,\n",
      "customers.csv": """
      customer_id,points,points_expire_at,value,plan,trial_ended_at,erased_at
      a,120.5,2026-03-01,99,Pro,2026-01-15,
      b,,,,,,2026-02-01
      a,3,,,,,
      """,
    ])
    #expect(cohort.tickets.customer == [0, 1])
    #expect(cohort.carts.value == [12_500_000, 0])
    #expect(cohort.carts.moment.map { $0 % 86_400 } == [0, 0])
    // A customer's last row counts as a whole; a blank value is none, blank points are 0.
    #expect(cohort.customerList.customer == [0, 1])
    #expect(cohort.customerList.points == [3_000_000, 0])
    #expect(cohort.customerList.value == [noAmount, noAmount])
    #expect(cohort.customerList.trialEndedDay == [absent, absent])
    #expect(cohort.customerList.erasedDay[1] == Int32(try #require(Day("2026-02-01")).number))
    #expect(cohort.customerList.repeated == 1)
    #expect(cohort.findings.count == 0)
  }

  @Test func `one currency needs no rate and names the report's`() throws {
    let cohort = try read([
      "orders.csv": "order_id,customer_id,ordered_at,revenue,currency\n1,a,2026-01-01,10,chf\n"
    ])
    #expect(cohort.currency == "CHF")
    #expect(cohort.orders.revenue == [10_000_000])
  }

  @Test func `a repeated order is the first row of the newest file that has it`() throws {
    let header = "order_id,customer_id,ordered_at,revenue,status\n"
    let cohort = try read([
      "orders-2026-01.csv": header + "1,a,2026-01-30,10,pending\n2,b,2026-01-10,10,paid\n",
      "orders-2026-02.csv": header + "1,a,2026-01-30,12,paid\n1,a,2026-01-30,99,paid\n",
    ])
    #expect(cohort.orders.count == 2)
    #expect(cohort.orders.repeated == 2)
    #expect(cohort.orders.revenue == [12_000_000, 10_000_000])
    #expect(cohort.orders.statuses.words[cohort.orders.status[0]] == "paid")
  }

  @Test func `monthly files follow the base file in the order of their names`() throws {
    let header = "customer_id,touched_at,channel\n"
    let cohort = try read([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": header + "a,2026-01-01,email\n",
      "touches-2026-02.csv": header + "a,2026-01-01,call\n",
      "touches-2026-01.csv": header + "a,2026-01-01,sms\n",
      "notes.csv": "x\n", ".hidden.csv": "x\n",
    ])
    #expect(cohort.touches.channel.map { cohort.channels.words[$0] } == ["email", "sms", "call"])
    #expect(cohort.strangers == ["notes.csv"])
  }

  @Test func `a folder with a table's name, and a name that is no UTF-8, are strangers`() throws {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: path) }
    try FileManager.default.createDirectory(
      atPath: path + "/orders-old.csv", withIntermediateDirectories: true)
    let orders = "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n"
    try Data(orders.utf8).write(to: URL(fileURLWithPath: path + "/orders.csv"))
    let name = Array((path + "/orders-").utf8CString.dropLast()) + [-1] + Array(".csv".utf8CString)
    let descriptor = unsafe open(name, O_WRONLY | O_CREAT, 0o600)
    try #require(descriptor >= 0)
    close(descriptor)
    let cohort = try Cohort.read(path, options: ReadingOptions())
    #expect(cohort.files.map(\.name) == ["orders.csv"])
    #expect(cohort.strangers == ["orders-old.csv/", "orders-\u{FFFD}.csv"])
  }

  @Test func `spellings of channels and reasons become words`() throws {
    let cohort = try read([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": """
      customer_id,touched_at,channel
      a,2026-01-01,E-Mail Marketing
      a,2026-01-02,EMAIL
      a,2026-01-03,SMS
      """,
      "cancellations.csv": """
      customer_id,cancelled_at,reason,voluntary
      a,2026-01-01,Too_Expensive,
      a,2026-01-02,,no
      a,2026-01-03,price,TRUE
      """,
    ]) {
      $0.channels = ["e-mail marketing": "email"]
      $0.reasons = ["too_expensive": "price"]
    }
    #expect(cohort.touches.channel.map { cohort.channels.words[$0] } == ["email", "email", "sms"])
    let reasons = cohort.cancellations
    #expect(reasons.reason.map { reasons.reasons.words[$0] } == ["price", "", "price"])
    #expect(reasons.isVoluntary == [true, false, true])
  }

  @Test func `columns are found by the names that the configuration gives`() throws {
    let cohort = try read([
      "orders.csv": "Net sales,Email,Name,Day,order_id\n12.50,a@x.example,#1,2026-01-01,ours\n"
    ]) {
      $0.columnNames[.orders] = [
        "order_id": "Name", "customer_id": "Email", "ordered_at": "Day", "revenue": "Net sales",
      ]
    }
    #expect(cohort.orders.revenue == [12_500_000])
    #expect(cohort.customers.texts == ["a@x.example"])
    #expect(cohort.files[0].unknownColumns == ["order_id"])
  }

  @Test func `a header without rows is a table without rows, not a missing one`() throws {
    let cohort = try read([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "spend.csv": "date,amount\n",
    ])
    #expect(cohort.has(.spend))
    #expect(!cohort.has(.touches))
    #expect(cohort.spend.count == 0)
  }

  @Test func `spend of a month is dated its first, and a customer's last row counts`() throws {
    let cohort = try read([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "spend.csv": "date,amount,channel\n2026-10,5,Email\n2026-10-09,-1.5,\n",
      "customers.csv": "customer_id,segment,unsubscribed_at\na,first,2026-01-01\na,second,\n",
    ])
    #expect(cohort.spend.day.map { Day($0).description } == ["2026-10-01", "2026-10-09"])
    #expect(cohort.spend.amount == [5_000_000, -1_500_000])
    #expect(cohort.segments.words[cohort.customerList.segment[0]] == "second")
    #expect(cohort.customerList.unsubscribedDay == [absent])
    #expect(cohort.customerList.repeated == 1)
  }
}
