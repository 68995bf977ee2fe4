import Tables

/// A reactivation rate against the one before: lines 1 and 2 of the scorecard.
package struct RateLine: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Days after enrolment in which a return counts.
  package var days: Int
  /// Returns within these days, of all mature episodes.
  package var rate: Proportion
  /// The months compared with.
  package var previousSpan: MonthSpan
  /// The same of the months compared with.
  package var previous: Proportion
  /// In shares, with Newcombe's interval; nil where either side is nobody.
  package var change: Difference?
  /// Who is counted and who is not.
  package var population: Population
}

extension Analysis {
  /// The rate of the newest month that is `days` old, against the month before.
  func monthlyRate(_ days: Int) -> RateLine {
    rateLine(MonthSpan(1, endingWith: newestMature(days)), days: days)
  }

  /// The rate of the head quarter, against the quarter before.
  func quarterlyRate() -> RateLine { rateLine(quarter, days: definitions.window) }

  private func rateLine(_ span: MonthSpan, days: Int) -> RateLine {
    let now = rate(in: span, within: days)
    let before = rate(in: span.previous, within: days)
    return RateLine(
      span: span, days: days, rate: now, previousSpan: span.previous, previous: before,
      change: Difference(now, minus: before),
      population: Population(
        counted: now.n,
        excluded: [
          (.heldOut, heldOut(in: span).count), (.immature, treatedCount(in: span) - now.n),
        ]))
  }

  /// The head month and those before it that make up a period, by default a quarter.
  var quarter: MonthSpan { MonthSpan(definitions.periodMonths, endingWith: head) }

  /// The head month and the eleven before it.
  var year: MonthSpan { MonthSpan(12, endingWith: head) }
}
