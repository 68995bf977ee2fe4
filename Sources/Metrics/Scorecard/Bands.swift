/// A metric with bands.
package enum Banded: String, CaseIterable, Sendable {
  case day60 = "day_60"
  case day30 = "day_30"
  case reactivationRate = "reactivation_rate"
  case attributedReturn = "attributed_return"
  case netROI = "net_roi"
  case ltvRatio = "ltv_ratio"
  case payback
  case discountDependency = "discount_dependency"
  case secondPurchase = "second_purchase"

  /// Whether a smaller value is the better one.
  package var isBetterLow: Bool { self == .payback || self == .discountDependency }
}

/// How good a value is.
package enum Status: String, Comparable, Sendable {
  case bad, watch, healthy, best

  /// Whether one status is worse than another.
  package static func < (left: Status, right: Status) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .bad: 0
    case .watch: 1
    case .healthy: 2
    case .best: 3
    }
  }
}

/// Where a metric's statuses begin.
///
/// For most metrics a cut is the lowest value of its status. For payback (days) and discount
/// dependency a cut is the highest value of the status, since less is better.
package struct Band: Equatable, Sendable {
  /// Where "watch" begins.
  package var watch: Double
  /// Where "healthy" begins.
  package var healthy: Double
  /// Nil where a metric has no best.
  package var best: Double?

  /// A band from its cuts.
  package init(watch: Double, healthy: Double, best: Double?) {
    self.watch = watch
    self.healthy = healthy
    self.best = best
  }

  /// The one status of a value.
  package func status(_ value: Double, isBetterLow: Bool) -> Status {
    func reaches(_ cut: Double) -> Bool { isBetterLow ? value <= cut : value >= cut }
    if let best, reaches(best) { return .best }
    if reaches(healthy) { return .healthy }
    return reaches(watch) ? .watch : .bad
  }

  /// The mean length of a month in days: payback bands are in months.
  private static let daysOfMonth = 365.25 / 12

  /// The seed benchmarks, directional, not law; nil where the seeds say nothing.
  package static func seed(_ metric: Banded, model: BusinessModel) -> Band? {
    switch metric {
    case .day60, .reactivationRate:
      model == .saas
        ? Band(watch: 0.04, healthy: 0.08, best: 0.15)
        : Band(watch: 0.02, healthy: 0.04, best: 0.10)
    case .day30:
      // The seeds say nothing of day 30 for subscriptions.
      model == .saas ? nil : Band(watch: 0.02, healthy: 0.03, best: 0.10)
    case .attributedReturn: Band(watch: 1, healthy: 3, best: 6)
    case .netROI: Band(watch: 0, healthy: 5, best: 15)
    case .ltvRatio: Band(watch: 1, healthy: 1.4, best: 1.8)
    case .payback:
      Band(watch: 9 * daysOfMonth, healthy: 5 * daysOfMonth, best: 3 * daysOfMonth)
    case .discountDependency: Band(watch: 0.6, healthy: 0.4, best: nil)
    case .secondPurchase: Band(watch: 0.15, healthy: 0.25, best: nil)
    }
  }
}

extension Definitions {
  /// The band of a metric: the configured one, else the seeds', if they have one.
  package func band(_ metric: Banded) -> Band? {
    bands[metric] ?? Band.seed(metric, model: model)
  }
}
