import Tables

/// The voluntary cancellations, customer by customer and by day.
struct Cancelled: Sendable {
  private var byCustomer: CustomerRanges
  /// Day numbers.
  private(set) var day: [Int32] = []
  /// Codes of reasons; a blank one is `Reason.unknown`.
  private(set) var reason: [Int32] = []

  /// Takes them from cancellations that are sorted.
  init(_ cancellations: Cancellations, customers: Int) {
    // An involuntary one starts no episode.
    let voluntary = (0..<cancellations.count).filter { cancellations.isVoluntary[$0] }
    byCustomer = CustomerRanges(
      voluntary.map { cancellations.customer[$0] }, customers: customers)
    day = voluntary.map { cancellations.day[$0] }
    reason = voluntary.map { max(cancellations.reason[$0], Reason.unknown) }
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
