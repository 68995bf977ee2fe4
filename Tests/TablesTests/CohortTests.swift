import Foundation
import Testing

@testable import Tables

/// Whole folders: what becomes of good rows.
struct CohortTests {
  @Test func `orders of other currencies are brought to the reported one`() throws {
    let cohort = try Cohort.read(files: [
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
    #expect(cohort.orders.refund == [0, -1, -1])
    #expect(cohort.orders.refunds == [Refund(amount: 1_080_000, day: absent)])
  }

  @Test func `tickets, carts and what the customer file says beside a segment are read`() throws {
    let cohort = try Cohort.read(files: [
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
    #expect(cohort.customers(cohort.tickets.starts) == ["a", "b"])
    #expect(cohort.carts.value == [12_500_000, 0])
    #expect(cohort.carts.moment.map { $0 % 86_400 } == [0, 0])
    // A customer's last row counts as a whole; a blank value is none, blank points are 0.
    #expect(cohort.customerList.customer == [0, 1])
    #expect(cohort.customerList.points.written == [3_000_000])
    #expect(cohort.customerList.value.written == [noAmount])
    #expect(cohort.customerList.trialEndedDay.written == [absent])
    #expect(cohort.customerList.erasedDay[1] == Int32(try #require(Day("2026-02-01")).number))
    #expect(cohort.customerList.repeated == 1)
    #expect(cohort.findings.count == 0)
  }

  @Test func `one currency needs no rate and names the report's`() throws {
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue,currency\n1,a,2026-01-01,10,chf\n"
    ])
    #expect(cohort.currency == "CHF")
    #expect(cohort.orders.revenue == [10_000_000])
  }

  @Test func `a missing rate is told before what is wrong with a later table`() throws {
    let orders = "order_id,customer_id,ordered_at,revenue,currency\n1,a,2026-01-01,10,chf\n"
    #expect(throws: CohortProblem.noRate(currencies: ["CHF", "EUR"], reported: nil)) {
      try Cohort.read(files: [
        "orders.csv": orders + "2,a,2026-01-01,10,eur\n", "touches.csv": "customer_id\n",
      ])
    }
  }

  /// Half of 64 bits, in units: what a table may not add up to.
  private static let half = "611686018427.387904"

  @Test(arguments: [
    // Below what can be told from it, at it, and brought down to it by a rate.
    ("611686018000", 1.0, true), (half, 1, false), ("1000000000000", 1e7, false),
  ])
  func `a table adds up to less than half of 64 bits`(last: String, rate: Double, isRead: Bool)
    throws
  {
    let large = (0..<4).map { "\($0),c\($0),2026-01-01,1000000000000,EUR\n" }.joined()
    let rows = rate == 1 ? large : ""
    let files = [
      "orders.csv": "order_id,customer_id,ordered_at,revenue,currency\n" + rows
        + "9,c9,2026-01-01,\(last),\(rate == 1 ? "EUR" : "IDR")\n"
    ]
    func read() throws -> Int {
      try Cohort.read(files: files) { options in
        options.currency = "EUR"
        options.rates = ["IDR": rate]
      }.orders.count
    }
    if isRead {
      #expect(try read() == 5)
    } else {
      #expect(throws: CohortProblem.amountsTooLarge(name: "orders")) { try read() }
    }
  }

  @Test func `ids that rise in a file and come again in the next are one order`() throws {
    let header = "order_id,customer_id,ordered_at,revenue\n"
    func rows(_ numbers: Range<Int>, _ amount: Int) -> String {
      numbers.map { "#\($0),c\($0),2026-01-01,\(amount)\n" }.joined()
    }
    let cohort = try Cohort.read(files: [
      "orders.csv": header + rows(1..<30_000, 1),
      "orders-2026-02.csv": header + rows(20_000..<40_000, 2),
      "orders-2026-03.csv": header + rows(25_000..<25_010, 3) + rows(50_000..<50_001, 3),
    ])
    #expect(cohort.orders.repeated == 10_010)
    #expect(cohort.orders.count == 40_000)
    let amounts = cohort.orders.revenue.map { Int($0 / Amount.scale) }
    #expect(
      amounts
        == (1..<40_000).map { (25_000..<25_010).contains($0) ? 3 : $0 < 20_000 ? 1 : 2 } + [3])
  }

