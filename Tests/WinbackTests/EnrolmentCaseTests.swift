import Testing

@testable import winback

/// Who is enrolled, when, by what, and who gets the credit.
struct `Enrolment and credit traps` {
  @Test(arguments: enrolmentTraps)
  func `come out as worked by hand`(_ trap: Trap) throws { try trap.check() }
}

let enrolmentTraps = [
  // 20 touched on 5 Mar, which is z; arms assigned on 2 Apr, after the five returns of 12 Mar. "A
  // later assignment counts for nothing": all are treated, nothing is a lift. Five assignments are
  // 21 days after a return, in no episode: the next one starts on 12 Apr.
  Trap(
    "late_assignment", "an arm given after the first touch counts for nothing",
    [
      "episodes.total": 25, "episodes.enrolled": 20, "episodes.treatment": 20,
      "episodes.holdout": 0, "outside.assignments.rows": 20,
      "outside.assignments.after_return": 5, "outside.assignments.not_lapsed": 0,
      "months.2025-03.enrolled": 20, "months.2025-03.rate_60.x": 5, "months.2025-03.rate_60.n": 20,
    ]),
  // By the arms of April the holdout would have 0, 2 and 4 back, three of ten, and the rate of the
  // treated two of ten.
  Trap(
    "late_assignment", asOf: "2025-05-31", "the treated are all twenty",
    [
      "scorecard.day_60.cohort": "2025-03", "scorecard.day_60.x": 5, "scorecard.day_60.n": 20,
      "channels.quarter.email.contacted": 20, "channels.quarter.email.reactivations": 5,
      "channels.quarter.email.revenue": 50, "channels.quarter.unattributed": .absent,
    ]),

  // a and b are mailed on 25 Jan, before they lapse on 1 Feb; a opens that mail on 8 Feb and buys
  // on 10 Feb. An opened row after a sent one of the same message is an echo and never enrols.
  Trap(
    "open_enrols", "opening a mail that came before the lapse enrols nobody",
    [
      "episodes.total": 3, "episodes.open": 2, "episodes.enrolled": 0,
      "outside.touches.rows": 3, "outside.touches.not_lapsed": 2, "months": .rows(0),
    ]),

  // New York, 2 Nov 2025: 05:50Z is 01:50 summer time, 06:10Z is 01:10 winter time. "Moments are
  // compared on the business clock": the mail of 01:50 comes after the order of 01:10, so it is a
  // touch 0 days after a return.
  Trap(
    "dst", "in the repeated hour the business clock decides: the mail is late",
    [
      "episodes.total": 2, "episodes.enrolled": 0, "outside.touches.rows": 1,
      "outside.touches.after_return": 1, "outside.touches.not_lapsed": 0,
    ]),
  // The other way round the mail of 01:10 comes before the order of 01:50. November is not over by
  // 60 days on 31 Dec (29 Jan), but by 30 (30 Dec).
  Trap(
    "dst2", "in the repeated hour the business clock decides: the mail is in time",
    [
      "episodes.total": 2, "episodes.open": 1, "episodes.enrolled": 1,
      "outside.touches.after_return": 0, "months.2025-11.mature": false,
      "months.2025-11.matures_on": "2026-01-29", "months.2025-11.rate_30.x": 1,
      "months.2025-11.rate_60": nil, "months.2025-11.revenue_per_lapsed": nil,
    ]),
  Trap(
    "dst2", asOf: "2026-01-31", "and is credited with the return of its day",
    [
      "scorecard.day_60.cohort": "2025-11", "scorecard.day_60.x": 1, "scorecard.day_60.n": 1,
      "channels.quarter.email.reactivations": 1,
      "scorecard.time_to_reactivation.median_days": 0,
    ]),

  // Order at 18:00:00.100, touch at 18:00:00.900: "to the whole second" they are one moment, and a
  // touch "no later than the moment" of the purchase is inside.
  Trap(
    "moment", "a touch in the second of the order is in time",
    [
      "episodes.total": 2, "episodes.enrolled": 1, "outside.touches.after_return": 0,
      "months.2025-03.rate_60.x": 1, "channels.year.email.reactivations": 1,
      "channels.year.email.revenue": 5, "channels.year.unattributed": .absent,
    ]),

  // One order with a fraction of a second is read, not refused. No configuration and no gap: 90
  // days, at risk after three quarters.
  Trap(
    "fractional_seconds", "a fraction of a second is no reason to refuse an order",
    [
      "as_of": "2025-01-01", "lapse.customers.active": 1, "lapse.gaps": 0,
      "lapse.median_gap_days": nil, "lapse.source": "fallback", "lapse.lapsed_after_days": 90,
      "lapse.at_risk_after_days": 67.5,
    ]),

  // [attribution] window_days = { Email = 1 }, touch 5 Mar, return 10 Mar: five days are too many.
  // The order's code "comeback20" is the configured "COMEBACK20".
  Trap(
    "codecase", asOf: "2025-05-31", "channels and offer codes compare in lower case",
    [
      "scorecard.day_60.x": 1, "channels.quarter.email.contacted": 1,
      "channels.quarter.email.reactivations": 0,
      "channels.quarter.unattributed.reactivations": 1,
      "channels.quarter.unattributed.revenue": 5, "scorecard.discount_dependency.x": 1,
      "scorecard.discount_dependency.n": 1, "scorecard.roi.needs": "spend",
    ]),

  // A channel that is called "unattributed", five days before the return: it is credited, and
  // nothing is counted twice under the one name.
  Trap(
    "unatt", asOf: "2025-05-31", "a channel with the name of the row adds up all the same",
    [
      "scorecard.day_60.x": 1, "channels.quarter": .rows(1),
      "channels.quarter.0.contacted": 1, "channels.quarter.0.reactivations": 1,
      "channels.quarter.0.revenue": 10,
    ]),

  // Two rows for a in customers.csv: "the customer file (its last row)".
  Trap(
    "dupcust", "the last row of a customer names the segment",
    [
      "episodes.enrolled": 1, "breakdown.year.segment.second.enrolled": 1,
      "breakdown.year.segment.second.rate.n": 1, "breakdown.year.segment.second.rate.x": 0,
      "breakdown.year.segment.first": .absent, "breakdown.year.segment.(none)": .absent,
    ]),

  // The only order is of 1 Jan, so the touch of June does not exist.
  Trap(
    "noev", "a touch after the newest order has not happened",
    [
      "as_of": "2025-01-01", "episodes.total": 0, "episodes.enrolled": 0,
      "scorecard.day_60.cohort": "2024-10", "scorecard.day_60.n": 0, "scorecard.day_60.value": nil,
      "scorecard.day_60.low": nil, "months": .rows(0),
    ]),
  // 30 Jun + 60 = 29 Aug. Lapsed on 2 Apr (90 days of fallback); a row without an event is a
  // contact.
  Trap(
    "noev", asOf: "2025-08-31", "a touch without an event enrols",
    [
      "lapse.source": "fallback", "episodes.enrolled": 1, "scorecard.day_60.cohort": "2025-06",
      "scorecard.day_60.n": 1, "scorecard.day_60.x": 0, "channels.quarter.email.contacted": 1,
    ]),

  // Nobody comes back. 30 treated, 10 held out, assigned on 1 Mar, which is z. No quotient of
  // nothing: the incremental share divides by a rate of 0, the arms have no variance.
  Trap(
    "noreturns", "no return at all leaves shares and bounds empty, not infinite",
    [
      "episodes.enrolled": 40, "episodes.treatment": 30, "episodes.holdout": 10,
      "scorecard.lift.treatment.n": 30, "scorecard.lift.holdout.n": 10,
      "scorecard.lift.difference": 0, "scorecard.lift.low": .rounded(-0.277533, within: 1e-6),
      "scorecard.lift.high": .rounded(0.113513, within: 1e-6),
      "scorecard.lift.incremental_share": nil, "scorecard.lift.incremental_roi_low": nil,
      "scorecard.lift.contaminated": 0,
    ]),
  // 100 of spend without a channel and without a `sent` contact: a row "(shared)". Holdouts are not
  // in the denominator; zeros are kept.
  Trap(
    "noreturns", asOf: "2025-05-31", "spend with nobody to share it has a row of its own",
    [
      "scorecard.day_60.n": 30, "scorecard.day_60.x": 0, "scorecard.roi.cost": 100,
      "scorecard.roi.attributed_return": 0, "scorecard.roi.net_roi": -1,
      "scorecard.revenue_per_lapsed.value": 0, "channels.quarter.(shared).cost": 100,
      "breakdown.quarter.first_channel.(none).enrolled": 30,
      "scorecard.came_back.cost_per_return": nil,
    ]),

  // One in each arm, and a planned share of one: figures without a sample ratio would still be
  // figures.
  Trap(
    "share1", "a plan to hold everyone out breaks no figure of the lift",
    [
      "episodes.treatment": 1, "episodes.holdout": 1, "scorecard.lift.treatment.n": 1,
      "scorecard.lift.holdout.n": 1, "scorecard.lift.difference": 0,
      "scorecard.lift.incremental_share": nil, "scorecard.lift.incremental_revenue_se": nil,
    ]),
  Trap(
    "share1", asOf: "2025-05-31", "the held-out customer is in no rate",
    [
      "scorecard.day_60.cohort": "2025-03", "scorecard.day_60.n": 1, "scorecard.day_60.x": 0,
      "scorecard.roi.value": nil, "scorecard.roi.needs": "spend",
    ]),
]
