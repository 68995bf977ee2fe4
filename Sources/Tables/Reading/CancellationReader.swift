/// Reads rows of `cancellations`.
struct CancellationReader: RowReader {
  private let customer, cancelledAt, reason, voluntary: Column
  private static let answers = ["true", "yes", "1", "false", "no", "0"]

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    cancelledAt = Column("cancelled_at", in: layout)
    reason = Column("reason", in: layout)
    voluntary = Column("voluntary", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(cancelledAt, edge: .start, clock: &context.clock)
    let isWanted = try record.choice(voluntary, of: CancellationReader.answers) ?? 0 < 3
    let why = try record.word(reason, in: &context.cohort.cancellations.reasons)
    let person = try record.key(customer, in: &context.cohort.customers)

    context.cohort.cancellations.customer.append(person)
    context.cohort.cancellations.day.append(BusinessClock.dayNumber(of: moment))
    context.cohort.cancellations.isVoluntary.append(isWanted)
    context.cohort.cancellations.reason.append(why)
  }
}
