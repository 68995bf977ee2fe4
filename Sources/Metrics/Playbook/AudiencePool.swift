import Tables

/// Who is lapsed on the day of the report, and who must not be written to: what every list of people is
/// picked from, worked out once for all of them.
struct AudiencePool: Sendable {
  /// Open lapses, one a customer.
  let open: [Int]
  /// What each of them is worth, in millionths of a unit.
  let worth: [Int64]
  /// Who was held out since their last purchase, by customer.
  let isHeldOut: [Bool]
  /// Who complained of a message, by customer.
  let complained: [Bool]

  init(_ analysis: Analysis) {
    open = (0..<analysis.episodes.count).filter(analysis.episodes.isOpen)
    worth = analysis.worth(ofOpen: open)
    isHeldOut = analysis.heldOutSinceLastPurchase()
    complained = analysis.complainers()
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

  fileprivate func complainers() -> [Bool] {
    var people = [Bool](repeating: false, count: cohort.customers.count)
    for row in 0..<cohort.touches.count
    where cohort.touches.event[row] == .complained && cohort.touches.moment[row] <= asOf.end {
      people[Int(cohort.touches.customer[row])] = true
    }
    return people
  }

  /// Who was assigned to the holdout since their last purchase, or ever, where they have none.
  fileprivate func heldOutSinceLastPurchase() -> [Bool] {
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
