import Tables

/// The carts that were left behind, customer by customer and in the order of time.
struct CartLog {
  /// A row of the carts.
  typealias Row = Int32

  private let byCustomer: CustomerRows
  private let moments: [Int64]

  init(_ cohort: Cohort) {
    moments = cohort.carts.moment
    byCustomer = CustomerRows(
      customer: cohort.carts.customer, moment: cohort.carts.moment,
      customers: cohort.customers.count)
  }

  /// The last cart of a customer up to a moment.
  func last(of customer: Int32, through moment: Int64) -> (row: Row, moment: Int64)? {
    var (low, high) = (
      byCustomer.range(Int(customer)).lowerBound, byCustomer.range(Int(customer)).upperBound
    )
    let first = low
    while low < high {
      let middle = (low + high) / 2
      if moments[Int(byCustomer.rows[middle])] <= moment { low = middle + 1 } else { high = middle }
    }
    guard low > first else { return nil }
    let row = byCustomer.rows[low - 1]
    return (row, moments[Int(row)])
  }

  /// How many messages about a cart went out before a day.
  func mails(
    _ campaigns: Set<Int32>, _ analysis: Analysis, _ cart: (row: Row, moment: Int64),
    before day: Int
  ) -> Int {
    let touches = analysis.cohort.touches
    let customer = Int(analysis.cohort.carts.customer[Int(cart.row)])
    return analysis.log.range(customer).count { place in
      let row = Int(analysis.log.rows[place])
      return touches.moment[row] >= cart.moment && touches.moment[row] < Day(day).start
        && campaigns.contains(touches.campaign[row]) && analysis.outbox.isSend(touches, row)
    }
  }
}
