extension RandomStream {
  /// From 0 up to, not including, 1.
  mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// Over 0, up to 1: safe to take the logarithm of.
  private mutating func positiveUniform() -> Double { Double((next() >> 11) + 1) * 0x1p-53 }

  mutating func happens(_ probability: Double) -> Bool { uniform() < probability }

  /// A whole number of the range, each as likely.
  mutating func whole(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(uniform() * Double(range.count))
  }

  mutating func exponential(mean: Double) -> Double {
    -mean * Exponential.logarithm(positiveUniform())
  }

  /// The sum of `shape` exponential waits: the higher the shape, the more regular.
  mutating func erlang(shape: Int, mean: Double) -> Double {
    var product = 1.0
    for _ in 0..<shape { product *= positiveUniform() }
    return -mean / Double(shape) * Exponential.logarithm(product)
  }

  /// A standard normal deviate by Marsaglia's polar method; the second of each pair is dropped.
  mutating func normal() -> Double {
    while true {
      let x = 2 * uniform() - 1
      let y = 2 * uniform() - 1
      let square = x * x + y * y
      guard square > 0, square < 1 else { continue }
      return x * (-2 * Exponential.logarithm(square) / square).squareRoot()
    }
  }

  mutating func lognormal(median: Double, sigma: Double) -> Double {
    median * Exponential.power(sigma * normal())
  }

  /// An index, as likely as its weight.
  mutating func index(weights: [Double]) -> Int {
    var rest = uniform() * weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      rest -= weight
      if rest < 0 { return index }
    }
    return weights.count - 1
  }
}
