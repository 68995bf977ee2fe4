import Tables

/// Who is lapsed on the day of the report, and who must not be written to: what every list of people is
/// picked from, worked out once for all of them.
struct AudiencePool: Sendable {
  /// Open lapses, one a customer.
  let open: [Int]
  /// What each of them is worth, in millionths of a unit.
  let worth: [Int64]
  /// Why a customer must not be written to at all, by customer.
  let bars: [Exclusion?]
  /// Why a customer is not to be won back today, by customer.
  let pauses: [Exclusion?]

  init(_ analysis: Analysis) {
    let bars = Later { analysis.bars() }
    let pauses = Later { analysis.pauses() }
    open = (0..<analysis.episodes.count).filter(analysis.episodes.isOpen)
    worth = analysis.worth(ofOpen: open)
    self.bars = bars.value
    self.pauses = pauses.value
  }
}

extension Analysis {
  /// What people in open lapses are worth, in millionths of a unit: the customer file's value, else net
  /// revenue of the twelve months before the lapse.
  fileprivate func worth(ofOpen open: [Int]) -> [Int64] {
    zip(open, valuesBefore(open)).map { episode, value in
      guard let row = listedRow(Int(episodes.customer[episode])),
        cohort.customerList.value[row] != noAmount
      else { return value }
      return cohort.customerList.value[row]
    }
  }

  fileprivate func bars() -> [Exclusion?] {
    let (complained, isHeldOut) = (complainers(), heldOutSinceLastPurchase())
    return (0..<cohort.customers.count).map { customer in
      if let row = listedRow(customer), cohort.customerList.erasedDay[row] != absent {
        return .erased
      }
      if Int(unsubscribedDay[customer]) <= asOf.number { return .unsubscribed }
      if complained[customer] { return .complained }
      // An unsubscribe that could not be read is one all the same.
      if cohort.customerList.refused.contains(Int32(customer)) { return .refusedRow }
      return isHeldOut[customer] ? .heldOut : nil
    }
  }

  fileprivate func pauses() -> [Exclusion?] {
    let coldDay = asOf.adding(months: -18).number
    return (0..<cohort.customers.count).map { customer in
      let last = purchases.range(customer).last.map { purchases.day[$0] }
      if let last, last < coldDay { return .agedOut }
      let isQuiet = cancelled.range(customer).contains {
        (0..<Analysis.quietDays).contains(asOf.number - Int(cancelled.day[$0]))
      }
      return isQuiet ? .recentlyCancelled : nil
    }
  }

  private func complainers() -> [Bool] {
    var people = [Bool](repeating: false, count: cohort.customers.count)
    for row in 0..<cohort.touches.count
    where cohort.touches.event[row].isComplaint && cohort.touches.moment[row] <= asOf.end {
      people[Int(cohort.touches.customer[row])] = true
    }
    return people
  }

  /// Who was assigned to the holdout since their last purchase, or ever, where they have none.
  private func heldOutSinceLastPurchase() -> [Bool] {
    var people = [Bool](repeating: false, count: cohort.customers.count)
    for row in 0..<cohort.assignments.count
    where cohort.assignments.isHoldout[row] && cohort.assignments.moment[row] <= asOf.end {
      let customer = Int(cohort.assignments.customer[row])
      let last = purchases.range(customer).last.map { purchases.moment[$0] }
      if last.map({ cohort.assignments.moment[row] > $0 }) ?? true { people[customer] = true }
    }
    return people
  }
}
