/// Reads rows of `customers`; a customer's last row counts.
struct CustomerReader: RowReader {
  private let customer, segment, unsubscribedAt: Column

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    segment = Column("segment", in: layout)
    unsubscribedAt = Column("unsubscribed_at", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let day = try record.optionalDay(unsubscribedAt, clock: &context.clock)
    let group = try record.word(segment, in: &context.cohort.segments)
    let person = try record.key(customer, in: &context.cohort.customers)

    if let row = context.listRows[person] {
      context.cohort.customerList.repeated += 1
      context.cohort.customerList.segment[row] = group
      context.cohort.customerList.unsubscribedDay[row] = day
      return
    }
    context.listRows[person] = context.cohort.customerList.count
    context.cohort.customerList.customer.append(person)
    context.cohort.customerList.segment.append(group)
    context.cohort.customerList.unsubscribedDay.append(day)
  }
}
