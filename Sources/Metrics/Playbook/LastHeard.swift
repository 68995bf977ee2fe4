import Tables

/// The last that was heard of each customer: an order, an answer to a message, a cart or a ticket.
struct LastHeard: Sendable {
  private var moment: [Int64]
  private var fromTicket: [Bool]

  init(_ analysis: Analysis) {
    let cohort = analysis.cohort
    let end = analysis.asOf.end
    moment = [Int64](repeating: .min, count: cohort.customers.count)
    fromTicket = [Bool](repeating: false, count: cohort.customers.count)
    let history = analysis.history
    for customer in 0..<cohort.customers.count {
      for row in history.orders.range(customer) {
        hear(customer, cohort.orders.moment[row], through: end)
      }
      for row in history.touches.range(customer) where cohort.touches.event(row).isAnswer {
        hear(customer, cohort.touches.moment[row], through: end)
      }
      for row in history.carts.range(customer) {
        hear(customer, cohort.carts.moment[row], through: end)
      }
    }
    for row in 0..<cohort.tickets.count {
      hear(
        Int(cohort.tickets.customer[row]), cohort.tickets.moment[row], through: end,
        isTicket: true)
    }
  }

  private mutating func hear(
    _ customer: Int, _ at: Int64, through end: Int64, isTicket: Bool = false
  ) {
    guard at <= end, at > moment[customer] || at == moment[customer] && isTicket else { return }
    moment[customer] = at
    fromTicket[customer] = isTicket
  }

  /// The day of it; nil where nothing was ever heard.
  func day(_ customer: Int) -> Int? {
    moment[customer] == .min ? nil : dayNumber(moment[customer])
  }

  /// Whether it was a ticket.
  func isTicket(_ customer: Int) -> Bool { fromTicket[customer] }
}
