/// Two shares side by side, and whether they differ.
package struct Comparison: Equatable, Sendable {
  /// Whether two shares differ.
  package enum Verdict: Equatable, Sendable {
    /// The interval of the difference excludes zero, and neither side is too small.
    case clear
    /// Sides of these sizes could only show a gap of at least this share; nil where they are so small
    /// that no gap would show.
    case tooClose(detectable: Double?)
  }

  /// One side.
  package var first: Proportion
  /// The other side.
  package var second: Proportion
  /// The first less the second.
  package var difference: Difference
  /// What can be said of it.
  package var verdict: Verdict

  /// Compares two shares, or gives nil where either is of nobody.
  package init?(_ first: Proportion, with second: Proportion) {
    guard let difference = Difference(first, minus: second), let pooled = (first + second).value
    else { return nil }
    let gap = detectableGap(
      pooled, smaller: Double(min(first.n, second.n)), larger: Double(max(first.n, second.n)))
    self.first = first
    self.second = second
    self.difference = difference
    let isClear = difference.interval.excludesZero && !first.isLow && !second.isLow
    verdict = isClear ? .clear : .tooClose(detectable: gap)
  }
}
