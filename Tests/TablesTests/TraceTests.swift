import Foundation
import Testing

@testable import Tables

/// The way back from a customer to the files.
struct TraceTests {
  private func withFolder<Value>(_ files: [String: String], _ body: (String) throws -> Value) throws
    -> Value
  {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    return try body(path)
  }

  private let files = [
    "orders.csv":
      "order_id,customer_id,ordered_at,revenue\r\n1,a,2026-01-01,10\r\n2,b,2026-01-02,5\r\n",
    "orders-2.csv":
      "ordered_at,Mail,order_id,revenue\n2026-02-01,\"a\",3,7\n2026-02-02,a b,4,7\n\n2026-02-03, a ,5,\n",
    "touches.csv":
      "customer_id,touched_at,channel,campaign\na,2026-01-05,sms,\"two\nlines\"\na,x,y,z\n",
    "customers.csv": "customer_id,email,name,segment\na,ann@example.com,Ann Example,vip\nb,,Bob,\n",
    "spend.csv": "date,amount\n2026-01-01,3\n",
  ]

  private var options: ReadingOptions { ReadingOptions() }

  @Test func `a customer's rows are found with their lines, refused ones too`() throws {
    try withFolder(files.filter { $0.key != "orders-2.csv" }) { path in
      let trace = try Cohort.trace("a", in: path, options: options, isRevealing: false)
      #expect(
        trace.rows.map { "\($0.file):\($0.line)" } == [
          "orders.csv:2", "touches.csv:2", "touches.csv:4", "customers.csv:2",
        ])
      #expect(
        trace.rows[1].fields.map { "\($0.name)=\($0.text)" } == [
          "customer_id=a", "touched_at=2026-01-05", "channel=sms", "campaign=two\nlines",
        ])
    }
  }

  @Test func `columns are found by their configured names, and text is trimmed`() throws {
    var options = options
    options.columnNames = [.orders: ["customer_id": "Mail"]]
    try withFolder(["orders.csv": files["orders-2.csv"] ?? ""]) { path in
      let trace = try Cohort.trace("a", in: path, options: options, isRevealing: false)
      #expect(trace.rows.map(\.line) == [2, 5])
    }
  }

  @Test func `e-mail addresses and names are left out unless they are asked for`() throws {
    try withFolder(files.filter { $0.key != "orders-2.csv" }) { path in
      let hidden = try Cohort.trace("a", in: path, options: options, isRevealing: false)
      #expect(!hidden.rows.flatMap(\.fields).contains { $0.text.contains("nn") })
      let shown = try Cohort.trace("a", in: path, options: options, isRevealing: true)
      #expect(
        shown.rows.last?.fields.map(\.text) == ["a", "ann@example.com", "Ann Example", "vip"])
    }
  }

  @Test func `contacts are read by id`() throws {
    try withFolder(files.filter { $0.key != "orders-2.csv" }) { path in
      let contacts = try Cohort.contacts(in: path, options: options)
      #expect(
        contacts == [
          "a": Contact(name: "Ann Example", email: "ann@example.com"),
          "b": Contact(name: "Bob", email: ""),
        ])
    }
  }

  @Test func `a folder that is gone is a problem with a sentence`() {
    #expect(throws: CohortProblem.self) {
      try Cohort.trace("a", in: "/no/such/folder", options: options, isRevealing: false)
    }
  }
}
