/// The normal quantiles of 97.5 % and 80 % together, 1.959964 + 0.841621.
let powerQuantiles = 2.801585

/// The smallest gap between two shares that a comparison of these sizes shows four times in five.
///
/// The power formula for two proportions at 5 % two-sided and 80 % power, the smaller group at `p`
/// and the larger at `p + d`; solved by iteration, since `d` stands on both sides. A share over one
/// half is mirrored, so that `p + d` stays a share; nil where even a gap to one would not show.
func detectableGap(_ share: Double, smaller: Double, larger: Double) -> Double? {
  guard smaller > 0, larger > 0 else { return nil }
  let p = min(share, 1 - share)
  // From above: where nobody returns, zero solves the equation too, and says nothing.
  var gap = 0.5
  for _ in 0..<200 {
    let other = min(1, p + gap)
    let next = powerQuantiles * (p * (1 - p) / smaller + other * (1 - other) / larger).squareRoot()
    if abs(next - gap) < 1e-12 { break }
    gap = next
  }
  return p + gap > 1 ? nil : gap
}
