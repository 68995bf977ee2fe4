package import Tables

/// One month of enrolments: what its windows have shown so far.
package struct MonthRow: Equatable, Sendable {
  /// The month of enrolment.
  package var month: Month
  /// Treated episodes enrolled in it.
  package var enrolled: Int
  /// Whether its last day is as old as the window.
  package var isMature: Bool
  /// The day on which it is, or was, mature.
  package var maturesOn: Day
  /// Returns within 30 days.
  package var rate30: Figure<Proportion>
  /// Returns within 60 days.
  package var rate60: Figure<Proportion>
  /// Returns within 90 days.
  package var rate90: Figure<Proportion>
  /// Kaplan-Meier at day 60, provisional; missing with fewer than 20 at risk there.
  package var day60: Figure<Incidence>
  /// The median of the days to return, among those back within the window.
  package var medianDays: Figure<Double>
  /// The rate within the window on the day the month matured, where it was another.
  package var restatedFrom: Proportion?
  /// In units.
  package var revenuePerLapsed: Figure<Double>
  /// The configuration's words for the month.
  package var notes: [String]
}

extension Analysis {
  /// A row for every month with a treated enrolment.
  func months() -> [MonthRow] {
    let months = treatedByMonth.keys.sorted()
    let before = ratesWhenMatured(months)
    return months.map { monthRow($0, whenMatured: before[$0]) }
  }

  private func monthRow(_ month: Month, whenMatured: Proportion?) -> MonthRow {
    let enrolments = treatedByMonth[month] ?? []
    let window = definitions.window
    let isMature = isMature(month, window)
    func figure(_ days: Int) -> Figure<Proportion> {
      self.isMature(month, days)
        ? .value(rate(in: month.span, within: days))
        : .missing(.matures(month.last + days))
    }
    var survival = Survival()
    for episode in enrolments {
      if let days = daysToReturn(episode) {
        survival.add(day: days, isEvent: true)
      } else {
        survival.add(day: asOf.number - enrolled(episode), isEvent: false)
      }
    }
    let immature = Missing.matures(month.last + window)
    let days = wonBack(in: month.span).map(\.days).sorted()
    return MonthRow(
      month: month, enrolled: enrolments.count, isMature: isMature,
      maturesOn: month.last + window, rate30: figure(30), rate60: figure(60), rate90: figure(90),
      day60: survival.incidence(by: 60).map { .value($0) } ?? .missing(.fewAtRisk),
      medianDays: isMature
        ? median(sorted: days).map { .value($0) } ?? .missing(.nobody) : .missing(immature),
      restatedFrom: whenMatured == rate(enrolments, within: window) ? nil : whenMatured,
      revenuePerLapsed: isMature
        ? revenuePerLapsed(month.span).value : .missing(immature),
      notes: definitions.notes.sorted { $0.key < $1.key }
        .filter { $0.key.month == month }.map(\.value))
  }
}
