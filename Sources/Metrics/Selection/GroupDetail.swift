package import Tables

/// What the members of a selection did, beside all others that they may be compared with.
package struct GroupDetail: Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Days after enrolment in which a return counts for `rate`, `comparison` and `months`.
  package var window: Int
  /// Of the members.
  package var own: GroupNumbers
  /// Of the others: who meets all conditions but the last one, or the month before.
  package var others: GroupNumbers
  /// The two rates within the window; nil where either side has nobody whose window has closed, or
  /// where the last condition is no fair one: to be credited, written to or sent a step takes not
  /// having come back before, or having done so.
  package var comparison: Comparison?
  /// The members by month of enrolment, the twelve months up to the day of the report, oldest first,
  /// whatever month is selected.
  package var months: [MonthRate]

  /// The members enrolled in one month.
  package struct MonthRate: Equatable, Sendable {
    /// The month of enrolment.
    package var month: Month
    /// How many of them were enrolled in it.
    package var enrolled: Int
    /// Returns within the window; missing until all windows have closed, and where nobody is counted.
    package var rate: Figure<Proportion>
  }
}

extension Analysis {
  /// What the members of a selection did within `window` days, with their curve over `days` days; nil
  /// where there is nobody.
  package func detail(
    of selection: Selection, in span: MonthSpan, window: Int, days: Int
  ) -> GroupDetail? {
    let membership = Membership(self, selection, in: span)
    let own = membership.members
    if own.isEmpty { return nil }
    let others = membership.others
    let ownNumbers = Later { self.numbers(own, window: window, days: days) }
    let otherNumbers = Later { self.numbers(others, window: window, days: days) }
    let months = monthRates(selection, membership, window: window)
    let isFair = isFair(selection, window: window)
    return GroupDetail(
      span: selection.months.first.map { $0.span } ?? span, window: window,
      own: ownNumbers.value, others: otherNumbers.value,
      comparison: isFair
        ? Comparison(ownNumbers.value.rate, with: otherNumbers.value.rate) : nil,
      months: months)
  }

  /// Whether the last condition may be compared by.
  private func isFair(_ selection: Selection, window: Int) -> Bool {
    let isOfReturns = selection.conditions.contains {
      if case .credited = $0 { true } else { false }
    }
    // Months of different age would differ by that alone.
    if isOfReturns || !selection.months.allSatisfy({ isMature($0, window) }) { return false }
    switch selection.conditions.last {
    case .row, .month: return true
    case .credited, .campaign, .step, nil: return false
    }
  }

  private func monthRates(
    _ selection: Selection, _ membership: Membership, window: Int
  ) -> [GroupDetail.MonthRate] {
    let months = MonthSpan(12, endingWith: asOf.month)
    // Who is known only by the outcome is not all there before the whole window has closed.
    let closing = selection.isByOutcome ? max(window, definitions.window) : window
    return months.months.map { month in
      let own = membership.members(enrolledIn: month.span)
      let rate: Figure<Proportion> =
        if treatedByMonth[month] == nil {
          .missing(.nobody)
        } else if !isMature(month, closing) {
          .missing(.matures(month.last + closing))
        } else if own.isEmpty {
          .missing(.nobody)
        } else {
          .value(self.rate(own, within: window))
        }
      return GroupDetail.MonthRate(month: month, enrolled: own.count, rate: rate)
    }
  }
}
