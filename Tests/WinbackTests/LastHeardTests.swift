import Metrics
import Tables
import Testing

@testable import Metrics

/// The last that was heard of somebody.
struct LastHeardTests {
  /// A folder with an order of `a` on 5 January, and more.
  private func heard(_ more: [String: String], asOf: String = "2026-02-01") throws
    -> (since: (Day) -> Bool, isTicket: Bool)
  {
    var files = [
      "orders.csv":
        "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-05T12:00:00,10\n2,z,2026-02-01,1\n"
    ]
    for (table, rows) in more {
      let header = [
        "tickets.csv": "customer_id,opened_at", "carts.csv": "customer_id,abandoned_at",
        "touches.csv": "customer_id,touched_at,channel,event",
      ]
      files[table] = "\(header[table, default: ""])\n\(rows)\n"
    }
    let folder = try TemporaryFolder(files)
    let analysis = try AnalysedFolder(folder.path, asOf: asOf).analysis
    let last = LastHeard(analysis)
    let customer = Int(try #require(analysis.cohort.customers.existingCode(of: "a")))
    return ({ last.isHeard(customer, since: $0) }, last.isTicket(customer))
  }

  @Test(
    arguments: [
      ([:], "2026-01-05", false),
      (["tickets.csv": "a,2026-01-04"], "2026-01-05", false),
      (["tickets.csv": "a,2026-01-06"], "2026-01-06", true),
      // Of one moment it is the ticket.
      (["tickets.csv": "a,2026-01-05T12:00:00"], "2026-01-05", true),
      (["tickets.csv": "a,2026-01-05T11:59:59"], "2026-01-05", false),
      (["tickets.csv": "a,2026-01-06", "carts.csv": "a,2026-01-07"], "2026-01-07", false),
      // A message is not heard of them, an answer to it is.
      (
        ["tickets.csv": "a,2026-01-06", "touches.csv": "a,2026-01-08,email,sent"], "2026-01-06",
        true
      ),
      (
        ["tickets.csv": "a,2026-01-06", "touches.csv": "a,2026-01-08,email,opened"], "2026-01-08",
        false
      ),
      // What is dated after the report has not happened.
      (["tickets.csv": "a,2026-02-02\na,2026-01-06\nz,2026-01-31"], "2026-01-06", true),
    ] as [([String: String], String, Bool)])
  func `an order, an answer, a cart or a ticket is heard, whichever is last`(
    more: [String: String], day: String, isTicket: Bool
  ) throws {
    let found = try heard(more)
    let last = try #require(Day(day))
    #expect(found.since(last))
    #expect(found.since(last - 1))
    #expect(!found.since(last + 1))
    #expect(found.isTicket == isTicket)
  }
}
