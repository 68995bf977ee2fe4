package import Tables

/// How far a month of enrolments has come back by each age.
package struct CohortAges: Equatable, Sendable {
  /// The month of enrolment.
  package var month: Month
  /// Treated episodes enrolled in it.
  package var enrolled: Int
  /// Returns by each of `ages`, or the day from which the whole month has that age.
  package var rates: [Figure<Proportion>]

  /// Days after enrolment.
  package static let ages = [7, 14, 30, 45, 60, 90, 120, 180]
}

extension Analysis {
  /// A row for every month with a treated enrolment, the newest first.
  package func cohortAges() -> [CohortAges] {
    treatedByMonth.keys.sorted(by: >).map { month in
      let enrolments = treatedByMonth[month] ?? []
      return CohortAges(
        month: month, enrolled: enrolments.count,
        rates: CohortAges.ages.map { age in
          isMature(month, age)
            ? .value(rate(enrolments, within: age)) : .missing(.matures(month.last + age))
        })
    }
  }
}
