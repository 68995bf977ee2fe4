import Tables

/// The lines about money: what returns brought and what they cost.
extension Report {
  var cameBackLine: ScorecardLine {
    guard let stepped = scorecard.cameBack.value else {
      return missing("came_back", "Came back", scorecard.cameBack.missing)
    }
    let line = stepped.now
    var note = "\(money(line.revenue)) of revenue"
    let cost = line.cost.value ?? 0
    if cost > 0 { note += ", \(money(cost)) of cost" }
    if cost > 0, let each = line.costPerReturn.value {
      note += ", \(money(each)) a return"
      if let new = line.acquisitionCost { note += " (a new customer costs \(money(new)))" }
    }
    if let lift = scorecard.lift.value, lift.isReadable,
      lift.difference.interval.low > 0, let each = lift.costPerIncrementalReturn
    {
      note +=
        "; \(money(each)) an incremental return, by the holdout of "
        + Wording.span(lift.span)
    }
    return ScorecardLine(
      "came_back", "Came back", line.span, count(line.reactivations, of: line.population),
      n: line.population.counted, previous: .count(stepped.previous.reactivations), note: note,
      population: line.population)
  }

  var returnLine: ScorecardLine {
    guard has(.touches), let stepped = scorecard.roi.value else {
      return missing("attributed_return", "Attributed return", returnMissing)
    }
    let line = stepped.now
    return ScorecardLine(
      "attributed_return", "Attributed return", line.span,
      line.enrolled == 0 ? .missing(.nobody) : line.attributedReturn.map { .ratio($0) },
      x: line.credited.x, n: line.enrolled,
      previous: stepped.previous.attributedReturn.value.map { .ratio($0) },
      status: isCostWhole
        ? status(.attributedReturn, line.attributedReturn.value, line.credited) : nil,
      note: "\(money(line.revenue)) of credited revenue over \(money(line.cost ?? 0)) of cost",
      population: line.population)
  }

  var netROILine: ScorecardLine {
    guard has(.touches), let stepped = scorecard.roi.value else {
      return missing("net_roi", "Net ROI", returnMissing)
    }
    let line = stepped.now
    return ScorecardLine(
      "net_roi", "Net ROI", line.span,
      line.enrolled == 0 ? .missing(.nobody) : line.netROI.map { .growth($0) },
      x: line.credited.x, n: line.enrolled,
      previous: stepped.previous.netROI.value.map { .growth($0) },
      status: isCostWhole ? status(.netROI, line.netROI.value, line.credited) : nil,
      note: definitions.margin == nil ? "revenue basis: no margin configured" : nil,
      population: line.population)
  }

  var lifetimeLine: ScorecardLine {
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

  var paybackLine: ScorecardLine {
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

  var revenueLine: ScorecardLine {
    guard let line = scorecard.revenuePerLapsed.value else {
      return missing(
        "revenue_per_lapsed", "Revenue per lapsed", scorecard.revenuePerLapsed.missing)
    }
    return ScorecardLine(
      "revenue_per_lapsed", "Revenue per lapsed", line.span,
      line.value.map { .money($0) }, n: line.n, population: line.population)
  }

  /// Without touches nothing can be credited.
  private var returnMissing: Missing? {
    has(.touches) ? scorecard.roi.missing : .needs(.touches)
  }

  /// A count, which of nobody is no count.
  private func count(_ count: Int, of population: Population) -> Figure<Quantity> {
    population.counted == 0 ? .missing(.nobody) : .value(.count(count))
  }
}
