import Tables

extension Report {
  /// What the holdout says, under the opening sentence; nil where no lift can be read.
  package var holdoutSentence: String? {
    guard let lift = scorecard.lift.value, lift.isReadable else { return nil }
    let low = Wording.points(lift.difference.interval.low)
    let high = Wording.points(lift.difference.interval.high)
    let opening =
      "Lift over holdout, \(Wording.span(lift.span)): \(Wording.points(lift.difference.value)) "
      + "points (\(low) to \(high))"
    guard lift.difference.interval.excludesZero else { return opening + ", no clear effect." }
    if lift.difference.value < 0 { return opening + ": win-back did harm." }
    let count = Wording.decimal(lift.incrementalReactivations, 0)
    return opening + ": about \(count) of the \(Wording.count(lift.treatment.x)) returns are its "
      + "work\(roiClause(lift))."
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
