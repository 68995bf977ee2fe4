import Foundation
import Testing

@testable import winback

/// One folder of `Cases`, the trap that it sets, and what metrics.md makes of it by hand.
///
/// Every folder is tiny, so most of its facts hold as of its newest order; where the cohort in
/// question is not in the head quarter then, the facts are those of an earlier `asOf`.
struct Trap: Sendable, CustomTestStringConvertible {
  let folder: String
  let asOf: String?
  let sentence: String
  let facts: Facts

  init(_ folder: String, asOf: String? = nil, _ sentence: String, _ facts: Facts) {
    self.folder = folder
    self.asOf = asOf
    self.sentence = sentence
    self.facts = facts
  }

  var testDescription: String { "\(folder): \(sentence)" }

  func check() throws {
    try json(ofFolder: casesFolder + "/" + folder, asOf: asOf).expect(facts)
  }
}

@Test func `every folder of Cases is worked out by hand`() throws {
  let folders = try FileManager.default.contentsOfDirectory(atPath: casesFolder)
  let worked = (lapseTraps + enrolmentTraps + moneyTraps).map(\.folder)
  #expect(Set(folders) == Set(worked))
}

/// With `lapse.days = 30` a purchase on 1 January lapses on 1 February, the first day on which more
/// than 30 days have gone by.
struct `Lapse and cancellation traps` {
  @Test(arguments: lapseTraps)
  func `come out as worked by hand`(_ trap: Trap) throws { try trap.check() }
}

