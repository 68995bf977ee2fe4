import Metrics

/// The axis of a column of whiskers, from 0 to `end`.
package struct Axis: Equatable, Sendable {
  package var end: Double
  /// What all rows are seen against.
  package var reference: Double?

  /// An axis from 0 to at least `end`, which it takes up to a round number.
  package init(atLeast end: Double, reference: Double? = nil) {
    self.end = Axis.round(end)
    self.reference = reference
  }

  /// Where an axis of rates ends: rows of a handful, whose intervals span everything, run out of it.
  static func end(of rates: [Proportion]) -> Double {
    let sound = rates.filter { !$0.isLow }
    return (sound.isEmpty ? rates : sound).compactMap { $0.interval?.high }.max() ?? 0
  }

  /// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten.
  static func round(_ end: Double) -> Double {
    guard end > 0, end.isFinite else { return 1 }
    var unit = 1.0
    while unit > end { unit /= 10 }
    while unit * 10 <= end { unit *= 10 }
    let steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10]
    return (steps.first { $0 * unit >= end * (1 - 1e-9) } ?? 10) * unit
  }
}
