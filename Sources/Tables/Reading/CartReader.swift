/// Reads rows of `carts`.
struct CartReader: RowReader {
  private let customer, abandonedAt, value: Column
  private var rows: [CartRow] = []
  private var customers: [KeyedText] = []

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    abandonedAt = Column("abandoned_at", in: layout)
    value = Column("value", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(abandonedAt, edge: .start, clock: &clock)
    let content = try record.optionalAmount(value)
    customers.append(try record.key(customer))
    rows.append(CartRow(moment: moment, value: content))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    context.carts.append(&rows, of: context.codes) { _ in }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.carts.reserve(count)
  }
}
