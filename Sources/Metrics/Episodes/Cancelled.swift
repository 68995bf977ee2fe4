import Tables

/// The voluntary cancellations up to the day of the report, customer by customer and by day.
struct Cancelled {
  private let byCustomer: CustomerRows
  /// Day numbers, by place.
  let day: [Int32]
  /// Codes of reasons, by place; a blank one is `Reason.unknown`.
  let reason: [Int32]

  init(_ cancellations: Cancellations, customers: Int, asOf: Day) {
    // An involuntary cancellation is put after the end of time: it starts no episode.
    let moment = cancellations.day.indices.map {
      cancellations.isVoluntary[$0] ? Int64(cancellations.day[$0]) * 86_400 : Int64.max
    }
    let byCustomer = CustomerRows(
      customer: cancellations.customer, moment: moment, customers: customers, through: asOf.end)
    self.byCustomer = byCustomer
    day = byCustomer.rows.map { cancellations.day[Int($0)] }
    reason = byCustomer.rows.map { max(cancellations.reason[Int($0)], Reason.unknown) }
  }

  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { byCustomer.range(customer) }
}
