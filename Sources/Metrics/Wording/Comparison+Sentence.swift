extension Comparison {
  /// What may be said of two shares: `12.1 % of 340 against 8.0 % of 900 of others: clear (+4.1 points,
  /// +0.8 to +7.9).` `second` names the other side; `isTold` is whether a table of several rows allows
  /// to say so.
  package func sentence(_ second: String, isTold: Bool = true) -> String {
    guard let own = first.value, let other = self.second.value else { return "" }
    let points = Wording.points(difference.value)
    let low = Wording.points(difference.interval.low)
    let high = Wording.points(difference.interval.high)
    // The verdict before its interval: narrow screens cut the end off.
    return
      "\(Wording.percent(own)) of \(Wording.count(first.n)) against \(Wording.percent(other)) of "
      + "\(Wording.count(self.second.n)) \(second): \(words(isTold)) (\(points) points, \(low) to \(high))"
      + "\(showable)."
  }

  /// The gap that would show, where these two are too close.
  private var showable: String {
    guard case .tooClose(let gap?) = verdict, !first.isLow, !second.isLow else { return "" }
    return "; only \(Wording.decimal(gap * 100, 1)) points or more would show"
  }

  /// Whether the shares differ, in words.
  private func words(_ isTold: Bool) -> String {
    switch verdict {
    case .clear: isTold ? "clear" : "clear by itself, but not among so many rows"
    case .tooClose where first.isLow || second.isLow: "too few to call"
    case .tooClose(nil): "too few to call"
    case .tooClose: "too close to call"
    }
  }
}
