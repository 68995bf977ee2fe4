import Foundation
import Testing

@testable import winback

/// A file of touches that is there and says nothing.
struct NoTouchesTests {
  @Test func `a file of touches without one is suspicious where people were assigned`() throws {
    let folder = try TemporaryFolder([
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue
      1,a,2026-01-01,10
      2,b,2026-01-01,10
      3,a,2026-07-01,10
      4,c,2026-07-02,10
      """,
      "assignments.csv": "customer_id,assigned_at,arm\na,2026-05-05,treatment\n",
      "touches.csv": "customer_id,touched_at,channel\n",
    ])
    let ended = try Ended("check", folder.path)
    #expect(ended.status == 1)
    #expect(
      ended.output.replacing("\n ", with: "").contains(
        "1 lapse was assigned to treatment and the file of touches has none"))
  }
}
