/// Reads rows of `carts`.
struct CartReader: RowReader {
  private let customer, abandonedAt, value: Column
  private var moments: [Int64] = []
  private var values: [Int64] = []
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
    moments.append(moment)
    values.append(content)
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    context.cohort.carts.customer += context.codes
    context.cohort.carts.moment += moments
    context.cohort.carts.value += values
  }

  mutating func removeAll() {
    moments.removeAll(keepingCapacity: true)
    values.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.cohort.carts.customer.reserveCapacity(count)
    context.cohort.carts.moment.reserveCapacity(count)
    context.cohort.carts.value.reserveCapacity(count)
  }
}
