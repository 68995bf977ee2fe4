/// Reads rows of `assignments`.
struct AssignmentReader: RowReader {
  private let customer, assignedAt, arm, segment: Column
  private var rows: [AssignmentRow] = []
  private var customers: [KeyedText] = []
  private var segments = Spellings()
  private var arms = Choice(["treatment", "holdout"])

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    assignedAt = Column("assigned_at", in: layout)
    arm = Column("arm", in: layout)
    segment = Column("segment", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(assignedAt, edge: .start, clock: &clock)
    guard let choice = try record.choice(arm, of: &arms) else {
      throw arm.refusal(.blank)
    }
    let group = try record.word(segment, in: &segments)
    customers.append(try record.key(customer))
    rows.append(AssignmentRow(moment: moment, segment: group, isHoldout: choice == 1))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    let segmentCodes = context.cohort.segments.codes(of: segments)
    context.assignments.append(&rows, of: context.codes) {
      $0.segment = segmentCodes[Int($0.segment)]
    }
  }

  mutating func removeAll() {
    customers.removeAll(keepingCapacity: true)
    segments.removeAll()
    rows.removeAll(keepingCapacity: true)
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.assignments.reserve(count)
  }
}
