import Tables

/// The last that was heard of a customer: an order, an answer to a message, a cart or a ticket.
struct LastHeard {
  private let end: Int64
  private let history: History
  private let log: TouchLog
  // Held: the cohort is large, and would be copied for every customer.
  private let touches: Touches
  private let orderMoments: [Int64]
  private let cartMoments: [Int64]
  private let ticketMoments: [Int64]

  init(_ analysis: Analysis) {
    end = analysis.asOf.end
    history = analysis.history
    log = analysis.log
    touches = history.cohort.touches
    orderMoments = history.cohort.orders.moment
    cartMoments = history.cohort.carts.moment
    ticketMoments = history.cohort.tickets.moment
  }

  /// Whether it was on a day or later.
  func isHeard(_ customer: Int, since day: Day) -> Bool {
    let from = day.start
    if ticket(customer) >= from || last(history.orders, customer, orderMoments) >= from
      || last(history.carts, customer, cartMoments) >= from
    {
      return true
    }
    // From the last on: most of what people were sent is older.
    return log.range(customer).reversed().lazy.prefix { touches.moment[$0] >= from }
      .contains { touches.event($0).isAnswer }
  }

  /// Whether it was a ticket; of one moment it is.
  func isTicket(_ customer: Int) -> Bool {
    let ticket = ticket(customer)
    return ticket != .min && ticket >= besideTickets(customer)
  }

  private func ticket(_ customer: Int) -> Int64 {
    last(history.tickets, customer, ticketMoments)
  }

  private func besideTickets(_ customer: Int) -> Int64 {
    let answer = log.range(customer).last { touches.event($0).isAnswer }
    return max(
      last(history.orders, customer, orderMoments), last(history.carts, customer, cartMoments),
      answer.map { touches.moment[$0] } ?? .min)
  }

  /// The moment of a customer's last row up to the day of the report, or `Int64.min`.
  private func last(_ rows: CustomerRanges, _ customer: Int, _ moments: [Int64]) -> Int64 {
    rows.range(customer, through: end, moments).last.map { moments[$0] } ?? .min
  }
}

extension Analysis {
  /// Who has never bought and was not heard of in the last sixty days, by customer: the playbook asks several
  /// times.
  var inactive: [Bool] {
    known.inactive.value {
      let heard = LastHeard(self)
      let stretches = (0..<cohort.customers.count).stretches
      return parallelMap(stretches.count) { index in
        stretches[index].map { customer in
          purchases.range(customer).isEmpty && !heard.isHeard(customer, since: asOf - 59)
        }
      }.flatMap(\.self)
    }
  }
}
