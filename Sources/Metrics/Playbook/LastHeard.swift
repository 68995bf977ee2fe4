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
    [besideTickets(customer), tickets[Int32(customer)]].compactMap(\.self).max().map(dayNumber)
  }

  /// Whether it was a ticket; of one moment it is.
  func isTicket(_ customer: Int) -> Bool {
    guard let ticket = tickets[Int32(customer)] else { return false }
    return besideTickets(customer).map { $0 <= ticket } ?? true
  }

  private func besideTickets(_ customer: Int) -> Int64? {
    let order = orders.range(customer, through: end, orderMoments).last
    let cart = carts.range(customer, through: end, cartMoments).last
    let answer = touches.range(customer).last { touchRows.event($0).isAnswer }
    return [
      order.map { orderMoments[$0] }, cart.map { cartMoments[$0] },
      answer.map { touchRows.moment[$0] },
    ].compactMap(\.self).max()
  }
}
