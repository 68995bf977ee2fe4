import Tables

/// The carts that were left behind, customer by customer and in the order of time.
struct CartLog {
  /// A row of the carts.
  typealias Place = Int32

  private let byCustomer: CustomerRows
  private let moments: [Int64]

  init(_ cohort: Cohort) {
    moments = cohort.carts.moment
    byCustomer = CustomerRows(
      customer: cohort.carts.customer, moment: cohort.carts.moment,
      customers: cohort.customers.count)
  }

  /// The last cart of a customer up to a moment.
  func last(of customer: Int32, through moment: Int64) -> (place: Place, moment: Int64)? {
    let rows = byCustomer.range(Int(customer)).map { byCustomer.rows[$0] }
    return rows.last { moments[Int($0)] <= moment }.map { ($0, moments[Int($0)]) }
  }

  /// How many messages about a cart went out before a day.
  func mails(
    _ campaigns: Set<Int32>, _ analysis: Analysis, _ cart: (place: Place, moment: Int64),
    before day: Int
  ) -> Int {
    let touches = analysis.cohort.touches
    let customer = Int(analysis.cohort.carts.customer[Int(cart.place)])
    return analysis.log.range(customer).count { place in
      let row = Int(analysis.log.rows[place])
      return touches.moment[row] >= cart.moment && touches.moment[row] < Day(day).start
        && campaigns.contains(touches.campaign[row]) && analysis.outbox.isSend(touches, row)
    }
  }
}
