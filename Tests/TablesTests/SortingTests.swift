import Foundation
import Testing

@testable import Tables

/// Rows are put into the order of customers and time before anything is worked out.
struct SortingTests {
  /// Of two customers, in every column something else: a's later row, b's, a's earlier one.
  private static let files = [
    "orders.csv": """
    order_id,customer_id,ordered_at,revenue,discount,discount_code,refunded,refunded_at,status
    1,a,2026-03-03,30,3,x,1,2026-04-03,paid
    2,b,2026-03-02,20,2,y,2,2026-04-02,failed
    3,a,2026-03-01,10,1,z,3,2026-04-01,draft
    """,
    "touches.csv": """
    customer_id,touched_at,channel,campaign,step,variant,event,offer,cost,segment
    a,2026-03-03,email,Back,1,A,sent,x,0.3,new
    b,2026-03-02,sms,Soon,2,B,opened,y,0.2,old
    a,2026-03-01,call,Now,3,C,clicked,z,0.1,vip
    """,
    "assignments.csv": """
    customer_id,assigned_at,arm,segment
    a,2026-03-03,holdout,new
    b,2026-03-02,treatment,old
    a,2026-03-01,treatment,vip
    """,
    "cancellations.csv": """
    customer_id,cancelled_at,reason,voluntary
    a,2026-03-03,price,true
    b,2026-03-02,neglect,false
    a,2026-03-01,other,false
    """,
    "carts.csv": """
    customer_id,abandoned_at,value
    a,2026-03-03,30
    b,2026-03-02,20
    a,2026-03-01,10
    """,
  ]

  @Test func `every column of a table is put into one order`() throws {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in SortingTests.files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }
    let read = try Cohort.read(path, options: ReadingOptions())
    let sorted = read.sortedByCustomer()
    try expectSorted(read.orders, sorted.orders, columns: 8)
    try expectSorted(read.touches, sorted.touches, columns: 10)
    try expectSorted(read.assignments, sorted.assignments, columns: 4)
    try expectSorted(read.cancellations, sorted.cancellations, columns: 4)
    try expectSorted(read.carts, sorted.carts, columns: 3)
  }

  /// Looks at all columns that there are, so that one that is added later is not forgotten.
  private func expectSorted<Table>(_ read: Table, _ sorted: Table, columns count: Int) throws {
    let (before, after) = (columns(read), columns(sorted))
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
      guard let name = child.label, column.displayStyle == .collection else { continue }
      columns[name] = column.children.map { "\($0.value)" }
    }
    return columns
  }
}
