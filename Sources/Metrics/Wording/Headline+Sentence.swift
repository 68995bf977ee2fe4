import Tables

extension Headline {
  /// The opening sentence: a claim only where the interval carries it.
  package func sentence(_ report: Report) -> String {
    report.overriding.map { $0.sentence + " " }.joined() + answer.sentence(report)
  }

  /// How the rate stands to the target, or nil without a target.
  package var targetSentence: String? {
    switch target {
    case .open(let target, let isAbove):
      "Target \(Wording.percent(target)): the rate is \(isAbove ? "above" : "below") it, but by less "
        + "than chance allows for; \(isAbove ? "not certain" : "not ruled out")."
    case .reached(let target): "Target \(Wording.percent(target)): reached."
    case .missed(let target): "Target \(Wording.percent(target)): missed."
    case nil: nil
    }
  }
}

extension Report {
  /// The doubts that no rate may be read without: they open the report.
  package var overriding: [Distrust] {
    doubts.filter { doubt in
      switch doubt {
      case .threshold, .suspicion(.ordersEnd): true
      default: false
      }
    }
  }
}

extension Headline.Answer {
  fileprivate func sentence(_ report: Report) -> String {
    switch self {
    case .noOrderYet: return "No order is known by that day: there is nothing to report on."
    case .noTouches:
      let lapsed = report.customers.lapsed
      let buyers = report.customers.active + report.customers.atRisk + lapsed
      return "Nothing says who was written to, so win-back cannot be measured: it needs touches. "
        + "\(Wording.count(lapsed)) of \(Wording.counted(buyers, "customer")) "
        + "\(buyers == 1 ? "has" : "have") lapsed."
    case .unreadableTouches:
      return "Nothing says who was written to: every row of it was refused; winback check says why."
    case .noCancellations:
      return "Nothing says who cancelled, and with model = \"saas\" nothing else is a lapse: "
        + "win-back needs cancellations, or [lapse] days."
    case .onlyHeldOut:
      return "Everyone enrolled was held out: there is no win-back to measure."
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
      return line.opening + ". " + line.changeSentence
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
  package var changeSentence: String {
    let before = Wording.span(previousSpan)
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

extension Report {
  /// What the holdout says, under the opening sentence; nil where no lift can be read.
  package var holdoutSentence: String? {
    guard let lift = scorecard.lift.value, lift.isReadable else { return nil }
    let low = Wording.points(lift.difference.interval.low)
    let high = Wording.points(lift.difference.interval.high)
    let opening =
      "Against the holdout, \(Wording.span(lift.span)): \(Wording.points(lift.difference.value)) "
      + "points (\(low) to \(high))"
    guard lift.difference.interval.excludesZero else { return opening + ", no clear effect." }
    if lift.difference.value < 0 { return opening + ": win-back did harm." }
    let count = Wording.decimal(lift.incrementalReactivations, 0)
    return opening + ": about \(count) of the \(Wording.count(lift.treatment.x)) returns would not "
      + "have come by themselves\(roiClause(lift))."
  }

  private func roiClause(_ lift: Lift) -> String {
    guard let roi = lift.incrementalROI, let interval = lift.incrementalROIInterval else {
      return ""
    }
    let words = interval.excludesZero ? "" : ", not distinguishable from zero"
    return "; incremental ROI \(Wording.signedPercent(roi))"
      + " (\(Wording.interval(interval, of: .growth(roi))))\(words)"
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
        + "people \(lift.contaminated == 1 ? "was" : "were") contacted: the lift reads too low."
    case .spendWithoutTouches(let names):
      let list = Wording.list(names.prefix(5).map { CleanText($0, limit: 40).description })
      return "Spend names \(list), which no touch does: nothing can be credited there. "
        + "[channels] in winback.toml maps spellings to words."
    case .discountHabit(let line):
      return "\(Wording.percent(line.rate.value ?? 0)) of the returns used a discount: a habit."
    case .notCausal(let detectable):
      let could = detectable.difference.map {
        " Holding out a tenth of this list could show a gap of \(Wording.decimal($0 * 100, 1)) points."
      }
      return "No holdout: not causal. What came back is counted, not what win-back brought back."
        + (could ?? "")
    case .smallHoldout(let lift):
      return "The holdout is too small for proof: \(Wording.count(lift.holdout.n)) held out "
        + "against \(Wording.count(lift.treatment.n)) treated."
    case .noTouches:
      return "There are no touches: nothing can be credited to a channel, and what touches cost is "
        + "missing."
    case .noSpend:
      return "There is no spend: cost is only what touches carry, so return reads too high."
    case .noMargin: return "No margin is configured: return on cost is on revenue basis."
    case .noCost: return "Nothing says what win-back cost: no return on cost."
    }
  }
}

extension Suspicion {
  /// What is suspicious, and what would settle it, in one sentence.
  package var sentence: String {
    switch self {
    case .ordersEnd(let newest, let days):
      return
        "No order is known after \(Wording.day(newest)), \(Wording.counted(days, "day")) before "
        + "the report: who came back since is not counted, and windows that closed since read too low."
    case .stale(let table, let newest, let days, let usual):
      let verb = table == .spend ? "stops" : "stop"
      let rule = usual == 1 ? "day" : "\(Wording.days(usual)) days"
      return "The \(table.rawValue) \(verb) on \(Wording.day(newest)), "
        + "\(Wording.counted(days, "day")) before the report; rows come every \(rule) as a rule."
    case .isolatedNewestDay(let day, let previous):
      return "The newest order, of \(Wording.day(day)), stands alone after "
        + "\(Wording.counted(day - previous, "day")) without one: a mistyped date would move the "
        + "whole report; --as-of \(previous) leaves it out."
    case .outside(let table, let outside, let trigger):
      return Suspicion.outsideSentence(table, outside, trigger)
    case .negativeDiscounts(let count):
      return
        "\(Wording.counted(count, "order")) \(count == 1 ? "has" : "have") a discount below zero: "
        + "write what was taken off without a sign, or no discount is seen."
    case .refused(let table, let share):
      return "\(Wording.count(share.x)) of \(Wording.count(share.n)) rows of \(table.rawValue) "
        + "were refused (\(Wording.percent(share.value ?? 0)))."
    case .sameFile(let table, let first, let second):
      return
        "The \(table.rawValue) files \(CleanText(first)) and \(CleanText(second)) are the same: "
        + "every row of them counts twice."
    case .spendGap(let months, let span):
      return "\(Wording.counted(months, "month")) of \(Wording.span(span)) with enrolments "
        + "\(months == 1 ? "has" : "have") no spend row: cost reads too low and return too high."
    case .columnNotFound(let table, let column, let name):
      return "No file of \(table.rawValue) has the column \"\(CleanText(name))\" that winback.toml "
        + "gives for \(column)."
    }
  }

  private static func outsideSentence(_ table: Table, _ outside: Outside, _ trigger: Int?)
    -> String
  {
    let share = Wording.percent(Double(outside.count) / Double(outside.rows))
    let causes = [
      (outside.notLapsed, "to people not lapsed"), (outside.afterReturn, "soon after a return"),
      (outside.beforeFirstPurchase, "before a first purchase"),
      (outside.neverBought, "to people who never bought"),
    ].filter { $0.0 > 0 }.map { "\(Wording.count($0.0)) \($0.1)" }
    let sentence =
      "\(share) of the \(table.rawValue) (\(Wording.count(outside.count)) of \(Wording.count(outside.rows))) "
      + "lie outside every lapse: \(Wording.list(causes))."
    guard let trigger, trigger > 1 else { return sentence }
    return sentence + " Half the runs start within \(Wording.counted(trigger, "day")) of the last "
      + "purchase: [lapse] days = \(trigger - 1) would match them."
  }
}
