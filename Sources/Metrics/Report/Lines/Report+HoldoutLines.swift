import Tables

/// The lines that a holdout gives.
extension Report {
  var incrementalLine: ScorecardLine {
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

  var liftLine: ScorecardLine {
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
}
