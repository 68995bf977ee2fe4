import Testing

@testable import winback

/// One history of ten customers, seen by four rules of credit.
///
/// All bought on 1 January and lapsed on 1 February; windows: email 7, SMS 3, direct mail 30 days.
///
///     c1  email 1 Mar, SMS 4 Mar, 40 on 6 Mar: both are eligible
///     c2  email 1 Mar, 50 on 20 Mar: nothing is
///     c3  direct mail 10 Feb, email 20 Feb, 60 on 5 Mar: the direct mail is, 23 days before
///     c4  email A/1 3 Mar, SMS 5 Mar 08:00, opened A/1 5 Mar 12:00, 90 on 6 Mar: all three
///         are, the opening as an echo
///     c5  email A/1 20 Feb, SMS 3 Mar, clicked A/1 4 Mar, 70 on 5 Mar: the SMS and the click,
///         an echo of a mail that is no longer eligible
///     c6  email 1 Mar, never back
///     c7  email 5 Feb and 18 Apr, 1,000 on 20 Apr: after z + 60 = 6 Apr, no return within W
///     c8  email A 10 Mar, email B 11 Mar, SMS 12 Mar, 30 on 13 Mar: all three
///     c9  email 8 Mar, 25 on 10 Mar and 15 on 20 Mar: email, 40 within the window
///     c10 never touched, 500 on 15 Mar: not enrolled
///
/// Seven returns, 40 + 50 + 60 + 90 + 70 + 30 + 40 = 380.
struct `Credit of ten customers` {
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
      11,c1,2025-03-06,40
      12,c2,2025-03-20,50
      13,c3,2025-03-05,60
      14,c4,2025-03-06,90
      15,c5,2025-03-05,70
      16,c7,2025-04-20,1000
      17,c8,2025-03-13,30
      18,c9,2025-03-10,25
      19,c9,2025-03-20,15
      20,c10,2025-03-15,500
      21,newest,2025-05-31,1
      """,
      "touches.csv": """
      customer_id,touched_at,channel,campaign,step,event
      c1,2025-03-01T09:00:00,email,A,1,sent
      c1,2025-03-04T09:00:00,sms,A,1,sent
      c2,2025-03-01T09:00:00,email,A,1,sent
      c3,2025-02-10T09:00:00,direct_mail,A,1,sent
      c3,2025-02-20T09:00:00,email,A,1,sent
      c4,2025-03-03T09:00:00,email,A,1,sent
      c4,2025-03-05T08:00:00,sms,A,1,sent
      c4,2025-03-05T12:00:00,email,A,1,opened
      c5,2025-02-20T09:00:00,email,A,1,sent
      c5,2025-03-03T09:00:00,sms,A,1,sent
      c5,2025-03-04T09:00:00,email,A,1,clicked
      c6,2025-03-01T09:00:00,email,A,1,sent
      c7,2025-02-05T09:00:00,email,A,1,sent
      c7,2025-04-18T09:00:00,email,A,2,sent
      c8,2025-03-10T09:00:00,email,A,1,sent
      c8,2025-03-11T09:00:00,email,B,1,sent
      c8,2025-03-12T09:00:00,sms,A,1,sent
      c9,2025-03-08T09:00:00,email,A,1,sent
      """,
    ])
  }

  @Test func `the total is the same for every view, and only any-touch exceeds it`() {
    for span in ["quarter", "year"] {
      for view in ["last_touch", "first_touch", "linear", "any_touch"] {
        let expected = Expected.truth(view != "any_touch")
        report.expect([
          "credit.\(span).\(view).adds_up": expected,
          "credit.\(span).\(view).total.reactivations": 7,
          "credit.\(span).\(view).total.revenue": 380,
        ])
      }
    }
    report.expect(["scorecard.came_back.reactivations": 7, "scorecard.came_back.revenue": 380])
  }

  /// Email c4 (the opening is later than the SMS), c5 (the click), c9: 90 + 70 + 40. SMS c1 and c8.
  @Test func `last touch gives all to the latest, an echo too`() {
    report.expect([
      "credit.quarter.last_touch.channels": .rows(4),
      "credit.quarter.last_touch.channels.email.reactivations": 3,
      "credit.quarter.last_touch.channels.email.revenue": 200,
      "credit.quarter.last_touch.channels.sms.reactivations": 2,
      "credit.quarter.last_touch.channels.sms.revenue": 70,
      "credit.quarter.last_touch.channels.direct_mail.reactivations": 1,
      "credit.quarter.last_touch.channels.direct_mail.revenue": 60,
      "credit.quarter.last_touch.channels.unattributed.reactivations": 1,
      "credit.quarter.last_touch.channels.unattributed.revenue": 50,
      "channels.quarter.email.reactivations": 3, "channels.quarter.email.revenue": 200,
      "channels.quarter.sms.reactivations": 2, "channels.quarter.sms.revenue": 70,
    ])
  }

  /// Email c1, c4, c8, c9: 40 + 90 + 30 + 40. SMS c5, whose mail of 20 February is not eligible.
  @Test func `first touch gives all to the earliest that is eligible`() {
    report.expect([
      "credit.quarter.first_touch.channels.email.reactivations": 4,
      "credit.quarter.first_touch.channels.email.revenue": 200,
      "credit.quarter.first_touch.channels.sms.reactivations": 1,
      "credit.quarter.first_touch.channels.sms.revenue": 70,
      "credit.quarter.first_touch.channels.direct_mail.revenue": 60,
      "credit.quarter.first_touch.channels.unattributed.revenue": 50,
    ])
  }

  /// Email: halves of c1 and c4 (its opening is the same message again) and c5 (its click stands in
  /// for the mail), two thirds of c8, c9: 3 1/6 and 20 + 45 + 35 + 20 + 40. SMS: the other halves
  /// and third.
  @Test func `linear splits by message, and an echo stands in for a mail out of reach`() {
    report.expect([
      "credit.quarter.linear.channels.email.reactivations": .number(19.0 / 6.0),
      "credit.quarter.linear.channels.email.revenue": .rounded(160, within: 1e-6),
      "credit.quarter.linear.channels.sms.reactivations": .number(11.0 / 6.0),
      "credit.quarter.linear.channels.sms.revenue": .rounded(110, within: 1e-6),
      "credit.quarter.linear.channels.direct_mail.reactivations": 1,
      "credit.quarter.linear.channels.unattributed.revenue": 50,
    ])
  }

  /// Email c1, c4, c5, c8, c9: 40 + 90 + 70 + 30 + 40. SMS c1, c4, c5, c8. Eleven of seven, 610 of
  /// 380.
  @Test func `any touch gives the whole return to every channel that had a part in it`() {
    report.expect([
      "credit.quarter.any_touch.channels.email.reactivations": 5,
      "credit.quarter.any_touch.channels.email.revenue": 270,
      "credit.quarter.any_touch.channels.sms.reactivations": 4,
      "credit.quarter.any_touch.channels.sms.revenue": 230,
      "credit.quarter.any_touch.channels.direct_mail.revenue": 60,
      "credit.quarter.any_touch.channels.unattributed.reactivations": 1,
    ])
  }

  /// A bounced mail the day before is no touch, and one after the purchase is none either.
  @Test func `without an unattributed return there is no such row`() throws {
    let report = try json([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue
      1,c1,2025-01-01,10
      2,c1,2025-03-06T12:00:00,40
      3,newest,2025-05-31,1
      """,
      "touches.csv": """
      customer_id,touched_at,channel,event
      c1,2025-03-01T09:00:00,email,sent
      c1,2025-03-05T09:00:00,sms,bounced
      c1,2025-03-06T13:00:00,sms,sent
      """,
    ])
    for view in ["last_touch", "first_touch", "linear", "any_touch"] {
      report.expect([
        "credit.quarter.\(view).adds_up": true, "credit.quarter.\(view).channels": .rows(1),
        "credit.quarter.\(view).channels.email.reactivations": 1,
        "credit.quarter.\(view).channels.email.revenue": 40,
      ])
    }
  }
}
