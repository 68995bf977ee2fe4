import Tables

/// The voluntary cancellations, customer by customer and by day.
struct Cancelled: Sendable {
  private var byCustomer: CustomerRows
  private let moments: [Int64]
  /// Day numbers, by place.
  let day: [Int32]
  /// Codes of reasons, by place; a blank one is `Reason.unknown`.
  let reason: [Int32]

  init(_ cancellations: Cancellations, customers: Int) {
    // An involuntary cancellation is put after the end of time: it starts no episode.
    moments = cancellations.day.indices.map {
      cancellations.isVoluntary[$0] ? Day(cancellations.day[$0]).start : Int64.max
    }
    byCustomer = CustomerRows(
      customer: cancellations.customer, moment: moments, customers: customers)
    day = byCustomer.rows.map { cancellations.day[Int($0)] }
    reason = byCustomer.rows.map { max(cancellations.reason[Int($0)], Reason.unknown) }
  }

  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { byCustomer.range(customer) }

  /// The cancellations of a customer up to a day.
  func range(_ customer: Int, through last: Day) -> Range<Int> {
    let all = range(customer)
    var end = all.upperBound
    while end > all.lowerBound, moments[Int(byCustomer.rows[end - 1])] > last.end { end -= 1 }
    return all.lowerBound..<end
  }

  /// The cancellations up to a day.
  func through(_ day: Day) -> Cancelled {
    var clipped = self
    clipped.byCustomer = byCustomer.through(day.end, moments)
    return clipped
  }
}
