/// Reads rows of `tickets`.
struct TicketReader: RowReader {
  private let customer, openedAt: Column
  private var moments: [Int64] = []
  private var customers: [KeyedText] = []

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    openedAt = Column("opened_at", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(openedAt, edge: .start, clock: &clock)
    customers.append(try record.key(customer))
    moments.append(moment)
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    context.cohort.tickets.customer += context.codes
    context.cohort.tickets.moment += moments
  }

  mutating func removeAll() {
    moments.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
  }
}
