package import Tables

/// Returns whose order was discounted, over all of them: line 7 of the scorecard.
package struct DiscountDependency: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Whether all windows have closed.
  package var isMature: Bool
  /// Of the returns counted.
  package var rate: Proportion
  /// Who is counted and who is not.
  package var population: Population
}

/// Returns of a month that were followed by another purchase within 90 days.
package struct SecondPurchase: Equatable, Sendable {
  /// The month of the returns.
  package var month: Month
  /// Whether all windows have closed.
  package var isMature: Bool
  /// Of the returns counted.
  package var rate: Proportion
}

/// How fast those who came back did so.
package struct TimeToReactivation: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Returns or enrolments counted.
  package var n: Int
  /// Half of them were back by this day after enrolment.
  package var medianDays: Figure<Double>
  /// How many of them were back by each of these days.
  package var byDay: [(day: Int, count: Int)]
  /// Who is counted and who is not.
  package var population: Population

  package static func == (left: Self, right: Self) -> Bool {
    left.span == right.span && left.n == right.n && left.medianDays == right.medianDays
      && left.byDay.elementsEqual(right.byDay) { $0 == $1 }
  }
}

/// Net revenue of the returns over all enrolments, zeros kept.
package struct RevenuePerLapsed: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Returns or enrolments counted.
  package var n: Int
  /// In units.
  package var value: Figure<Double>
  /// Who is counted and who is not.
  package var population: Population
}

extension Analysis {
  func discountDependency(_ span: MonthSpan) -> DiscountDependency {
    let won = wonBack(in: span)
    let discounted = won.count(where: \.isDiscounted)
    return DiscountDependency(
      span: span, isMature: isMature(span.to, definitions.window),
      rate: Proportion(discounted, of: won.count),
      population: Population(
        counted: won.count,
        excluded: [
          (.notReturned, treatedCount(in: span) - won.count), (.heldOut, heldOut(in: span).count),
        ]))
  }

  /// Counts every return of the month, whatever brought it.
  func secondPurchase(_ month: Month) -> SecondPurchase {
    let days = month.span.days
    var (x, n) = (0, 0)
    for episode in 0..<episodes.count where !episodes.isOpen(episode) {
      let back = episodes.back(episode)
      guard days.contains(Int(purchases[back].day)) else { continue }
      n += 1
      let next = back + 1
      let own = purchases.range(Int(episodes.customer[episode]))
      if next < own.upperBound,
        Int(purchases[next].day - purchases[back].day) <= definitions.secondPurchaseDays
      {
        x += 1
      }
    }
    return SecondPurchase(
      month: month, isMature: isMature(month, definitions.secondPurchaseDays),
      rate: Proportion(x, of: n))
  }

  func timeToReactivation(_ span: MonthSpan) -> TimeToReactivation {
    let days = wonBack(in: span).map(\.days).sorted()
    return TimeToReactivation(
      span: span, n: days.count,
      medianDays: median(sorted: days).map { .value($0) } ?? .missing(.nobody),
      byDay: [7, 14, 30, 45].map { day in (day, days.count { $0 <= day }) },
      population: Population(
        counted: days.count,
        excluded: [
          (.notReturned, treatedCount(in: span) - days.count), (.heldOut, heldOut(in: span).count),
        ]))
  }

  func revenuePerLapsed(_ span: MonthSpan) -> RevenuePerLapsed {
    let n = matureCount(in: span, definitions.window)
    var takings = Takings()
    for won in wonBack(in: span) where isMature(won.episode, definitions.window) {
      takings += won.takings
    }
    return RevenuePerLapsed(
      span: span, n: n,
      value: n == 0 ? .missing(.nobody) : .value(takings.revenue / Double(n)),
      population: Population(
        counted: n,
        excluded: [(.heldOut, heldOut(in: span).count), (.immature, treatedCount(in: span) - n)]))
  }
}
