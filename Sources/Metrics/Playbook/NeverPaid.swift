import Tables

/// People who had never paid when somebody first wrote to them: apart from all reactivation.
package struct NeverPaidRow: Equatable, Sendable {
  package enum Group: String, CaseIterable, Sendable {
    /// Whose trial had ended.
    case trial
    /// Without a trial that the files know of.
    case free
  }

  package var group: Group
  /// First written to or assigned in the last twelve mature months, held-out people aside.
  package var enrolled: Int
  /// A first purchase within the window after that, of those whose window has closed.
  package var converted: Proportion
}

extension Analysis {
  /// Who never paid, by whether they had a trial; no row where there is nobody.
  func neverPaid() -> [NeverPaidRow] {
    var rows: [NeverPaidRow.Group: NeverPaidRow] = [:]
    for customer in 0..<cohort.customers.count {
      let own = purchases.range(customer)
      let bought = own.first.map { purchases[$0].moment } ?? .max
      guard let day = firstWritten(customer, before: bought), year.days.contains(day) else {
        continue
      }
      let group = group(customer, on: day)
      var row =
        rows[group] ?? NeverPaidRow(group: group, enrolled: 0, converted: Proportion(0, of: 0))
      row.enrolled += 1
      if day + definitions.window <= asOf.number {
        let days = own.first.map { Int(purchases[$0].day) - day }
        let isConverted = days.map { $0 <= definitions.window } ?? false
        row.converted = row.converted + Proportion(isConverted ? 1 : 0, of: 1)
      }
      rows[group] = row
    }
    return NeverPaidRow.Group.allCases.compactMap { rows[$0] }
  }

  private func group(_ customer: Int, on day: Int) -> NeverPaidRow.Group {
    guard let row = listedRow(customer) else { return .free }
    let ended = cohort.customerList.trialEndedDay[row]
    return ended != absent && Int(ended) <= day ? .trial : .free
  }

  /// The day on which somebody was first written to or assigned to treatment before a moment; nil for
  /// who was not, or was held out first.
  private func firstWritten(_ customer: Int, before moment: Int64) -> Int? {
    let sent = log.range(customer).first { cohort.touches.event($0).isTouch && !log.isEcho[$0] }
      .map { cohort.touches.moment[$0] }
    let rows = history.assignments.range(
      customer, through: asOf.end, cohort.assignments.moment)
    let assigned = rows.first.map { cohort.assignments.moment[$0] }
    if let assigned, let row = rows.first, cohort.assignments.isHoldout[row],
      assigned <= sent ?? .max
    {
      return nil
    }
    let first = min(sent ?? .max, assigned ?? .max)
    return first < moment ? dayNumber(first) : nil
  }
}
