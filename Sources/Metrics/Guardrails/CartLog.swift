import Tables

/// The carts that were left behind, customer by customer and in the order of time.
struct CartLog {
  /// A row of the carts.
  typealias Row = Int32

  private let byCustomer: CustomerRanges
  private let moments: [Int64]

  init(_ history: History) {
    moments = history.cohort.carts.moment
    byCustomer = history.carts
  }

  /// The last cart of a customer up to a moment.
  func last(of customer: Int32, through moment: Int64) -> (row: Row, moment: Int64)? {
    byCustomer.range(Int(customer), through: moment, moments).last.map {
      (Row($0), moments[$0])
    }
  }

  /// How many messages about a cart went out before a day.
  func mails(
    _ campaigns: CodeSet, _ analysis: Analysis, _ cart: (row: Row, moment: Int64),
    before day: Int
  ) -> Int {
    let touches = analysis.cohort.touches
    return analysis.log.range(byCustomer.customer(of: Int(cart.row))).count { row in
      touches.moment[row] >= cart.moment && touches.moment[row] < Day(day).start
        && campaigns.contains(touches.campaign(row)) && analysis.outbox.isSend(row)
    }
  }
}
