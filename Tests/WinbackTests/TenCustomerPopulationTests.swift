import Testing

@testable import winback

/// Who is in a number's denominator, who is not, and by what cause, by ten customers each.
struct `Populations of ten customers` {
  /// All lapsed on 1 February. c1 to c5 assigned to treatment and c6, c7 held out on 1 March, c8 to
  /// c10 mailed on 10 March. Back: c1, c8 and, held out, c6. The treated: 2 of 8.
  @Test func `the held out are in the month and not in its rate`() throws {
    let report = try json([
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
      11,c1,2025-03-05,10
      12,c8,2025-03-12,10
      13,c6,2025-03-20,10
      14,newest,2025-05-31,10
      """,
      "assignments.csv": """
      customer_id,assigned_at,arm
      c1,2025-03-01,treatment
      c2,2025-03-01,treatment
      c3,2025-03-01,treatment
      c4,2025-03-01,treatment
      c5,2025-03-01,treatment
      c6,2025-03-01,holdout
      c7,2025-03-01,holdout
      """,
      "touches.csv": """
      customer_id,touched_at,channel
      c8,2025-03-10,email
      c9,2025-03-10,email
      c10,2025-03-10,email
      """,
    ])
    report.expect([
      "scorecard.day_60.cohort": "2025-03", "scorecard.day_60.x": 2, "scorecard.day_60.n": 8,
      "scorecard.day_60.population.total": 10, "scorecard.day_60.population.counted": 8,
      "scorecard.day_60.population.excluded.held_out": 2,
      "scorecard.day_60.population.excluded.immature": .zeroOrAbsent,
      "scorecard.reactivation_rate.population.total": 10,
      "scorecard.reactivation_rate.population.counted": 8,
      "scorecard.reactivation_rate.population.excluded.held_out": 2,
      // Assigned episodes only: 1 of 5 against 1 of 2.
      "scorecard.lift.treatment.x": 1, "scorecard.lift.treatment.n": 5,
      "scorecard.lift.holdout.x": 1, "scorecard.lift.holdout.n": 2,
    ])
  }

  /// January's twelve rows, all of customers who bought on 20 December but for c10:
  ///
  ///     c1  10 Jan, buys 1 Feb                                     cured
  ///     c2  10 and 20 Jan, nothing between                         one, not cured; one repeated
  ///     c3  31 Jan, buys 31 Jul: within six months, clamped        cured
  ///     c4  30 Jan, buys 31 Jul: a day late                        not cured
  ///     c5  15 Jan, buys 15 Jan: not after the day of cancelling   not cured
  ///     c6  declined 12 Jan, pays 30 Jan                           involuntary, recovered
  ///     c7  declined 12 Jan, pays 20 Feb: after 39 days            involuntary
  ///     c8  5 Jan, buys 10 Jan, 25 Jan: two, by two purchases      cured; not cured
  ///     c9  28 Dec and 8 Jan: one, the first, which is December's  repeated
  ///     c10 9 Jan, never bought                                    never bought
  @Test func `churn-cure counts each cancellation once, or says why not`() throws {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue
      1,c1,2024-12-20,10
      2,c2,2024-12-20,10
      3,c3,2024-12-20,10
      4,c4,2024-12-20,10
      5,c5,2024-12-20,10
      6,c6,2024-12-20,10
      7,c7,2024-12-20,10
      8,c8,2024-12-20,10
      9,c9,2024-12-20,10
      10,c1,2025-02-01,10
      11,c3,2025-07-31,10
      12,c4,2025-07-31,10
      13,c5,2025-01-15,10
      14,c6,2025-01-30,10
      15,c7,2025-02-20,10
      16,c8,2025-01-10,10
      """,
      "cancellations.csv": """
      customer_id,cancelled_at,reason,voluntary
      c1,2025-01-10,price,true
      c2,2025-01-10,price,true
      c2,2025-01-20,price,true
      c3,2025-01-31,price,true
      c4,2025-01-30,price,true
      c5,2025-01-15,price,true
      c6,2025-01-12,card declined,false
      c7,2025-01-12,card declined,false
      c8,2025-01-05,price,true
      c8,2025-01-25,price,true
      c9,2024-12-28,price,true
      c9,2025-01-08,price,true
      c10,2025-01-09,price,true
      """,
    ])
    report.expect([
      "scorecard.churn_cure.cohort": "2025-01", "scorecard.churn_cure.x": 3,
      "scorecard.churn_cure.n": 7, "scorecard.churn_cure.involuntary": 2,
      "scorecard.churn_cure.recovered": 1,
      "scorecard.churn_cure.population.total": 12, "scorecard.churn_cure.population.counted": 7,
      "scorecard.churn_cure.population.excluded.involuntary": 2,
      "scorecard.churn_cure.population.excluded.repeated_cancellation": 2,
      "scorecard.churn_cure.population.excluded.never_bought": 1,
      "lapse.customers.never_bought": 1,
    ])
  }