let lapseTraps = [
  // Bought 1 Jan, cancelled 20 Jan 09:00, bought 20 Jan 18:00. "A cancellation comes after the
  // purchase of its own day, whatever the clock says": the one episode starts on 20 Jan and is
  // open.
  Trap(
    "cancel_then_buy", "a cancellation at nine comes after the purchase at six of its day",
    [
      "episodes.total": 1, "episodes.open": 1, "episodes.enrolled": 0,
      "lapse.gaps": 1, "lapse.median_gap_days": 19,
      "lapse.customers.lapsed": 1, "lapse.customers.active": 1,
    ]),
  // 31 Jan + six months = 31 Jul: January is the newest month of six months. Cured needs "a
  // purchase after the day of cancelling"; the purchase of that very day is none.
  Trap(
    "cancel_then_buy", asOf: "2025-07-31", "the purchase of the day of cancelling is no cure",
    [
      "scorecard.churn_cure.cohort": "2025-01", "scorecard.churn_cure.x": 0,
      "scorecard.churn_cure.n": 1, "episodes.total": 2, "episodes.open": 2,
    ]),

  // Bought 1 Jan and 1 Mar, cancelled "2025-03-01" (a bare date means its start): still after the
  // purchase. Episodes 1 Feb to 1 Mar, and 1 Mar to now.
  Trap(
    "twolist", "a cancellation on the day of a return opens the next episode",
    [
      "episodes.total": 2, "episodes.open": 1, "lapse.customers.lapsed": 1,
      "scorecard.share_of_list.cohort": "2025-12", "scorecard.share_of_list.n": 1,
      "scorecard.share_of_list.x": 0,
    ]),
  // By 1 April the cancellation is 31 days old, and the customer is one, whatever the episodes.
  Trap(
    "twolist", asOf: "2025-04-30", "two episodes that meet on the 1st are one customer of the list",
    [
      "scorecard.share_of_list.cohort": "2025-04", "scorecard.share_of_list.n": 1,
      "scorecard.share_of_list.x": 0, "scorecard.share_of_list.previous.cohort": "2025-03",
    ]),
  // On 1 March, before anything of that day, the customer is lapsed since 1 February. The purchase of
  // the day is the return; the cancellation of the day comes after it and belongs to the next lapse.
  Trap(
    "twolist", asOf: "2025-03-31",
    "a cancellation after the return of the 1st leaves the list as it was",
    [
      "scorecard.share_of_list.cohort": "2025-03", "scorecard.share_of_list.n": 1,
      "scorecard.share_of_list.x": 1,
    ]),
  Trap(
    "twolist", asOf: "2025-09-30", "the return of the day of cancelling cures nothing",
    [
      "scorecard.churn_cure.cohort": "2025-03", "scorecard.churn_cure.n": 1,
      "scorecard.churn_cure.x": 0,
    ]),

  // a cancels on 20, 21 and 25 Jan between two purchases, b on 20 Jan. a: episode 20 Jan to 20 Feb,
  // then 23 Mar (20 Feb + 31) on; b: from 20 Jan on.
  Trap(
    "dup_cancel", asOf: "2025-07-31",
    "cancellations between the same two purchases are one, the first",
    [
      "episodes.total": 3, "episodes.open": 2,
      "scorecard.churn_cure.cohort": "2025-01", "scorecard.churn_cure.n": 2,
      "scorecard.churn_cure.x": 1, "scorecard.churn_cure.value": 0.5,
      "scorecard.churn_cure.involuntary": 0,
    ]),
  // No touches.csv: what needs it says so and is never 0.
  Trap(
    "dup_cancel", "without touches the rates are unavailable",
    [
      "scorecard.day_60.value": nil, "scorecard.day_60.needs": "touches",
      "scorecard.churn_cure.cohort": "2025-06", "scorecard.churn_cure.n": 0,
      "scorecard.churn_cure.value": nil,
    ]),

  // Bought 1 Jan, touched 10 Mar 10:00, bought 10 Mar 18:00, cancelled "2025-03-10". The first
  // episode (1 Feb to 10 Mar) is enrolled on 10 Mar by the touch; the cancellation is the next
  // episode's.
  Trap(
    "same_day_cancel", "a cancellation on the day of return is not the reason of what it ends",
    [
      "episodes.total": 2, "episodes.open": 1, "episodes.enrolled": 1,
      "breakdown.year.reason.silent.rate.x": 1, "breakdown.year.reason.silent.rate.n": 1,
      "breakdown.year.reason.price": .absent, "channels.year.email.cost": 1,
      "channels.year.email.revenue": 10,
    ]),
  Trap(
    "same_day_cancel", asOf: "2025-09-30", "the return of the day is no cure of its cancellation",
    [
      "scorecard.churn_cure.cohort": "2025-03", "scorecard.churn_cure.n": 1,
      "scorecard.churn_cure.x": 0,
    ]),

  // Twenty declined cards on 20 Jan: involuntary ones start no episode. 15 who paid on 22 Jan lapse
  // on 22 Feb, the other five on 1 Feb. The touches of 20 Jan find nobody lapsed.
  Trap(
    "invol", "a declined card starts no episode, and is no reason to write",
    [
      "episodes.total": 20, "episodes.open": 20, "episodes.enrolled": 0,
      "outside.touches.rows": 20, "outside.touches.not_lapsed": 20,
      "outside.touches.after_return": 0,
    ]),
  // Counted apart, and those paid within 30 days (22 Jan) as recovered; none is a voluntary one.
  Trap(
    "invol", asOf: "2025-07-31", "involuntary cancellations are counted apart",
    [
      "scorecard.churn_cure.cohort": "2025-01", "scorecard.churn_cure.n": 0,
      "scorecard.churn_cure.value": nil, "scorecard.churn_cure.involuntary": 20,
      "scorecard.churn_cure.recovered": 15,
    ]),

  // 100 touched on 15 Feb; 20 back on 1 to 9 Mar; 40 of the rest cancel on 20 Mar, which is later
  // than z. "Kind and reason are the last voluntary cancellation's on or before z": all 100 are
  // silent. Had the later reason counted, "price" would be 0 of 40 and "silent" 20 of 60.
  Trap(
    "late_reason", asOf: "2025-04-30", "a reason given after enrolment is unknown at enrolment",
    [
      "scorecard.day_60.cohort": "2025-02", "scorecard.day_60.x": 20, "scorecard.day_60.n": 100,
      "breakdown.quarter.reason.silent.enrolled": 100,
      "breakdown.quarter.reason.silent.rate.x": 20, "breakdown.quarter.reason.price": .absent,
    ]),
  // Days since 15 Feb: three came on day 14 (1 Mar), three on 15, two each on 16 to 22. The tenth
  // is day 17, the eleventh 18. Email's week is over by then: nobody is credited. 20 x 10 over 100.
  Trap(
    "late_reason", asOf: "2025-04-30", "returns two weeks after the mail are nobody's",
    [
      "scorecard.time_to_reactivation.median_days": 17.5,
      "scorecard.time_to_reactivation.by_day.7": 0,
      "scorecard.time_to_reactivation.by_day.14": 3,
      "scorecard.time_to_reactivation.by_day.30": 20,
      "channels.quarter.email.contacted": 100, "channels.quarter.email.reactivations": 0,
      "channels.quarter.unattributed.reactivations": 20,
      "scorecard.revenue_per_lapsed.value": 2,
    ]),
  // 31 Mar + six months, clamped to 30 Sep.
  Trap(
    "late_reason", asOf: "2025-09-30", "six months after 31 March is 30 September",
    [
      "scorecard.churn_cure.cohort": "2025-03", "scorecard.churn_cure.n": 40,
      "scorecard.churn_cure.x": 0, "episodes.total": 120, "episodes.open": 100,
    ]),

  // The newest order is of 1 Aug 2025; the touches of October and the cancellation of July 2026 are
  // dated ahead of it and do not exist yet: nobody has lapsed.
  Trap(
    "future_cancel", "as-of is the newest order, not the newest row",
    [
      "as_of": "2025-08-01", "lapse.customers.active": 30, "lapse.customers.lapsed": 0,
      "episodes.total": 0, "episodes.enrolled": 0,
    ]),
  Trap(
    "future_cancel", asOf: "2025-12-31", "touches wait for their day and then enrol",
    [
      "episodes.total": 30, "episodes.enrolled": 30, "scorecard.day_60.cohort": "2025-10",
      "scorecard.day_60.x": 0, "scorecard.day_60.n": 30,
      "breakdown.quarter.reason.silent.enrolled": 30, "breakdown.quarter.reason.price": .absent,
    ]),
  // On its day the cancellation is nine months later than z = 20 Oct: still silent.
  Trap(
    "future_cancel", asOf: "2026-07-31", "a cancellation on its day changes no enrolled episode",
    [
      "episodes.total": 30, "breakdown.year.reason.silent.enrolled": 30,
      "breakdown.year.reason.price": .absent,
    ]),

  // "With model saas only a cancellation starts an episode", and a voluntary one: nobody is lapsed
  // or at risk, two years after a's only order.
  Trap(
    "saas", "silence is no lapse between two invoices",
    [
      "lapse.source": "cancellation", "lapse.lapsed_after_days": nil, "episodes.total": 0,
      "lapse.customers.active": 2, "lapse.customers.at_risk": 0, "lapse.customers.lapsed": 0,
    ]),
  // 29 Feb 2024 + six months = 29 Aug. The declined card of 1 Feb was never paid.
  Trap(
    "saas", asOf: "2024-08-31", "a declined card is no churn to cure",
    [
      "scorecard.churn_cure.cohort": "2024-02", "scorecard.churn_cure.n": 0,
      "scorecard.churn_cure.involuntary": 1, "scorecard.churn_cure.recovered": 0,
    ]),
]
