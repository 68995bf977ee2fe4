/// Reads rows of `cancellations`.
struct CancellationReader: RowReader {
  private let customer, cancelledAt, reason, voluntary: Column
  private var rows: [CancellationRow] = []
  private var customers: [KeyedText] = []
  private var reasons = Spellings()
  private var answers = Choice(["true", "yes", "1", "false", "no", "0"])

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    cancelledAt = Column("cancelled_at", in: layout)
    reason = Column("reason", in: layout)
    voluntary = Column("voluntary", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(cancelledAt, edge: .start, clock: &clock)
    let isWanted = try record.choice(voluntary, of: &answers) ?? 0 < 3
    let why = try record.word(reason, in: &reasons)
    customers.append(try record.key(customer))
    rows.append(
      CancellationRow(
        day: BusinessClock.dayNumber(of: moment), reason: why, isVoluntary: isWanted))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    let reasonCodes = context.cohort.cancellations.reasons.codes(of: reasons)
    context.cancellations.append(&rows, of: context.codes) {
      $0.reason = reasonCodes[Int($0.reason)]
    }
  }

  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
    reasons.removeAll()
  }
}
