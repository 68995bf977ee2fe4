/// Reads rows of `tickets`.
struct TicketReader: RowReader {
  private let customer, openedAt: Column

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    openedAt = Column("opened_at", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(openedAt, edge: .start, clock: &context.clock)
    let person = try record.key(customer, in: &context.cohort.customers)

    context.cohort.tickets.customer.append(person)
    context.cohort.tickets.moment.append(moment)
  }
}
