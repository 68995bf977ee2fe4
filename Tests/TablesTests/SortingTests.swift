import Testing

@testable import Tables

/// Rows are put into the order of customers and time while they are read.
struct SortingTests {
  /// Three rows of a table, in every column something else, the newest first.
  private static func files(_ one: String, _ two: String, _ three: String) -> [String: String] {
    [
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,discount,discount_code,refunded,refunded_at,status
      1,\(one),2026-03-03,30,3,x,1,2026-04-03,paid
      2,\(two),2026-03-02,20,2,y,2,2026-04-02,failed
      3,\(three),2026-03-01,10,1,z,3,2026-04-01,draft
      """,
      "touches.csv": """
      customer_id,touched_at,channel,campaign,step,variant,event,offer,cost,segment
      \(one),2026-03-03,email,Back,1,A,sent,x,0.3,new
      \(two),2026-03-02,sms,Soon,2,B,opened,y,0.2,old
      \(three),2026-03-01,call,Now,3,C,clicked,z,0.1,vip
      """,
      "assignments.csv": """
      customer_id,assigned_at,arm,segment
      \(one),2026-03-03,holdout,new
      \(two),2026-03-02,treatment,old
      \(three),2026-03-01,treatment,vip
      """,
      "cancellations.csv": """
      customer_id,cancelled_at,reason,voluntary
      \(one),2026-03-03,price,true
      \(two),2026-03-02,neglect,false
      \(three),2026-03-01,other,false
      """,
      "carts.csv": """
      customer_id,abandoned_at,value
      \(one),2026-03-03,30
      \(two),2026-03-02,20
      \(three),2026-03-01,10
      """,
    ]
  }

  @Test func `every column of a table is put into one order`() throws {
    // Three customers stand as they first come up.
    let apart = try Cohort.read(files: SortingTests.files("a", "b", "c"))
    let sorted = try Cohort.read(files: SortingTests.files("a", "b", "a"))
    try expectSorted(apart.orders, sorted.orders, columns: 5)
    #expect(apart.orders.refunds == sorted.orders.refunds)
    try expectSorted(apart.touches, sorted.touches, columns: 3)
    #expect(apart.touches.kinds == sorted.touches.kinds)
    #expect(apart.touches.deals == sorted.touches.deals)
    try expectSorted(apart.assignments, sorted.assignments, columns: 3)
    try expectSorted(apart.cancellations, sorted.cancellations, columns: 3)
    try expectSorted(apart.carts, sorted.carts, columns: 2)
  }

  @Test func `what touches share is told once`() throws {
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": """
      customer_id,touched_at,channel,campaign,step,variant,event,offer,cost,segment
      a,2026-03-01,email,Back,1,A,sent,x,0.1,new
      a,2026-03-02,E-Mail,Back,1,A,SENT,y,0.2,new
      a,2026-03-03,email,back,1,A,sent,,,new
      a,2026-03-04,email,Back,2,A,sent,,,new
      a,2026-03-05,email,Back,,A,sent,,,new
      a,2026-03-06,email,Back,1,B,sent,,,new
      a,2026-03-07,email,Back,1,A,opened,,,new
      a,2026-03-08,email,Back,1,A,sent,,,old
      a,2026-03-09,sms,Back,1,A,sent,,,new
      b,2026-03-10,email,Back,1,A,sent,,,new
      """,
    ]) { $0.channels["e-mail"] = "email" }
    let touches = cohort.touches
    #expect(touches.kind == [0, 0, 1, 2, 3, 4, 5, 6, 7, 0])
    #expect(touches.kinds.count == 8)
    #expect(
      touches.kinds.map { cohort.channels.words[$0.channel] }
        == [String](repeating: "email", count: 7) + ["sms"])
    #expect(
      touches.kinds.map { touches.campaigns.words[$0.campaign] }
        == ["Back", "back"] + [String](repeating: "Back", count: 6))
    #expect(touches.kinds.map(\.step) == [1, 1, 2, absent, 1, 1, 1, 1])
    #expect(
      touches.kinds.map { touches.variants.words[$0.variant] }
        == ["A", "A", "A", "A", "B", "A", "A", "A"])
    #expect(
      touches.kinds.map(\.event) == [.sent, .sent, .sent, .sent, .sent, .opened, .sent, .sent])
    #expect(
      touches.kinds.map { cohort.segments.words[$0.segment] }
        == ["new", "new", "new", "new", "new", "new", "old", "new"])
    #expect(touches.deal == [0, 1] + [Int32](repeating: 2, count: 8))
    #expect(touches.deals.map(\.cost) == [100_000, 200_000, 0])
    #expect(touches.deals.map { touches.offers.words[$0.offer] } == ["x", "y", ""])
  }

  @Test func `offers and costs of touches are told apart however many there are`() throws {
    var lines = ["customer_id,touched_at,channel,offer,cost"]
    for row in 0..<20_000 { lines.append("a,2026-03-01,email,o\(row % 9_001),\(row % 17)") }
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": lines.joined(separator: "\n"),
    ])
    let touches = cohort.touches
    let deals = touches.deal.map { touches.deals[Int($0)] }
    #expect(deals.map(\.cost) == (0..<20_000).map { Int64($0 % 17) * Amount.scale })
    #expect(
      deals.map { touches.offers.words[$0.offer] } == (0..<20_000).map { "o\($0 % 9_001)" })
  }

  /// Steps, variants and the like that are all different are kinds of their own.
  @Test func `kinds of touches are told apart however many there are`() throws {
    var lines = ["customer_id,touched_at,channel,step,variant"]
    for step in 0..<20_000 { lines.append("a,2026-03-01,email,\(step % 9_000),v\(step % 7)") }
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n",
      "touches.csv": lines.joined(separator: "\n"),
    ])
    let touches = cohort.touches
    let kinds = touches.kind.map { touches.kinds[Int($0)] }
    #expect(kinds.map { Int($0.step) } == (0..<20_000).map { $0 % 9_000 })
    #expect(kinds.map { touches.variants.words[$0.variant] } == (0..<20_000).map { "v\($0 % 7)" })
    #expect(Set(touches.kind).count == touches.kinds.count)
  }

  @Test func `customers whom only a later table names have no rows in an earlier one`() throws {
    let cohort = try Cohort.read(files: [
      "orders.csv":
        "order_id,customer_id,ordered_at,revenue\n1,b,2026-01-02,2\n2,a,2026-01-01,1\n",
      "touches.csv": "customer_id,touched_at,channel\nc,2026-01-01,email\nb,2026-01-01,email\n",
      "customers.csv": "customer_id\nd\n",
    ])
    #expect(cohort.customers.texts == ["b", "a", "c", "d"])
    #expect(cohort.orders.starts == [0, 1, 2, 2, 2])
    #expect(cohort.touches.starts == [0, 1, 1, 2, 2])
    #expect(cohort.assignments.starts == [0, 0, 0, 0, 0])
  }

  @Test func `rows of one moment stay in the order of files and lines`() throws {
    var lines = ["customer_id,abandoned_at,value"]
    for value in 0..<1_000 { lines.append("c\(value % 7),2026-03-0\(1 + value % 3),\(value)") }
    let cohort = try Cohort.read(files: [
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,c0,2026-03-01,10\n",
      "carts.csv": lines.joined(separator: "\n"),
    ])
    let expected = (0..<1_000).sorted { ($0 % 7, $0 % 3, $0) < ($1 % 7, $1 % 3, $1) }
    #expect(cohort.carts.value.map { Int($0 / Amount.scale) } == expected)
    #expect(cohort.customers(cohort.carts.starts) == expected.map { "c\($0 % 7)" })
  }

  /// Rows are grouped some thousand customers at a time.
  @Test(arguments: [8_191, 8_192, 8_193, 20_000])
  func `rows are put in order however many customers there are`(customers: Int) throws {
    // Two carts each, a few more of the first three, in no order of customers or days.
    let carts = (0..<2 * customers + 1_000).map { row in
      (
        customer: row < 2 * customers ? row * 7_919 % customers : row % 3, day: 1 + row % 5,
        row: row
      )
    }
    let orders = (0..<customers).map { "\($0),c\($0),2026-03-01,10" }
    let lines = carts.map { "c\($0.customer),2026-03-0\($0.day),\($0.row)" }
    let cohort = try Cohort.read(files: [
      "orders.csv": (["order_id,customer_id,ordered_at,revenue"] + orders).joined(separator: "\n"),
      "carts.csv": (["customer_id,abandoned_at,value"] + lines).joined(separator: "\n"),
    ])
    let expected = carts.sorted { ($0.customer, $0.day, $0.row) < ($1.customer, $1.day, $1.row) }
    #expect(cohort.carts.value.map { Int($0 / Amount.scale) } == expected.map(\.row))
    #expect(cohort.customers(cohort.carts.starts) == expected.map { "c\($0.customer)" })
  }

  /// Ids in the order of lines; a block holds some ten thousand.
  private static let ids: [[String]] = [
    // As shops number their orders, over many blocks and a digit more.
    (1..<120_000).map { "#\($0)" },
    // The same and then one of the first again, the last again, and lower ones that are new.
    (500..<60_000).map { "#\($0)" } + ["#501", "#59999", "#7"] + (60_000..<90_000).map { "#\($0)" },
    // Falling, without an order, of many lengths, and longer than what is compared as a number.
    (1..<2_000).reversed().map { "o\($0)" },
    (0..<3_000).map { "\($0 &* 2_654_435_761 % 1_009)" },
    [
      "9", "10", "1a", "a", "ab", "aB", "ä", "Z", "10", "abcdefghijkl", "abcdefghijklm",
      "abcdefghijkl",
    ],
    (0..<500).map { "an-id-of-many-letters-\($0 % 400)" },
    (0..<20_000).map { "\($0)" } + ["an-id-of-many-letters", "5", "an-id-of-many-letters"],
  ]

  @Test(arguments: ids.indices)
  func `an id that comes again is one order, whether ids rise or not`(index: Int) throws {
    let ids = SortingTests.ids[index]
    // The first row of a file stands: each has its line for its amount.
    let lines = ids.enumerated().map { "\($1),c,2026-03-01,\($0 + 1)" }
    let header = "order_id,customer_id,ordered_at,revenue"
    let cohort = try Cohort.read(files: ["orders.csv": ([header] + lines).joined(separator: "\n")])
    var seen: Set<String> = []
    let kept = ids.indices.filter { seen.insert(ids[$0]).inserted }
    #expect(cohort.orders.revenue.map { Int($0 / Amount.scale) - 1 } == kept)
    #expect(cohort.orders.repeated == ids.count - kept.count)
  }

  /// Looks at all columns that there are, so that one that is added later is not forgotten; what is no
  /// column, since rows share it, has no place in the order.
  private func expectSorted<Table: CustomerColumns>(
    _ apart: Table, _ sorted: Table, columns count: Int
  ) throws {
    #expect(apart.starts == [0, 1, 2, 3])
    #expect(sorted.starts == [0, 2, 3])
    let (before, after) = (columns(apart), columns(sorted))
    #expect(before.count == count)
    for (name, values) in before {
      try #require(values.count == 3, "\(Table.self).\(name)")
      #expect(after[name] == [2, 0, 1].map { values[$0] }, "\(Table.self).\(name)")
      #expect(after[name] != values, "\(Table.self).\(name) tells no order from another")
    }
  }

  private func columns(_ table: some Any) -> [String: [String]] {
    var columns: [String: [String]] = [:]
    for child in Mirror(reflecting: table).children {
      let column = Mirror(reflecting: child.value)
      guard let name = child.label, column.displayStyle == .collection,
        !["starts", "refunds", "kinds", "deals"].contains(name)
      else { continue }
      columns[name] = column.children.map { "\($0.value)" }
    }
    return columns
  }
}
