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

  /// Which channel to drop and which to double, as far as the bounds carry it.
  package func moneySentence(_ report: Report) -> String {
    let question = "Which channel to drop and which to double"
    guard report.scorecard.roi.value != nil else {
      return "\(question) needs spend, or costs of touches."
    }
    guard report.has(.touches) else { return "\(question) needs touches." }
    guard report.isCostWhole else { return "\(question) cannot be said while cost is incomplete." }
    let basis = report.definitions.margin == nil ? " on revenue basis" : ""
    let opening = "Net ROI\(basis) by last touch, \(Wording.span(report.year.span)): "
    return opening + moneyVerdict(report) + "."
  }

  private func moneyVerdict(_ report: Report) -> String {
    let dropped = drop.map { "drop " + roi($0, report, \.high, "at best") }
    let doubled = double.map { "double " + roi($0, report, \.low, "at least") }
    let proof = isDenied(report) ? "the holdout does not confirm it" : "credit, not proof"
    switch (dropped, doubled) {
    case (let drop?, let double?): return "\(drop), \(double); \(proof)"
    case (let drop?, nil): return "\(drop), no channel is clearly earning; \(proof)"
    case (nil, let double?): return "\(double), no channel is clearly losing; \(proof)"
    case (nil, nil): return "no channel is clearly losing or clearly earning"
    }
  }

  /// Whether a holdout that can be read shows no gain, in returns or in money.
  private func isDenied(_ report: Report) -> Bool {
    guard let lift = report.scorecard.lift.value, lift.isReadable else { return false }
    return lift.difference.interval.low <= 0 || (lift.incrementalROIInterval?.low ?? 1) <= 0
  }

  /// A channel with its net ROI and one bound of it.
  private func roi(
    _ name: String, _ report: Report, _ bound: KeyPath<Interval, Double>, _ words: String
  ) -> String {
    let row = report.year.channels.first { $0.name == name }
    let value = row?.netROI.value.map(Wording.signedPercent) ?? ""
    let edge = row?.netROIInterval.map { Wording.signedPercent($0[keyPath: bound]) } ?? ""
    return "\(SafeText(name)) (\(value), \(words) \(edge))"
  }
}
