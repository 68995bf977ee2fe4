/// Reads rows of `carts`.
struct CartReader: RowReader {
  private let customer, abandonedAt, value: Column

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    abandonedAt = Column("abandoned_at", in: layout)
    value = Column("value", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(abandonedAt, edge: .start, clock: &context.clock)
    let content = try record.optionalAmount(value)
    let person = try record.key(customer, in: &context.cohort.customers)

    context.cohort.carts.customer.append(person)
    context.cohort.carts.moment.append(moment)
    context.cohort.carts.value.append(content)
  }
}
