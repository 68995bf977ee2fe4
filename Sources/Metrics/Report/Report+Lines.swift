import Tables

/// The scorecard as lines, in the order in which they are shown.
extension Report {
  package var lines: [ScorecardLine] {
    let card = scorecard
    return [
      rateLine("day_60", "Day-60 reactivation", card.day60, .day60),
      rateLine("day_30", "Day-30, early read", card.day30, .day30),
      rateLine("reactivation_rate", "Reactivation rate", card.reactivationRate, .reactivationRate),
      cameBackLine, returnLine, netROILine, incrementalLine, lifetimeLine, churnCureLine,
      paybackLine, discountLine, secondPurchaseLine, speedLine, revenueLine, listLine, liftLine,
    ]
  }

  /// A band's status, where a value has one: not of too few, not under an implausible threshold.
  package func status(_ metric: Banded, _ value: Double?, _ proportion: Proportion? = nil)
    -> Status?
  {
    guard let value, !uncontacted.isImplausible, !(proportion?.isLow ?? false) else { return nil }
    return definitions.status(metric, value)
  }

  private func rateLine(
    _ key: String, _ title: String, _ figure: Figure<RateLine>, _ metric: Banded
  ) -> ScorecardLine {
    guard let line = figure.value else { return missing(key, title, figure.missing) }
    return share(
      ScorecardLine(
        key, title, line.span, .missing(.nobody),
        previous: line.previous.value.map { .share($0) },
        status: status(metric, line.rate.value, line.rate), population: line.population),
      line.rate)
  }

  /// Puts a proportion into a line.
  private func share(_ line: ScorecardLine, _ rate: Proportion) -> ScorecardLine {
    var line = line
    line.figure = rate.value.map { .value(.share($0)) } ?? .missing(.nobody)
    line.interval = rate.interval
    line.x = rate.x
    line.n = rate.n
    line.isLow = rate.isLow
    return line
  }

  private func missing(_ key: String, _ title: String, _ missing: Missing?) -> ScorecardLine {
    ScorecardLine(key, title, nil, .missing(missing ?? .nobody))
  }

  private var cameBackLine: ScorecardLine {
    guard let stepped = scorecard.cameBack.value else {
      return missing("came_back", "Came back", scorecard.cameBack.missing)
    }
    let line = stepped.now
    var note = "\(money(line.revenue)) of revenue"
    if let cost = line.cost.value { note += ", \(money(cost)) of cost" }
    if let each = line.costPerReturn.value {
      note += ", \(money(each)) a return"
      if let new = line.acquisitionCost { note += " (a new customer costs \(money(new)))" }
    }
    if let lift = scorecard.lift.value, lift.isReadable,
      lift.difference.interval.low > 0, let each = lift.costPerIncrementalReturn
    {
      note +=
        "; \(money(each)) a return that would not have come by itself, by the holdout of "
        + Wording.span(lift.span)
    }
    return ScorecardLine(
      "came_back", "Came back", line.span, count(line.reactivations, of: line.population),
      n: line.population.counted, previous: .count(stepped.previous.reactivations), note: note,
      population: line.population)
  }

  /// A count, which of nobody is no count.
  private func count(_ count: Int, of population: Population) -> Figure<Quantity> {
    population.counted == 0 ? .missing(.nobody) : .value(.count(count))
  }

  private var returnLine: ScorecardLine {
    guard let stepped = scorecard.roi.value else {
      return missing("attributed_return", "Attributed return", scorecard.roi.missing)
    }
    let line = stepped.now
    return ScorecardLine(
      "attributed_return", "Attributed return", line.span,
      line.enrolled == 0 ? .missing(.nobody) : line.attributedReturn.map { .ratio($0) },
      x: line.credited.x, n: line.enrolled,
      previous: stepped.previous.attributedReturn.value.map { .ratio($0) },
      status: status(.attributedReturn, line.attributedReturn.value, line.credited),
      note: "\(money(line.revenue)) of credited revenue over \(money(line.cost ?? 0)) of cost",
      population: line.population)
  }

  private var netROILine: ScorecardLine {
    guard let stepped = scorecard.roi.value else {
      return missing("net_roi", "Net ROI", scorecard.roi.missing)
    }
    let line = stepped.now
    return ScorecardLine(
      "net_roi", "Net ROI", line.span,
      line.enrolled == 0 ? .missing(.nobody) : line.netROI.map { .growth($0) },
      x: line.credited.x, n: line.enrolled,
      previous: stepped.previous.netROI.value.map { .growth($0) },
      status: status(.netROI, line.netROI.value, line.credited),
      note: definitions.margin == nil ? "revenue basis: no margin configured" : nil,
      population: line.population)
  }

  private var incrementalLine: ScorecardLine {
    let title = "Incremental ROI"
    guard let lift = scorecard.lift.value else {
      return missing("incremental_roi", title, scorecard.lift.missing)
    }
    var line = ScorecardLine(
      "incremental_roi", title, lift.span, .missing(.noCost),
      n: lift.treatment.n + lift.holdout.n, population: lift.population)
    guard lift.isSampleSound else {
      line.figure = .missing(.unsoundSample)
      return line
    }
    if let missing = lift.cost.missing { line.figure = .missing(missing) }
    if let roi = lift.incrementalROI { line.figure = .value(.growth(roi)) }
    line.interval = lift.incrementalROIInterval
    line.isLow = !lift.isReadable
    if line.interval == nil, line.figure.value != nil { line.note = "no interval: too few" }
    if let interval = line.interval, !interval.excludesZero {
      line.note = "not distinguishable from zero"
    }
    return line
  }