  /// On 1 April 2025:
  ///
  ///     c1 on the list, back 10 Apr         c2 on the list, mailed 5 Apr
  ///     c3 on it: 1 Oct 2023 is 18 months   c4 off: 30 Sep 2023 is more
  ///     c5 off: unsubscribed in the file    c6 off: unsubscribed by a touch
  ///     c7 off: cancelled 10 Mar; buys again 15 Apr, not from the list
  ///     c8 on it, unsubscribes 20 Apr       c9 on it, cancels 12 Apr
  ///     c10 not lapsed: 10 Mar + 31 is 10 Apr
  ///
  /// Nine lapsed, five of them on the list, one of the five back, one touched. By the end c10 has
  /// come, and c1, c3 (too old), c8 and c9 (quiet for 30 days) have gone: c2 and c10.
  @Test func `the list says who is off it and where everybody went`() throws {
    let files = [
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue
      1,c1,2025-01-10,10
      2,c2,2025-01-10,10
      3,c3,2023-10-01,10
      4,c4,2023-09-30,10
      5,c5,2025-01-10,10
      6,c6,2025-01-10,10
      7,c7,2025-02-25,10
      8,c8,2025-01-10,10
      9,c9,2025-01-10,10
      10,c10,2025-03-10,10
      11,c1,2025-04-10,10
      12,c7,2025-04-15,10
      13,newest,2025-04-30,10
      """,
      "touches.csv": """
      customer_id,touched_at,channel,event
      c6,2025-03-20,email,unsubscribed
      c2,2025-04-05,email,sent
      """,
      "cancellations.csv": """
      customer_id,cancelled_at,reason
      c7,2025-03-10,price
      c9,2025-04-12,price
      """,
      "customers.csv": """
      customer_id,unsubscribed_at
      c5,2025-03-15
      c8,2025-04-20
      """,
    ]
    try json(files).expect([
      "scorecard.share_of_list.cohort": "2025-04", "scorecard.share_of_list.n": 5,
      "scorecard.share_of_list.x": 1, "scorecard.share_of_list.contacted": 1,
      "scorecard.share_of_list.population.total": 9,
      "scorecard.share_of_list.population.counted": 5,
      "scorecard.share_of_list.population.excluded.over_18_months": 1,
      "scorecard.share_of_list.population.excluded.cancelled_within_30_days": 1,
      "scorecard.share_of_list.population.excluded.unsubscribed": 2,
      "scorecard.share_of_list.movement.start": 5,
      "scorecard.share_of_list.movement.newly_lapsed": 1,
      "scorecard.share_of_list.movement.returned": 1,
      "scorecard.share_of_list.movement.aged_out": 1,
      "scorecard.share_of_list.movement.unsubscribed": 1,
      "scorecard.share_of_list.movement.quiet": 1,
      "scorecard.share_of_list.movement.end": 2,
    ])
    // A month later c2 and c10 are the list; c9's cancellation is 19 days old on 1 May.
    try json(files, asOf: "2025-05-31").expect([
      "scorecard.share_of_list.cohort": "2025-05", "scorecard.share_of_list.n": 2,
      "scorecard.share_of_list.movement.start": 2,
    ])
  }
}
