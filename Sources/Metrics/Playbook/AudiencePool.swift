import Tables

/// Who is lapsed on the day of the report, and who must not be written to: what every list of people is
/// picked from, worked out once for all of them.
struct AudiencePool: Sendable {
  /// Open lapses, one a customer.
  let open: [Int32]
  /// What each of them is worth, in millionths of a unit.
  let worth: [Int64]
  /// Why a customer must not be written to at all, by customer.
  let bars: [Cause]
  /// Why a customer is not to be won back today, by customer.
  let pauses: [Cause]

  /// The place of a cause in `causes`: a byte a customer, and counted without hashing.
  typealias Cause = UInt8

  static let none: Cause = 0
  fileprivate static let erased: Cause = 1
  fileprivate static let unsubscribed: Cause = 2
  fileprivate static let complained: Cause = 3
  fileprivate static let refusedRow: Cause = 4
  fileprivate static let heldOut: Cause = 5
  fileprivate static let agedOut: Cause = 6
  fileprivate static let recentlyCancelled: Cause = 7

  /// By cause; nil for none.
  static let causes: [Exclusion?] = [
    nil, .erased, .unsubscribed, .complained, .refusedRow, .heldOut, .agedOut, .recentlyCancelled,
  ]

  init(_ analysis: Analysis) {
    open = (0..<Int32(analysis.episodes.count)).filter { analysis.episodes.isOpen(Int($0)) }
    worth = analysis.worth(ofOpen: open)
    bars = analysis.bars()
    pauses = analysis.pauses()
  }
}

extension Analysis {
  /// What people in open lapses are worth, in millionths of a unit: the customer file's value, else net
  /// revenue of the twelve months before the lapse.
  fileprivate func worth(ofOpen open: [Int32]) -> [Int64] {
    var values = valuesBefore(open.lazy.map { Int($0) })
    if cohort.customerList.value.isEmpty { return values }
    for (place, episode) in open.enumerated() {
      let row = listedRow(Int(episodes.customer[Int(episode)]))
      if let value = row.map({ cohort.customerList.value[$0] }), value != noAmount {
        values[place] = value
      }
    }
    return values
  }

  fileprivate func bars() -> [AudiencePool.Cause] {
    let (complained, isHeldOut) = (complainers(), heldOutSinceLastPurchase())
    return (0..<cohort.customers.count).map { customer in
      if let row = listedRow(customer), cohort.customerList.erasedDay[row] != absent {
        return AudiencePool.erased
      }
      if Int(unsubscribedDay[customer]) <= asOf.number { return AudiencePool.unsubscribed }
      if complained[customer] { return AudiencePool.complained }
      // An unsubscribe that could not be read is one all the same.
      if cohort.customerList.refused.contains(Int32(customer)) { return AudiencePool.refusedRow }
      return isHeldOut[customer] ? AudiencePool.heldOut : AudiencePool.none
    }
  }

  fileprivate func pauses() -> [AudiencePool.Cause] {
    let coldDay = asOf.adding(months: -18).number
    return (0..<cohort.customers.count).map { customer in
      let last = purchases.range(customer).last.map { purchases[$0].day }
      if let last, last < coldDay { return AudiencePool.agedOut }
      let isQuiet = cancelled.range(customer).contains {
        (0..<Analysis.quietDays).contains(asOf.number - Int(cancelled.day[$0]))
      }
      return isQuiet ? AudiencePool.recentlyCancelled : AudiencePool.none
    }
  }

  private func complainers() -> [Bool] {
    var people = [Bool](repeating: false, count: cohort.customers.count)
    for row in 0..<cohort.touches.count
    where cohort.touches.event(row).isComplaint && cohort.touches.moment[row] <= asOf.end {
      people[log.customer(of: row)] = true
    }
    return people
  }

  /// Who was assigned to the holdout since their last purchase, or ever, where they have none.
  private func heldOutSinceLastPurchase() -> [Bool] {
    return (0..<cohort.customers.count).map { customer in
      let last = purchases.range(customer).last.map { purchases[$0].moment }
      return history.assignments.range(customer).contains { row in
        cohort.assignments.isHoldout[row] && cohort.assignments.moment[row] <= asOf.end
          && last.map { cohort.assignments.moment[row] > $0 } ?? true
      }
    }
  }
}
