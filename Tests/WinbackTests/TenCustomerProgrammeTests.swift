import Testing

@testable import winback

/// A series of three mails to ten customers, who all lapsed on 1 February:
///
///     c1  step 1, back 15 Feb with 40              before step 2
///     c2  steps 1, 2, back 22 Feb with 30
///     c3  steps 1, 2, 3, back 5 Mar with 20
///     c4  steps 1, 2, 3, never back
///     c5  steps 1, 2, back 10 Mar with 50          after email's week: returned, not credited
///     c6  step 1 bounced, step 2, never back       step 1 never was
///     c7  step 1 as `delivered`, never back        sent all the same
///     c8  steps 1, 2, back 20 Apr with 99          after z + 60 = 11 Apr
///     c9  step 1 as variant A, delivered, opened, again as B; step 2; never back
///     c10 held out on 5 Feb, mailed all the same, back 12 Feb
///
/// Steps go out on 10 and 20 February and 2 March, every sent or delivered row costs 1 where it
/// says so.
struct `A programme for ten customers` {
  private let report: JSONValue

  init() throws {
    report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue
      1,c1,2025-01-01,10
      2,c2,2025-01-01,10
      3,c3,2025-01-01,10
      4,c4,2025-01-01,10
      5,c5,2025-01-01,10
      6,c6,2025-01-01,10
      7,c7,2025-01-01,10
      8,c8,2025-01-01,10
      9,c9,2025-01-01,10
      10,c10,2025-01-01,10
      11,c1,2025-02-15,40
      12,c2,2025-02-22,30
      13,c3,2025-03-05,20
      14,c5,2025-03-10,50
      15,c8,2025-04-20,99
      16,c10,2025-02-12,70
      17,newest,2025-05-31,1
      """,
      "assignments.csv": """
      customer_id,assigned_at,arm
      c10,2025-02-05,holdout
      """,
      "touches.csv": """
      customer_id,touched_at,channel,campaign,step,variant,event,cost
      c1,2025-02-10,email,spring,1,A,sent,1
      c2,2025-02-10,email,spring,1,A,sent,1
      c3,2025-02-10,email,spring,1,B,sent,1
      c4,2025-02-10,email,spring,1,A,sent,1
      c5,2025-02-10,email,spring,1,B,sent,1
      c6,2025-02-10,email,spring,1,A,bounced,1
      c7,2025-02-10,email,spring,1,A,delivered,1
      c8,2025-02-10,email,spring,1,B,sent,1
      c9,2025-02-10T09:00:00,email,spring,1,A,sent,1
      c9,2025-02-10T09:00:05,email,spring,1,A,delivered,
      c9,2025-02-11T09:00:00,email,spring,1,A,opened,
      c9,2025-02-12T09:00:00,email,spring,1,B,sent,
      c10,2025-02-10,email,spring,1,A,sent,
      c2,2025-02-20,email,spring,2,,sent,1
      c3,2025-02-20,email,spring,2,,sent,1
      c4,2025-02-20,email,spring,2,,sent,1
      c5,2025-02-20,email,spring,2,,sent,1
      c6,2025-02-20,email,spring,2,,sent,1
      c8,2025-02-20,email,spring,2,,sent,1
      c9,2025-02-20,email,spring,2,,sent,1
      c3,2025-03-02,email,spring,3,,sent,1
      c4,2025-03-02,email,spring,3,,sent,1
      """,
    ])
  }

  /// Step 1 went to c1 to c5 and c7 to c9; of these c1 came back before step 2 was sent to them,
  /// c2, c3 and c5 not before, c8 too late. Step 2: c2 to c6, c8, c9; c2 and c5. Step 3: c3, c4;
  /// c3.
  @Test(arguments: [("1", 8, 1), ("2", 7, 2), ("3", 2, 1)])
  func `a step counts who came back before the next`(_ step: String, sent: Int, returned: Int) {
    for span in ["quarter", "year"] {
      report.expect(
        row: "steps.\(span)", ["channel": "email", "campaign": "spring", "step": step],
        [
          "sent": .number(Double(sent)), "returned": .number(Double(returned)),
          "rate.x": .number(Double(returned)), "rate.n": .number(Double(sent)),
          "rate.value": .number(Double(returned) / Double(sent)),
        ])
    }
  }

  /// 1 - 7/8 x 5/7 x 1/2 = 1 - 5/16.
  @Test func `the steps chain on the last one's row`() {
    report.expect(["steps.quarter": .rows(3)])
    report.expect(
      row: "steps.quarter", ["campaign": "spring", "step": "3"], ["chained": 0.6875])
  }

  /// Contacted: c1 to c9, c6 by step 2. Credited within a week: c1 (5 days), c2 (2), c3 (3): 40 +
  /// 30 + 20; c5 came 18 days after its last mail. Cost: 8 + 7 + 2; a bounced mail is no contact.
  @Test func `a campaign has its own contacts, credit and cost`() {
    for span in ["quarter", "year"] {
      report.expect(
        row: "campaigns.\(span)", ["channel": "email", "campaign": "spring"],
        ["contacted": 9, "reactivations": 3, "rate.x": 3, "rate.n": 9, "revenue": 90, "cost": 17])
    }
    report.expect([
      "channels.quarter.email.contacted": 9, "channels.quarter.email.cost": 17,
      "channels.quarter.unattributed.revenue": 50, "scorecard.came_back.reactivations": 4,
    ])
  }

  /// A first: c1, c2, c4, c7, c9, of whom c1 and c2 came back within W. B first: c3, c5, c8; c3 and
  /// c5. c9 stays with A, c6's A bounced, c10 is held out.
  @Test(arguments: [("A", 2, 5), ("B", 2, 3)])
  func `a customer counts once a message, by the first variant`(_ variant: String, x: Int, n: Int) {
    for span in ["quarter", "year"] {
      report.expect(
        row: "variants.\(span)", ["campaign": "spring", "step": "1", "variant": variant],
        ["channel": "email", "rate.x": .number(Double(x)), "rate.n": .number(Double(n))])
    }
  }
}
