extension Comparison {
  /// Benjamini and Hochberg's q of some comparisons that are looked at together, in the order given; nil
  /// where there is nothing to compare or an expected count is under 5.
  package static func qValues(_ comparisons: [Comparison?]) -> [Double?] {
    let tests = comparisons.map { $0.flatMap { pooledTest($0.first, $0.second) } }
    var adjusted = benjaminiHochberg(tests.compactMap { $0 })[...]
    return tests.map { $0 == nil ? nil : adjusted.popFirst() }
  }
}
