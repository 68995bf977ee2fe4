import Testing

@testable import winback

/// Cost, revenue, payback, and what is on the list.
struct `Money and reading traps` {
  @Test(arguments: moneyTraps)
  func `come out as worked by hand`(_ trap: Trap) throws { try trap.check() }
}

let moneyTraps = [
  // Lapsed after 10 days: episodes 12 Jan (z 15 Jan, back 20 Jan) and 31 Jan (z 5 Feb, back 10
  // Feb). The second return lies in the first window too, which ends "at the customer's next
  // reactivation if that is sooner (no purchase counts twice)": 50 + 70 = 120, not 190.
  Trap(
    "double_revenue", asOf: "2025-04-30", "the order of the next return counts once",
    [
      "scorecard.came_back.customers": 1, "scorecard.came_back.reactivations": 2,
      "scorecard.came_back.revenue": 120, "scorecard.came_back.cost": 10,
      "scorecard.came_back.cost_per_return": 5, "scorecard.roi.attributed_return": 12,
      "scorecard.roi.net_roi": 11, "scorecard.revenue_per_lapsed.value": 60,
    ]),
  // January's 8 of spend go to the one channel that sent: 8 + 1 + 1. Owed per return: 10 / 2, and
  // without a margin the first order of 50 or 70 pays it at once.
  Trap(
    "double_revenue", asOf: "2025-04-30", "spend without a channel goes to who sent",
    [
      "channels.quarter.email.cost": 10, "channels.quarter.email.contacted": 2,
      "channels.quarter.email.reactivations": 2, "channels.quarter.(shared)": .absent,
      "scorecard.payback.n": 2, "scorecard.payback.cost_per_reactivation": 5,
      "scorecard.payback.paid_back": 2, "scorecard.payback.median_days": 0,
    ]),
  Trap(
    "double_revenue", "each month has its own spend and contacts",
    [
      "money": .rows(2), "money.0.from": "2025-01", "money.0.cost": 9, "money.0.revenue": 50,
      "money.1.from": "2025-02", "money.1.cost": 1, "money.1.revenue": 70,
      "episodes.total": 3, "episodes.open": 1,
    ]),

  // a and b are mailed on 5 Feb for 1 each; a gets direct mail for 5 from June on, inside the open
  // episode but long after z + 60 = 6 Apr: no contact, no cost, no channel, in any later report. b
  // comes back on 20 Feb, 15 days after the mail: a return, and nobody's.
  Trap(
    "late_cost", "what is sent after the window costs the cohort nothing",
    [
      "episodes.total": 3, "episodes.open": 2, "episodes.enrolled": 2, "money.0.cost": 2,
      "money.0.revenue": 0, "months.2025-02.rate_60.x": 1, "months.2025-02.rate_60.n": 2,
      "outside.touches.rows": 9, "outside.touches.not_lapsed": 0,
    ]),
  Trap(
    "late_cost", asOf: "2025-12-31", "a mature channel stays what it was",
    [
      "channels.year.email.contacted": 2, "channels.year.email.cost": 2,
      "channels.year.email.reactivations": 0, "channels.year.unattributed.revenue": 40,
      "channels.year.direct_mail": .absent,
    ]),

  // 200 by email at 1 each, 100 of them back with 30; 200 by SMS at 1 each, none back.
  // Email: (3,000 - 200) / 200 = 14. Bounds: contributions are 30 or 0 with mean 15, variance
  // 225 x 200 / 199, so 14 -+ 1.959964 x sqrt(226.1307 / 200) = 11.9159 to 16.0841.
  // SMS: -1 to Wilson's upper of 0/200, 3.841459 / 203.841459 = 0.0188453, times the mean
  // contribution of all credited returns, 30, over 1 a contact, less 1: -0.434640.
  Trap(
    "drop", "a channel without a single return can be dropped",
    [
      "channels.year.email.net_roi": 14,
      "channels.year.email.net_roi_low": .rounded(11.915928, within: 1e-5),
      "channels.year.email.net_roi_high": .rounded(16.084072, within: 1e-5),
      "channels.year.sms.net_roi": -1, "channels.year.sms.net_roi_low": -1,
      "channels.year.sms.net_roi_high": .rounded(-0.434640, within: 1e-6),
      "review.drop": "sms", "review.double": "email",
    ]),
  // Nobody was enrolled in January: nothing to compare February with, never a change from 0.
  Trap(
    "drop", asOf: "2025-04-30", "a month without enrolments is no month at 0 %",
    [
      "scorecard.day_60.cohort": "2025-02", "scorecard.day_60.x": 100, "scorecard.day_60.n": 400,
      "scorecard.day_60.previous.n": 0, "scorecard.day_60.previous.value": nil,
      "scorecard.day_60.change": nil, "review.change": nil, "review.did_the_work": nil,
    ]),

  // 40 of 200 come back with 40 paid and 60 of discount. Gross 100, g = 0.3: contribution 30 - 60 =
  // -30 each, while the attributed return looks splendid: 1,600 / 200 = 8. Net ROI (-1,200 - 200) /
  // 200 = -7. Per contacted -6, variance (40 x 24 x 24 + 160 x 36) / 199, bounds -7 -+ 1.667258.
  Trap(
    "neg", "a return can cost more than it brings",
    [
      "channels.year.email.contribution": -1200, "channels.year.email.attributed_return": 8,
      "channels.year.email.net_roi": -7,
      "channels.year.email.net_roi_low": .rounded(-8.667257, within: 1e-5),
      "channels.year.email.net_roi_high": .rounded(-5.332742, within: 1e-5),
      "review.drop": "email", "review.double": nil,
    ]),
  // Owed: the discount of 60 + 200 / 40 = 65; g x gross is 30 on day 0 and nothing follows: all 40
  // are censored and the median is not reached. 40/40 has an upper bound of exactly 1.
  Trap(
    "neg", asOf: "2025-04-30", "what is not paid back is censored, not day 0",
    [
      "scorecard.payback.n": 40, "scorecard.payback.cost_per_reactivation": 5,
      "scorecard.payback.paid_back": 0, "scorecard.payback.median_days": nil,
      "scorecard.discount_dependency.x": 40, "scorecard.discount_dependency.n": 40,
      "scorecard.discount_dependency.high": 1, "scorecard.roi.net_roi": -7,
    ]),

  // Orders of 71 after 29 off on 20 Feb and of 10 on 20 Mar, both before z + 60 = 16 Apr. g x gross
  // - discount = 0.29 x 100 - 29 = 0, which in binary is a hair less, and 2.9. The one cost column
  // is blank: a cost that nobody wrote down is absent, and "absent is never zero".
  Trap(
    "exact", asOf: "2025-05-31", "0.29 of 100 less 29 is nothing, and a blank cost is unknown",
    [
      "channels.quarter.email.revenue": 81,
      "channels.quarter.email.contribution": .rounded(2.9, within: 1e-9),
      "scorecard.discount_dependency.x": 1, "scorecard.discount_dependency.n": 1,
      "scorecard.came_back.cost": nil, "scorecard.roi.needs": "spend",
      "scorecard.payback.needs": "spend",
    ]),
  // The second order, 28 days after the return, is no new episode, but February's second purchase
  // (28 Feb + 90 = 29 May).
  Trap(
    "exact", asOf: "2025-05-31", "an order within the threshold is a second purchase",
    [
      "scorecard.second_purchase.cohort": "2025-02", "scorecard.second_purchase.x": 1,
      "scorecard.second_purchase.n": 1, "episodes.total": 2, "episodes.open": 1,
    ]),

  // An order of 5 after a discount of 95, no margin, no cost anywhere. Contribution is net,
  // "revenue basis": 5, not -90. What needs a cost is unavailable, not free.
  Trap(
    "nomargin", asOf: "2025-05-31", "without a cost there is no return on it",
    [
      "scorecard.roi.value": nil, "scorecard.roi.needs": "spend", "scorecard.payback.value": nil,
      "scorecard.payback.needs": "spend", "scorecard.came_back.revenue": 5,
      "scorecard.came_back.cost": nil, "scorecard.came_back.cost_per_return": nil,
      "channels.quarter.email.contribution": 5, "scorecard.discount_dependency.value": 1,
    ]),

  // Orders without a discount and a code column: "unavailable, never 0 %". The rest works: 6 of
  // 6 back, 60 for 6.
  Trap(
    "nodisc", asOf: "2025-05-31", "without a discount column dependency is unavailable",
    [
      "scorecard.discount_dependency.value": nil,
      "scorecard.discount_dependency.needs": "discount or discount_code",
      "scorecard.day_60.x": 6, "scorecard.day_60.n": 6, "scorecard.roi.attributed_return": 10,
      "scorecard.roi.net_roi": 9, "scorecard.payback.median_days": 0,
      "scorecard.payback.paid_back": 6,
    ]),

  // 1 on 1 Mar and 100 on 20 Mar. As of 15 Mar the second row does not exist, and an immature month
  // has no return.
  Trap(
    "spend_future", asOf: "2025-03-15", "spend of next week is not spent yet",
    [
      "money.0.from": "2025-03", "money.0.cost": 1, "money.0.attributed_return": nil,
      "months.2025-03.mature": false, "months.2025-03.rate_60": nil,
    ]),
  Trap(
    "spend_future", "and is once its day has come",
    [
      "scorecard.roi.from": "2025-01", "scorecard.roi.to": "2025-03", "scorecard.roi.cost": 101,
      "scorecard.roi.attributed_return": .number(20.0 / 101.0),
      "scorecard.roi.net_roi": .number(-81.0 / 101.0), "scorecard.came_back.cost_per_return": 101,
    ]),

  // Spend without touches: nothing to compare it with; the row stands alone in its months.
  Trap(
    "spendonly", asOf: "2025-01-31", "spend without touches is shown and is no return",
    [
      "scorecard.roi.value": nil, "scorecard.roi.needs": "touches", "episodes.total": 0,
      "channels.quarter.(shared).cost": 5, "months": .rows(0), "money": .rows(0),
    ]),

  // a's only order is cancelled: no purchase. "never_bought are people seen in any file (orders
  // too)".
  Trap(
    "dead_only", "a cancelled order is no purchase, and its customer is still seen",
    [
      "lapse.customers.never_bought": 1, "lapse.customers.active": 1, "lapse.customers.lapsed": 0,
      "episodes.total": 0, "lapse.gaps": 0,
    ]),

  // The February file restates both orders of January: a's is paid now, b's refunded (undated, so
  // it has happened): net 0 is no purchase. 30 Jan to 28 Feb is 29 days, over 0.75 x 30.
  Trap(
    "redrop", "the newest file that has an order restates it",
    [
      "as_of": "2025-02-28", "lapse.customers.at_risk": 1, "lapse.customers.active": 1,
      "lapse.customers.never_bought": 1, "lapse.customers.lapsed": 0, "lapse.gaps": 0,
      "episodes.total": 0,
    ]),

  // On 1 April all three have lapsed. b cancels on 10 April, which is not yet known; c cancelled on
  // 27 Feb, 33 days before.
  Trap(
    "list_cancel", "a cancellation in the month leaves its first day's list alone",
    [
      "episodes.total": 3, "scorecard.share_of_list.cohort": "2025-04",
      "scorecard.share_of_list.n": 3, "scorecard.share_of_list.x": 0,
      "lapse.customers.lapsed": 3, "lapse.customers.active": 1,
    ]),
  // On 1 March c's cancellation is two days old: a and b.
  Trap(
    "list_cancel", "a cancellation in the 30 days up to the month keeps one off the list",
    [
      "scorecard.share_of_list.previous.cohort": "2025-03",
      "scorecard.share_of_list.previous.n": 2, "scorecard.share_of_list.previous.x": 0,
    ]),
]
