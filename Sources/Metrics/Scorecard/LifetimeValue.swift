import Glibc
package import Tables

/// Reactivated against new customers over equal days: line 4 of the scorecard.
package struct LifetimeValue: Equatable, Sendable {
  package struct Side: Equatable, Sendable {
    package var n: Int
    /// Net revenue a customer over days 0 to `H` - 1, in units.
    package var mean: Double?
  }

  /// The last of the twelve months in which both groups start.
  package var month: Month
  package var horizon: Int
  /// Days of files before these months: under 365, "new" holds old customers.
  package var historyDays: Int
  package var isMature: Bool
  package var reactivated: Side
  package var new: Side
  package var ratio: Double?
  /// By the delta method on the logarithm of the ratio.
  package var interval: Interval?
  package var population: Population
}

extension Analysis {
  /// Compares those whose first return or first purchase lies in the twelve months up to `month`.
  func lifetimeValue(_ month: Month) -> LifetimeValue {
    let span = MonthSpan(12, endingWith: month)
    let (back, later) = reactivatedValues(span)
    let reactivated = Moments(back)
    let new = Moments(newValues(span))
    let ratio = LifetimeValue.ratio(reactivated, new)
    let first = firstOrderDay ?? asOf
    return LifetimeValue(
      month: month, horizon: definitions.horizon, historyDays: span.from.first - first,
      isMature: month.last + definitions.horizon <= asOf,
      reactivated: .init(n: reactivated.count, mean: reactivated.mean),
      new: .init(n: new.count, mean: new.mean), ratio: ratio,
      interval: LifetimeValue.interval(ratio, reactivated, new),
      population: Population(counted: back.count, excluded: [(.laterReturn, later)]))
  }

  private var firstOrderDay: Day? {
    cohort.orders.moment.lazy.filter { $0 <= asOf.end }.min().map { Day(dayNumber($0)) }
  }

  /// What each customer's first return in a span brought, and how many returns were not the first.
  private func reactivatedValues(_ span: MonthSpan) -> ([Double], later: Int) {
    var values: [Double] = []
    var later = 0
    var latest = Episodes.none
    for episode in 0..<episodes.count where !episodes.isOpen(episode) {
      let back = Int(episodes.back[episode])
      guard span.days.contains(Int(purchases.day[back])) else { continue }
      if episodes.customer[episode] == latest {
        later += 1
        continue
      }
      latest = episodes.customer[episode]
      values.append(value(from: back, of: Int(latest)))
    }
    return (values, later)
  }

  private func newValues(_ span: MonthSpan) -> [Double] {
    (0..<cohort.customers.count).compactMap { customer in
      guard let first = purchases.range(customer).first,
        span.days.contains(Int(purchases.day[first]))
      else { return nil }
      return value(from: first, of: customer)
    }
  }

  /// Net revenue over the horizon from a purchase, that purchase included, in units.
  private func value(from first: Int, of customer: Int) -> Double {
    var net: Int64 = 0
    for purchase in first..<purchases.range(customer).upperBound
    where Int(purchases.day[purchase] - purchases.day[first]) < definitions.horizon {
      net += purchases.net[purchase]
    }
    return Amount.units(net)
  }
}

extension LifetimeValue {
  fileprivate static func ratio(_ first: Moments, _ second: Moments) -> Double? {
    guard let a = first.mean, let b = second.mean, b != 0 else { return nil }
    return a / b
  }

  fileprivate static func interval(_ ratio: Double?, _ first: Moments, _ second: Moments)
    -> Interval?
  {
    guard let ratio, ratio > 0, let a = first.mean, let b = second.mean,
      let firstVariance = first.variance, let secondVariance = second.variance
    else { return nil }
    let spread =
      (firstVariance / (Double(first.count) * a * a)
      + secondVariance / (Double(second.count) * b * b)).squareRoot()
    return Interval(low: ratio * exp(-normal95 * spread), high: ratio * exp(normal95 * spread))
  }
}
