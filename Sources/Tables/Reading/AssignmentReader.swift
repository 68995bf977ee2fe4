/// Reads rows of `assignments`.
struct AssignmentReader: RowReader {
  private let customer, assignedAt, arm, segment: Column
  private var rows = Assignments()
  private var customers: [KeyedText] = []
  private var segments = Spellings()

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    assignedAt = Column("assigned_at", in: layout)
    arm = Column("arm", in: layout)
    segment = Column("segment", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(assignedAt, edge: .start, clock: &clock)
    guard let choice = try record.choice(arm, of: ["treatment", "holdout"]) else {
      throw arm.refusal(.blank)
    }
    let group = try record.word(segment, in: &segments)
    customers.append(try record.key(customer))
    rows.moment.append(moment)
    rows.isHoldout.append(choice == 1)
    rows.segment.append(group)
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    context.cohort.assignments.customer += context.codes
    context.cohort.assignments.moment += rows.moment
    context.cohort.assignments.isHoldout += rows.isHoldout
    context.cohort.assignments.segment.append(
      rows.segment, as: context.cohort.segments.codes(of: segments))
  }

  mutating func removeAll() {
    customers.removeAll(keepingCapacity: true)
    segments.removeAll()
    rows.moment.removeAll(keepingCapacity: true)
    rows.isHoldout.removeAll(keepingCapacity: true)
    rows.segment.removeAll(keepingCapacity: true)
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.cohort.assignments.customer.reserveCapacity(count)
    context.cohort.assignments.moment.reserveCapacity(count)
    context.cohort.assignments.isHoldout.reserveCapacity(count)
    context.cohort.assignments.segment.reserveCapacity(count)
  }
}