  @Test func `a repeated order is the first row of the newest file that has it`() throws {
    let header = "order_id,customer_id,ordered_at,revenue,status\n"
    let cohort = try Cohort.read(files: [
      "orders-2026-01.csv": header + "1,a,2026-01-30,10,pending\n2,b,2026-01-10,10,paid\n",
      "orders-2026-02.csv": header + "1,a,2026-01-30,12,paid\n1,a,2026-01-30,99,paid\n",
    ])
    #expect(cohort.orders.count == 2)
    #expect(cohort.orders.repeated == 2)
    #expect(cohort.orders.revenue == [12_000_000, 10_000_000])
    let kind = cohort.orders.kinds[Int(cohort.orders.kind[0])]
    #expect(cohort.orders.statuses.words[kind.status] == "paid")
  }

  @Test func `monthly files follow the base file in the order of their names`() throws {
    let header = "customer_id,touched_at,channel\n"
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": header + "a,2026-01-01,email\n",
      "touches-2026-02.csv": header + "a,2026-01-01,call\n",
      "touches-2026-01.csv": header + "a,2026-01-01,sms\n",
      "notes.csv": "x\n", ".hidden.csv": "x\n",
    ])
    #expect(
      cohort.touches.kind.map { cohort.channels.words[cohort.touches.kinds[Int($0)].channel] } == [
        "email", "sms", "call",
      ])
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
    let cohort = try Cohort.read(files: [
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
    #expect(
      cohort.touches.kind.map { cohort.channels.words[cohort.touches.kinds[Int($0)].channel] } == [
        "email", "email", "sms",
      ])
    let reasons = cohort.cancellations
    #expect(reasons.reason.map { reasons.reasons.words[$0] } == ["price", "", "price"])
    #expect(reasons.isVoluntary == [true, false, true])
  }

  @Test func `columns are found by the names that the configuration gives`() throws {
    let cohort = try Cohort.read(files: [
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
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "spend.csv": "date,amount\n",
    ])
    #expect(cohort.has(.spend))
    #expect(!cohort.has(.touches))
    #expect(cohort.spend.count == 0)
  }

  @Test func `spend of a month is dated its first, and a customer's last row counts`() throws {
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "spend.csv": "date,amount,channel\n2026-10,5,Email\n2026-10-09,-1.5,\n",
      "customers.csv": "customer_id,segment,unsubscribed_at\na,first,2026-01-01\na,second,\n",
    ])
    #expect(cohort.spend.day.map { Day($0).description } == ["2026-10-01", "2026-10-09"])
    #expect(cohort.spend.amount == [5_000_000, -1_500_000])
    #expect(cohort.segments.words[cohort.customerList.segment[0]] == "second")
    #expect(cohort.customerList.unsubscribedDay.written == [absent])
    #expect(cohort.customerList.repeated == 1)
  }

  @Test func `drops of the customer file that list the same people are read as one file`() throws {
    let orders = "order_id,customer_id,ordered_at,revenue\n1,c7,2026-01-01,10\n"
    // Each drop lists all people, and changes what is known of some.
    func lines(_ drop: Int) -> [String] {
      (0..<3_000).map {
        "c\($0),s\($0 % 7 == drop ? drop : 9),\($0 % 11 == drop ? "2026-02-01" : "")"
      }
    }
    let header = "customer_id,segment,unsubscribed_at"
    func file(_ lines: [String]) -> String { ([header] + lines).joined(separator: "\n") }
    var drops = ["orders.csv": orders]
    for drop in 0..<12 { drops["customers-\(10 + drop).csv"] = file(lines(drop)) }
    let apart = try Cohort.read(files: drops)
    let together = try Cohort.read(files: [
      "orders.csv": orders, "customers.csv": file((0..<12).flatMap(lines)),
    ])
    #expect(apart.customers.texts == together.customers.texts)
    #expect(apart.customerList.customer == together.customerList.customer)
    #expect(apart.customerList.segment == together.customerList.segment)
    #expect(
      apart.customerList.unsubscribedDay.written == together.customerList.unsubscribedDay.written)
    #expect(apart.customerList.repeated == 11 * 3_000)
    #expect(together.customerList.repeated == 11 * 3_000)
  }

  @Test func `a refused row in the customer file is told of who is known by a cart alone`() throws {
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "carts.csv": "customer_id,abandoned_at,value\nb,2026-01-02,5\n",
      "customers.csv": "customer_id,unsubscribed_at\nb,some day\nc,some day\n",
    ])
    #expect(cohort.customers.texts == ["a", "b"])
    #expect(cohort.customerList.refused == [1])
  }
}
