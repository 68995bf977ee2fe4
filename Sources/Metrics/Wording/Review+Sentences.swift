import Glyphs
import Tables

extension Review {
  /// What changed, which channel did it, and what to drop and double.
  package func sentences(_ report: Report) -> [String] {
    var sentences: [String] = []
    if let change = changeSentence(isProven: report.scorecard.lift.value?.isReadable ?? false) {
      sentences.append(change)
    }
    if let early = earlySentence(report) { sentences.append(early) }
    sentences.append(moneySentence(report))
    return sentences
  }

  private func changeSentence(isProven: Bool) -> String? {
    // That nothing clearly changed is said by the opening sentence.
    guard let change, isClear, !isLow else { return nil }
    let low = Wording.points(change.interval.low)
    let high = Wording.points(change.interval.high)
    let opening =
      "Day-60 from \(Wording.month(against)) to \(Wording.month(month)): "
      + "\(Wording.points(change.value)) points (\(low) to \(high))"
    guard let didTheWork, let term = terms.first(where: { $0.name == didTheWork }) else {
      return opening + "; no one channel did the work."
    }
    if didTheWork == Breakdown.Row.nobodyWrote {
      return opening + "; most of it are people who came back before anyone wrote to them."
    }
    return opening + "; \(SafeText(didTheWork)) did the work: \(Wording.points(term.rate)) by its "
      + "rate, \(Wording.points(term.mix)) by its share of the enrolments"
      + (isProven ? "." : " (credit, not proof).")
  }

  /// The early read, where it has clearly changed.
  private func earlySentence(_ report: Report) -> String? {
    guard let line = report.scorecard.day30.value, let value = line.rate.value,
      let change = line.change, change.interval.excludesZero, !line.rate.isLow,
      !line.previous.isLow
    else { return nil }
    return "Day-30, the early read of \(Wording.span(line.span)), is \(Wording.percent(value)). "
      + line.changeSentence
  }

  private func moneySentence(_ report: Report) -> String {
    let months = "over the twelve months to \(Wording.month(report.year.span.to))"
    guard report.scorecard.roi.value != nil else {
      return "Which channel to drop and which to double needs spend, or costs of touches."
    }
    guard report.has(.touches) else {
      return "Which channel to drop and which to double needs touches."
    }
    guard report.isCostWhole else {
      return "Which channel to drop and which to double cannot be said while cost is incomplete."
    }
    func roi(_ name: String, _ bound: KeyPath<Interval, Double>, _ words: String) -> String {
      let row = report.year.channels.first { $0.name == name }
      let value = row?.netROI.value.map(Wording.signedPercent) ?? ""
      let edge = row?.netROIInterval.map { Wording.signedPercent($0[keyPath: bound]) } ?? ""
      return "\(SafeText(name)) (net ROI \(value), \(words) \(edge))"
    }
    let dropped = drop.map { "Drop " + roi($0, \.high, "at best") }
    let doubled = double.map { "double " + roi($0, \.low, "at least") }
    let basis = report.definitions.margin == nil ? " on revenue basis" : ""
    let isConfirmed = report.scorecard.lift.value?.incrementalROIInterval.map { $0.low > 0 }
    let proof =
      isConfirmed == false
      ? "which the holdout's incremental ROI does not confirm" : "which is no proof"
    let credit = "\(months), by last-touch credit\(basis), \(proof)"
    switch (dropped, doubled) {
    case (let drop?, let double?): return "\(drop); \(double), \(credit)."
    case (let drop?, nil): return "\(drop), \(credit); no channel is clearly earning."
    case (nil, let double?):
      return "D" + double.dropFirst() + ", \(credit); no channel is clearly losing."
    case (nil, nil): return "No channel is clearly losing or clearly earning \(months)."
    }
  }
}
