package import Tables

/// How far a month of enrolments has come back by each age.
package struct CohortAges: Equatable, Sendable {
  /// The month of enrolment.
  package var month: Month
  /// Treated episodes enrolled in it.
  package var enrolled: Int
  /// Returns by each of `ages`, or the day from which the whole month has that age.
  package var rates: [Figure<Proportion>]
  /// How many had come back by each of `ages`.
  package var returns: [Figure<Int>]
  /// Net revenue from the returns by each of `ages` to that age, over all enrolled, in units.
  package var revenuePerLapsed: [Figure<Double>]

  /// Days after enrolment.
  package static let ages = [7, 14, 30, 45, 60, 90, 120, 180]
}

extension Analysis {
  /// A row for every month with a treated enrolment, the newest first.
  package func cohortAges() -> [CohortAges] {
    treatedByMonth.keys.sorted(by: >).map { month in
      let enrolments = treatedByMonth[month] ?? []
      func byAge<Value>(_ value: (Int) -> Value) -> [Figure<Value>] {
        CohortAges.ages.map { age in
          isMature(month, age) ? .value(value(age)) : .missing(.matures(month.last + age))
        }
      }
      let rates = byAge { rate(enrolments, within: $0) }
      return CohortAges(
        month: month, enrolled: enrolments.count, rates: rates,
        returns: rates.map { $0.map(\.x) },
        revenuePerLapsed: byAge { revenuePerLapsed(enrolments, by: $0) })
    }
  }

  /// Net revenue of the returns up to an age, over all of some episodes, in units.
  private func revenuePerLapsed(_ enrolments: [Int], by age: Int) -> Double {
    var takings = Takings()
    for episode in enrolments where cameBack(episode, within: age) {
      takings += self.takings(purchases(ofReturn: episode, within: age))
    }
    return takings.revenue / Double(enrolments.count)
  }
}