  private var lifetimeLine: ScorecardLine {
    let line = scorecard.lifetimeValue.now
    return ScorecardLine(
      "ltv_ratio", "LTV against new", MonthSpan(12, endingWith: line.month),
      line.ratio.map { .value(.ratio($0.value)) } ?? .missing(.nobody),
      interval: line.ratio?.interval, n: line.reactivated.n,
      previous: scorecard.lifetimeValue.previous.ratio.map { .ratio($0.value) },
      // A ratio that is known to read too low has no status.
      status: line.reactivated.n < 30 || line.new.n < 30 || line.historyDays < 365
        ? nil : status(.ltvRatio, line.ratio?.value),
      note: line.historyDays < 365
        ? "reads too low: under a year of files before these months" : nil,
      population: line.population)
  }

  private var churnCureLine: ScorecardLine {
    guard let stepped = scorecard.churnCure.value else {
      return missing("churn_cure", "Churn-cure", scorecard.churnCure.missing)
    }
    let line = stepped.now
    return share(
      ScorecardLine(
        "churn_cure", "Churn-cure", MonthSpan(1, endingWith: line.month), .missing(.nobody),
        previous: stepped.previous.rate.value.map { .share($0) },
        note: line.involuntary == 0
          ? nil
          : "\(Wording.count(line.recovered)) of \(Wording.count(line.involuntary)) "
            + "failed payments recovered",
        population: line.population), line.rate)
  }

  private var paybackLine: ScorecardLine {
    guard let stepped = scorecard.payback.value else {
      return missing("payback", "Payback, median", scorecard.payback.missing)
    }
    let line = stepped.now
    let days = line.medianDays.value.map(Double.init)
    let hasStatus = line.hasMargin && line.n >= 30
    return ScorecardLine(
      "payback", "Payback, median", line.span,
      line.medianDays.map { .days(Double($0)) }, x: line.paidBack, n: line.n,
      previous: stepped.previous.medianDays.value.map { .days(Double($0)) },
      status: hasStatus ? status(.payback, days) : nil,
      note: line.hasMargin
        ? nil : "no status: without a margin an order pays back whatever the discount",
      population: line.population)
  }

  private var discountLine: ScorecardLine {
    guard let stepped = scorecard.discountDependency.value else {
      return missing(
        "discount_dependency", "Discount dependency", scorecard.discountDependency.missing)
    }
    let line = stepped.now
    return share(
      ScorecardLine(
        "discount_dependency", "Discount dependency", line.span, .missing(.nobody),
        previous: stepped.previous.rate.value.map { .share($0) },
        status: status(.discountDependency, line.rate.value, line.rate),
        population: line.population), line.rate)
  }

  private var secondPurchaseLine: ScorecardLine {
    let line = scorecard.secondPurchase.now
    return share(
      ScorecardLine(
        "second_purchase", "Second purchase", MonthSpan(1, endingWith: line.month),
        .missing(.nobody),
        previous: scorecard.secondPurchase.previous.rate.value.map { .share($0) },
        status: status(.secondPurchase, line.rate.value, line.rate)), line.rate)
  }

  private var speedLine: ScorecardLine {
    guard let line = scorecard.timeToReactivation.value else {
      return missing(
        "time_to_reactivation", "Time to reactivation", scorecard.timeToReactivation.missing)
    }
    let parts = line.byDay.map { "\(Wording.count($0.count)) by day \($0.day)" }
    return ScorecardLine(
      "time_to_reactivation", "Time to reactivation", line.span,
      line.medianDays.map { .days($0) }, n: line.n,
      note: line.n == 0 ? nil : "of those who came back: " + parts.joined(separator: ", "),
      population: line.population)
  }

  private var revenueLine: ScorecardLine {
    guard let line = scorecard.revenuePerLapsed.value else {
      return missing(
        "revenue_per_lapsed", "Revenue per lapsed", scorecard.revenuePerLapsed.missing)
    }
    return ScorecardLine(
      "revenue_per_lapsed", "Revenue per lapsed", line.span,
      line.value.map { .money($0) }, n: line.n, population: line.population)
  }

  private var listLine: ScorecardLine {
    let line = scorecard.shareOfList.now
    return share(
      ScorecardLine(
        "share_of_list", "Share of the list", MonthSpan(1, endingWith: line.month),
        .missing(.nobody),
        previous: scorecard.shareOfList.previous.rate.value.map { .share($0) },
        note: accounts.contains { $0.table == .touches }
          ? "\(Wording.count(line.contacted)) of them contacted in the month" : nil,
        population: line.population), line.rate)
  }

  private var liftLine: ScorecardLine {
    guard let lift = scorecard.lift.value else {
      return missing("lift", "Lift over holdout", scorecard.lift.missing)
    }
    var line = ScorecardLine(
      "lift", "Lift over holdout", lift.span, .missing(.unsoundSample),
      n: lift.treatment.n + lift.holdout.n, population: lift.population)
    guard lift.isSampleSound else { return line }
    line.isLow = !lift.isReadable
    line.figure = .value(.points(lift.difference.value))
    line.interval = lift.difference.interval
    line.note =
      "\(Wording.percent(lift.treatment.value ?? 0)) of \(Wording.count(lift.treatment.n)) against "
      + "\(Wording.percent(lift.holdout.value ?? 0)) of \(Wording.count(lift.holdout.n))"
    return line
  }

  /// An amount in the report's currency.
  package func money(_ units: Double) -> String { Wording.money(units, currency) }
}
