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

  /// Days after enrolment, ascending.
  package static let ages = [7, 14, 30, 45, 60, 90, 120, 180]
}

extension Analysis {
  /// A row for every month with a treated enrolment, the newest first.
  package func cohortAges() -> [CohortAges] {
    // By day after enrolment, the place of the first age that has it.
    let placeOfDay = (0...(CohortAges.ages.last ?? 0)).map { day in
      CohortAges.ages.firstIndex { day <= $0 } ?? 0
    }
    return treatedByMonth.keys.sorted(by: >).map { month in
      let enrolments = treatedByMonth[month] ?? []
      // By place of the age, the returns by it and what they had brought by it.
      var returns = [Int](repeating: 0, count: CohortAges.ages.count)
      var net = [Int64](repeating: 0, count: CohortAges.ages.count)
      for episode in enrolments {
        guard let days = daysToReturn(episode), days < placeOfDay.count else { continue }
        returns[placeOfDay[days]] += 1
        for purchase in purchases(ofReturn: episode, within: placeOfDay.count - 1) {
          net[placeOfDay[Int(purchases[purchase].day) - enrolled(episode)]] +=
            purchases[purchase].net
        }
      }
      // Each age has what the ones before it have, too.
      for place in returns.indices.dropFirst() {
        returns[place] += returns[place - 1]
        net[place] += net[place - 1]
      }
      func byAge<Value>(_ value: (Int) -> Value) -> [Figure<Value>] {
        CohortAges.ages.enumerated().map { place, age in
          isMature(month, age) ? .value(value(place)) : .missing(.matures(month.last + age))
        }
      }
      return CohortAges(
        month: month, enrolled: enrolments.count,
        rates: byAge { Proportion(returns[$0], of: enrolments.count) },
        returns: byAge { returns[$0] },
        revenuePerLapsed: byAge { Amount.units(net[$0]) / Double(enrolments.count) })
    }
  }
}
