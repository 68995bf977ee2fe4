extension Comparison {
  /// How many more people, both sides together and each growing alike, would show a gap of the size
  /// observed four times in five; nil where the shares differ already, where there is no gap, and where
  /// it would take over ten million. At least 1.
  ///
  /// The power formula of `detectableGap`, solved for the sizes instead of the gap.
  package var neededMore: Int? {
    let gap = abs(difference.value)
    guard verdict != .clear, gap > 0, let pooled = (first + second).value else { return nil }
    let p = min(pooled, 1 - pooled)
    let q = min(1, p + gap)
    let (smaller, larger) = (Double(min(first.n, second.n)), Double(max(first.n, second.n)))
    let variance = p * (1 - p) / smaller + q * (1 - q) / larger
    let growth = powerQuantiles * powerQuantiles * variance / (gap * gap)
    let more = ((growth - 1) * (smaller + larger)).rounded(.up)
    return more > 10_000_000 ? nil : max(1, Int(more))
  }
}
