extension Comparison {
  /// What may be said of two shares: `12.1 % against 8.0 % of others (+4.1 points, +0.8 to +7.9):
  /// clear.` `second` names the other side.
  package func sentence(_ second: String) -> String {
    guard let own = first.value, let other = self.second.value else { return "" }
    let points = Wording.points(difference.value)
    let low = Wording.points(difference.interval.low)
    let high = Wording.points(difference.interval.high)
    return
      "\(Wording.percent(own)) of \(Wording.count(first.n)) against \(Wording.percent(other)) of "
      + "\(Wording.count(self.second.n)) \(second) (\(points) points, \(low) to \(high)): \(verdict.words)."
  }
}

extension Comparison.Verdict {
  /// Whether two shares differ, in words.
  fileprivate var words: String {
    switch self {
    case .clear: "clear"
    case .tooClose(nil): "too few to call"
    case .tooClose(let gap?):
      "too close to call, as only a gap of \(Wording.decimal(gap * 100, 1)) points or more would show"
    }
  }
}
