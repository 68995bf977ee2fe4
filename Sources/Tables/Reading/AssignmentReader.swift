/// Reads rows of `assignments`.
struct AssignmentReader: RowReader {
  private let customer, assignedAt, arm, segment: Column

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    assignedAt = Column("assigned_at", in: layout)
    arm = Column("arm", in: layout)
    segment = Column("segment", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(assignedAt, edge: .start, clock: &context.clock)
    guard let choice = try record.choice(arm, of: ["treatment", "holdout"]) else {
      throw arm.refusal(.blank)
    }
    let group = try record.word(segment, in: &context.cohort.segments)
    let person = try record.key(customer, in: &context.cohort.customers)

    context.cohort.assignments.customer.append(person)
    context.cohort.assignments.moment.append(moment)
    context.cohort.assignments.isHoldout.append(choice == 1)
    context.cohort.assignments.segment.append(group)
  }
}
