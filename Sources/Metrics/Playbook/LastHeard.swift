import Tables

/// The last that was heard of a customer: an order, an answer to a message, a cart or a ticket.
struct LastHeard {
  private let end: Int64
  private let (orders, carts, touches): (CustomerRanges, CustomerRanges, TouchLog)
  private let (orderMoments, cartMoments): ([Int64], [Int64])
  private let touchRows: Touches
  /// The moment of the latest ticket by customer, up to the day of the report.
  private var tickets: [Int32: Int64] = [:]

  init(_ analysis: Analysis) {
    let (history, cohort) = (analysis.history, analysis.cohort)
    end = analysis.asOf.end
    (orders, carts, touches) = (history.orders, history.carts, analysis.log)
    (orderMoments, cartMoments) = (cohort.orders.moment, cohort.carts.moment)
    touchRows = cohort.touches
    let rows = cohort.tickets
    for row in 0..<rows.count where rows.moment[row] <= end {
      tickets[rows.customer[row]] = max(tickets[rows.customer[row]] ?? .min, rows.moment[row])
    }
  }

  /// The day of it; nil where nothing was ever heard.
  func day(_ customer: Int) -> Int? {
    let latest = max(besideTickets(customer), tickets[Int32(customer)] ?? .min)
    return latest == .min ? nil : dayNumber(latest)
  }

  /// Whether it was a ticket; of one moment it is.
  func isTicket(_ customer: Int) -> Bool {
    guard let ticket = tickets[Int32(customer)] else { return false }
    return besideTickets(customer) <= ticket
  }

  /// The moment of the last order, cart or answer, or `Int64.min`.
  private func besideTickets(_ customer: Int) -> Int64 {
    var latest = Int64.min
    if let row = orders.range(customer, through: end, orderMoments).last {
      latest = orderMoments[row]
    }
    if let row = carts.range(customer, through: end, cartMoments).last {
      latest = max(latest, cartMoments[row])
    }
    if let row = touches.range(customer).last(where: { touchRows.event($0).isAnswer }) {
      latest = max(latest, touchRows.moment[row])
    }
    return latest
  }
}
