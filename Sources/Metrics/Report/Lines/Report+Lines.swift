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

  /// A band's status, where a value has one: not of too few, not under an implausible threshold, not
  /// where orders end long before the report.
  package func status(_ metric: Banded, _ value: Double?, _ proportion: Proportion? = nil)
    -> Status?
  {
    guard let value, overriding.isEmpty, !(proportion?.isLow ?? false) else { return nil }
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
  func share(_ line: ScorecardLine, _ rate: Proportion) -> ScorecardLine {
    var line = line
    line.figure = rate.value.map { .value(.share($0)) } ?? .missing(.nobody)
    line.interval = rate.interval
    line.x = rate.x
    line.n = rate.n
    line.isLow = rate.isLow
    return line
  }

  func missing(_ key: String, _ title: String, _ missing: Missing?) -> ScorecardLine {
    ScorecardLine(key, title, nil, .missing(missing ?? .nobody))
  }

  /// What a net ROI is called: without a margin it is on revenue basis, and says so.
  package var netROITitle: String {
    definitions.margin == nil ? "Net ROI, revenue basis" : "Net ROI"
  }

  /// An amount in the report's currency.
  package func money(_ units: Double) -> String { Wording.money(units, currency) }
}
