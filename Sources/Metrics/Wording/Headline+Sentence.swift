import Tables

extension Headline {
  /// The opening sentence: a claim only where the interval carries it.
  package func sentence(_ report: Report) -> String {
    let sentence = answer.sentence(report)
    guard report.uncontacted.isImplausible else { return sentence }
    return Distrust.threshold(report.uncontacted).sentence + " " + sentence
  }

  /// How the rate stands to the target, or nil without a target.
  package var targetSentence: String? {
    switch target {
    case .reached(let target): "Target \(Wording.percent(target)): reached."
    case .missed(let target): "Target \(Wording.percent(target)): missed."
    case .open(let target): "Target \(Wording.percent(target)): not reached, not ruled out."
    case nil: nil
    }
  }
}

extension Headline.Answer {
  fileprivate func sentence(_ report: Report) -> String {
    switch self {
    case .noTouches:
      let lapsed = Wording.count(report.customers.lapsed)
      let buyers = report.customers.active + report.customers.atRisk + report.customers.lapsed
      return "Nothing says who was written to, so win-back cannot be measured; "
        + "\(lapsed) of \(Wording.counted(buyers, "customer")) have lapsed. Needs touches."
    case .nobodyEnrolled:
      return "Nobody was written to or assigned while lapsed: there is no win-back to measure."
    case .emptyMonth(let month, let last):
      let before = last.map { " The last month with enrolments before it is \(Wording.month($0))." }
      return "Nobody was enrolled in \(Wording.month(month)), the newest mature month."
        + (before ?? "")
    case .noneMature(let first, let matures):
      return "No month of enrolments is mature: "
        + "\(Wording.month(first)), the first, matures on \(Wording.day(matures))."
    case .low(let line):
      return line.opening + ", too few to call."
    case .rate(let line):
      return line.opening + ". " + line.changeSentence(isFull: false)
    }
  }
}

extension RateLine {
  /// `Day-60 win-back is 7.1 % (5.8 to 8.7): 84 of 1,180`, for August.
  fileprivate var opening: String {
    let value = rate.value ?? 0
    let interval = rate.interval.map { " (\(Wording.percents($0, of: value)))" } ?? ""
    return "Day-\(days) win-back for \(Wording.month(span.to)) is \(Wording.percent(value))"
      + "\(interval): \(Wording.count(rate.x)) of \(Wording.count(rate.n))"
  }

  /// Whether the rate changed, as far as the interval carries it.
  package func changeSentence(isFull: Bool) -> String {
    let before = span.count == 1 ? Wording.month(previousSpan.to) : Wording.span(previousSpan)
    guard let change, let old = previous.value else {
      return "Nobody was enrolled in \(before) to compare with."
    }
    let low = Wording.points(change.interval.low)
    let high = Wording.points(change.interval.high)
    let points = "\(Wording.points(change.value)) points, \(low) to \(high)"
    if rate.isLow || previous.isLow {
      return "Too few in \(before) to compare with (\(previous.x) of \(previous.n))."
    }
    if !change.interval.excludesZero { return "No clear change on \(before) (\(points))." }
    let way = change.value > 0 ? "up" : "down"
    return "Clearly \(way) on \(before), which had \(Wording.percent(old)) (\(points))."
  }
}

extension Distrust {
  /// The reason in one sentence.
  package var sentence: String {
    switch self {
    case .threshold(let uncontacted):
      let share = uncontacted.incidence.value?.value ?? 0
      return "The lapse threshold is too short: \(Wording.percent(share)) come back within "
        + "\(uncontacted.windowDays) days without being contacted. Distrust every rate."
    case .suspicion(let suspicion): return suspicion.sentence
    case .sampleRatio(let lift):
      return "The holdout is not the planned share (\(Wording.count(lift.holdout.n)) of "
        + "\(Wording.count(lift.holdout.n + lift.treatment.n))): no lift can be read."
    case .contaminated(let lift):
      return "\(Wording.count(lift.contaminated)) of \(Wording.count(lift.holdout.n)) held-out "
        + "people were contacted: the lift reads too low."
    case .discountHabit(let line):
      return "\(Wording.percent(line.rate.value ?? 0)) of the returns used a discount: a habit."
    case .notCausal:
      return "No holdout: not causal. What came back is counted, not what win-back brought back."
    case .noMargin: return "No margin is configured: return on cost is on revenue basis."
    case .noCost: return "Nothing says what win-back cost: no return on cost."
    }
  }
}

extension Suspicion {
  /// What is suspicious, and what would settle it, in one sentence.
  package var sentence: String {
    switch self {
    case .stale(let table, let newest, let days, let usual):
      return "The \(table.rawValue) stop on \(Wording.day(newest)), "
        + "\(Wording.counted(days, "day")) before the report; "
        + "a row comes every \(Wording.days(usual)) days as a rule."
    case .isolatedNewestDay(let day, let previous):
      return "The newest order, of \(Wording.day(day)), stands alone after "
        + "\(Wording.counted(day - previous, "day")) without one: a mistyped date would move the "
        + "whole report; --as-of \(previous) leaves it out."
    case .outside(let outside, let trigger):
      return Suspicion.outsideSentence(outside, trigger)
    case .refused(let table, let share):
      return "\(Wording.count(share.x)) of \(Wording.count(share.n)) rows of \(table.rawValue) "
        + "were refused (\(Wording.percent(share.value ?? 0))); winback check says why."
    case .columnNotFound(let table, let column, let name):
      return "No file of \(table.rawValue) has the column \"\(CleanText(name))\" that winback.toml "
        + "gives for \(column)."
    }
  }

  private static func outsideSentence(_ outside: Outside, _ trigger: Int?) -> String {
    let share = Wording.percent(Double(outside.count) / Double(outside.rows))
    let causes = [
      (outside.notLapsed, "to people not lapsed"), (outside.afterReturn, "soon after a return"),
      (outside.beforeFirstPurchase, "before a first purchase"),
      (outside.neverBought, "to people who never bought"),
    ].filter { $0.0 > 0 }.map { "\(Wording.count($0.0)) \($0.1)" }
    let sentence =
      "\(share) of the touches (\(Wording.count(outside.count)) of \(Wording.count(outside.rows))) "
      + "lie outside every lapse: \(Wording.list(causes))."
    guard let trigger, trigger > 1 else { return sentence }
    return sentence + " Half the runs start within \(Wording.counted(trigger, "day")) of the last "
      + "purchase: [lapse] days = \(trigger - 1) would match them."
  }
}
