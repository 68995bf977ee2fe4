import Tables

/// The voluntary cancellations, customer by customer and by day.
struct Cancelled: Sendable {
  private var byCustomer: CustomerRanges
  /// Day numbers.
  private(set) var day: [Int32] = []
  /// Codes of reasons; a blank one is `Reason.unknown`.
  private(set) var reason: [Int32] = []

  /// Takes them from cancellations that are sorted.
  init(_ cancellations: Cancellations, _ rows: CustomerRanges, customers: Int) {
    var starts: [Int32] = [0]
    starts.reserveCapacity(customers + 1)
    for customer in 0..<customers {
      // An involuntary one starts no episode.
      for row in rows.range(customer) where cancellations.isVoluntary[row] {
        day.append(cancellations.day[row])
        reason.append(max(cancellations.reason[row], Reason.unknown))
      }
      starts.append(Int32(truncatingIfNeeded: day.count))
    }
    byCustomer = CustomerRanges(starts: starts)
  }

  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { byCustomer.range(customer) }

  /// The cancellations of a customer up to a day.
  func range(_ customer: Int, through last: Day) -> Range<Int> {
    byCustomer.range(customer, through: Int32(last.number), day)
  }

  /// The cancellations up to a day.
  func through(_ last: Day) -> Cancelled {
    var clipped = self
    clipped.byCustomer = byCustomer.through(Int32(last.number), day)
    return clipped
  }
}
