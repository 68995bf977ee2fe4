import Glibc

/// A range that holds the true value in 95 of 100 cases.
package struct Interval: Equatable, Sendable {
  /// The lower bound.
  package var low: Double
  /// The upper bound.
  package var high: Double

  /// An interval from its bounds.
  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Whether zero lies outside.
  package var excludesZero: Bool { low > 0 || high < 0 }
}

/// The normal quantile of a two-sided 95 % interval.
let normal95 = 1.959963984540054

/// How many of how many.
package struct Proportion: Equatable, Sendable {
  /// How many of them.
  package var x: Int
  /// How many in all.
  package var n: Int

  /// `x` of `n`, 0 <= x <= n.
  package init(_ x: Int, of n: Int) {
    precondition(0 <= x && x <= n, "a part is not more than the whole")
    self.x = x
    self.n = n
  }

  /// The share, 0 to 1; of nobody there is none.
  package var value: Double? { n == 0 ? nil : Double(x) / Double(n) }

  /// Wilson's score interval (1927); of nobody there is none.
  package var interval: Interval? {
    guard let p = value else { return nil }
    let n = Double(n)
    let squared = normal95 * normal95
    let centre = (p + squared / (2 * n)) / (1 + squared / n)
    let half =
      normal95 / (1 + squared / n) * (p * (1 - p) / n + squared / (4 * n * n)).squareRoot()
    return Interval(
      low: x == 0 ? 0 : max(0, centre - half), high: x == self.n ? 1 : min(1, centre + half))
  }

  /// Too small to call anything: under 30 in all, or under 5 of them.
  package var isLow: Bool { n < 30 || x < 5 }

  /// Both together: x over x, n over n, never a mean of shares.
  package static func + (left: Proportion, right: Proportion) -> Proportion {
    Proportion(left.x + right.x, of: left.n + right.n)
  }
}

/// A difference with its interval.
package struct Difference: Equatable, Sendable {
  /// The first less the second.
  package var value: Double
  package var interval: Interval

  /// One share minus another, with Newcombe's hybrid score interval (1998, method 10).
  package init?(_ first: Proportion, minus second: Proportion) {
    guard let p1 = first.value, let p2 = second.value, let i1 = first.interval,
      let i2 = second.interval
    else { return nil }
    value = p1 - p2
    func distance(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    interval = Interval(
      low: value - distance(p1 - i1.low, i2.high - p2),
      high: value + distance(i1.high - p1, p2 - i2.low))
  }
}

/// The two-sided p of the pooled two-proportion z test, or nil where an expected count is under 5.
func pooledTest(_ first: Proportion, _ second: Proportion) -> Double? {
  guard let p1 = first.value, let p2 = second.value, let p = (first + second).value else {
    return nil
  }
  let (n1, n2) = (Double(first.n), Double(second.n))
  guard min(n1, n2) * min(p, 1 - p) >= 5 else { return nil }
  return erfc(abs(p1 - p2) / (p * (1 - p) * (1 / n1 + 1 / n2)).squareRoot() / 2.0.squareRoot())
}

/// Benjamini and Hochberg's adjusted p values (1995), in the order given.
func benjaminiHochberg(_ ps: [Double]) -> [Double] {
  let order = ps.indices.sorted { (ps[$0], $0) < (ps[$1], $1) }
  var adjusted = ps
  var smallest = 1.0
  for rank in stride(from: ps.count, to: 0, by: -1) {
    let index = order[rank - 1]
    smallest = min(smallest, ps[index] * Double(ps.count) / Double(rank))
    adjusted[index] = smallest
  }
  return adjusted
}
