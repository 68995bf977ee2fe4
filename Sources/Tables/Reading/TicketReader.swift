/// Reads rows of `tickets`.
struct TicketReader: RowReader {
  private let customer, openedAt, status: Column

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    openedAt = Column("opened_at", in: layout)
    status = Column("status", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(openedAt, edge: .start, clock: &context.clock)
    let state = try record.word(status, in: &context.cohort.tickets.statuses)
    let person = try record.key(customer, in: &context.cohort.customers)

    context.cohort.tickets.customer.append(person)
    context.cohort.tickets.moment.append(moment)
    context.cohort.tickets.status.append(state)
  }
}
