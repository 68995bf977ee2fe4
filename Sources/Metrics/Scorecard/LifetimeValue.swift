import Glibc
package import Tables

/// Reactivated against new customers over equal days: line 4 of the scorecard.
package struct LifetimeValue: Equatable, Sendable {
  /// One of the two groups.
  package struct Side: Equatable, Sendable {
    /// How many customers.
    package var n: Int
    /// Net revenue a customer over days 0 to `H` - 1, in units.
    package var mean: Double?
  }

  /// The last of the twelve months in which both groups start.
  package var month: Month
  /// Days that value is counted over, `H`.
  package var horizon: Int
  /// Days of files before these months: under 365, "new" holds old customers.
  package var historyDays: Int
  /// Whether everyone has had all these days.
  package var isMature: Bool
  /// Those who came back in these months.
  package var reactivated: Side
  /// Those who first bought in these months.
  package var new: Side
  /// Nil where either side is nobody.
  package var ratio: LifetimeRatio?
  /// Which returns are counted and which not.
  package var population: Population
}

extension Analysis {
  /// Compares those whose first return or first purchase lies in the twelve months up to `month`.
  func lifetimeValue(_ month: Month) -> LifetimeValue {
    let span = MonthSpan(12, endingWith: month)
    let (returns, later) = firstReturns(span)
    let reactivated = Moments(returns.map(value(ofReturn:)))
    let new = newCustomers(month)
    let ratio = LifetimeRatio(reactivated, to: new)
    let first = history.orderDays.map { min($0.lowerBound, asOf) } ?? asOf
    return LifetimeValue(
      month: month, horizon: definitions.horizon, historyDays: span.from.first - first,
      isMature: month.last + definitions.horizon <= asOf,
      reactivated: .init(n: reactivated.count, mean: reactivated.mean),
      new: .init(n: new.count, mean: new.mean), ratio: ratio,
      population: Population(counted: returns.count, excluded: [(.laterReturn, later)]))
  }

  /// The same for the returns that each channel is credited with, by channel.
  func lifetimeRatios(_ month: Month) -> [Int32: LifetimeRatio] {
    known.ratios.value(month) {
      let span = MonthSpan(12, endingWith: month)
      let new = newCustomers(month)
      var values: [Int32: [Double]] = [:]
      for episode in firstReturns(span).episodes where episodes.isEnrolled(episode) {
        values[creditedChannel(episode), default: []].append(value(ofReturn: episode))
      }
      return values.compactMapValues { LifetimeRatio(Moments($0), to: new) }
    }
  }

  /// Each customer's first return in a span, and how many returns were not the first.
  private func firstReturns(_ span: MonthSpan) -> (episodes: [Int], later: Int) {
    var first: [Int] = []
    var later = 0
    for episode in 0..<episodes.count where !episodes.isOpen(episode) {
      guard span.days.contains(Int(episodes.backDay[episode])) else { continue }
      if let latest = first.last, episodes.customer[latest] == episodes.customer[episode] {
        later += 1
      } else {
        first.append(episode)
      }
    }
    return (first, later)
  }

  private func value(ofReturn episode: Int) -> Double {
    value(from: episodes.back(episode), of: Int(episodes.customer[episode]))
  }

  /// What those brought who first bought in the twelve months up to `month`: several lines compare with it.
  private func newCustomers(_ month: Month) -> Moments {
    known.newCustomers.value(month) {
      let days = MonthSpan(12, endingWith: month).days
      let stretches = (0..<cohort.customers.count).stretches
      let values = parallelMap(stretches.count) { index in
        stretches[index].compactMap { customer -> Double? in
          guard let first = purchases.range(customer).first,
            days.contains(Int(purchases[first].day))
          else { return nil }
          return value(from: first, of: customer)
        }
      }
      return Moments(values.flatMap(\.self))
    }
  }

  /// Net revenue over the horizon from a purchase, that purchase included, in units.
  private func value(from first: Int, of customer: Int) -> Double {
    var net: Int64 = 0
    for purchase in first..<purchases.range(customer).upperBound
    where Int(purchases[purchase].day - purchases[first].day) < definitions.horizon {
      net += purchases[purchase].net
    }
    return Amount.units(net)
  }
}

/// A mean over a mean.
package struct LifetimeRatio: Equatable, Sendable {
  /// Reactivated customers behind it.
  package var n: Int
  /// The first mean over the second.
  package var value: Double
  /// By the delta method on the logarithm; nil where either side has fewer than two customers.
  package var interval: Interval?

  init?(_ first: Moments, to second: Moments) {
    guard let a = first.mean, let b = second.mean, b != 0 else { return nil }
    n = first.count
    value = a / b
    guard value > 0, let firstVariance = first.variance, let secondVariance = second.variance
    else { return }
    let spread =
      (firstVariance / (Double(first.count) * a * a)
      + secondVariance / (Double(second.count) * b * b)).squareRoot()
    interval = Interval(low: value * exp(-normal95 * spread), high: value * exp(normal95 * spread))
  }
}
