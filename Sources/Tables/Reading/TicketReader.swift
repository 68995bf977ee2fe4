/// Reads rows of `tickets`.
struct TicketReader: RowReader {
  private let customer, openedAt: Column
  private var rows: [TicketRow] = []
  private var customers: [KeyedText] = []

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    openedAt = Column("opened_at", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(openedAt, edge: .start, clock: &clock)
    customers.append(try record.key(customer))
    rows.append(TicketRow(moment: moment))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    context.tickets.append(&rows, of: context.codes) { _ in }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.tickets.reserve(count)
  }
}
