/// Reads rows of `customers`; a customer's last row counts.
struct CustomerReader: RowReader {
  private let customer, segment, unsubscribedAt, points, pointsExpireAt, value: Column
  private let trialEndedAt, erasedAt: Column
  private var entries: [CustomerEntry] = []
  private var customers: [KeyedText] = []
  private var segments = Spellings()

  init(layout: Layout, today: Day?) {
    customer = Column("customer_id", in: layout)
    segment = Column("segment", in: layout)
    unsubscribedAt = Column("unsubscribed_at", in: layout)
    points = Column("points", in: layout)
    pointsExpireAt = Column("points_expire_at", in: layout)
    value = Column("value", in: layout)
    trialEndedAt = Column("trial_ended_at", in: layout)
    erasedAt = Column("erased_at", in: layout)
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    var entry = CustomerEntry()
    entry.unsubscribedDay = try record.optionalDay(unsubscribedAt, clock: &clock)
    entry.points = try record.optionalAmount(points)
    entry.pointsExpireDay = try record.optionalDay(pointsExpireAt, clock: &clock)
    entry.value = record.isBlank(value.position) ? noAmount : try record.optionalAmount(value)
    entry.trialEndedDay = try record.optionalDay(trialEndedAt, clock: &clock)
    entry.erasedDay = try record.optionalDay(erasedAt, clock: &clock)
    entry.segment = try record.word(segment, in: &segments)
    customers.append(try record.key(customer))
    entries.append(entry)
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    let segmentCodes = context.cohort.segments.codes(of: segments)
    let unlisted = context.cohort.customers.count - context.listRows.count
    context.listRows.append(contentsOf: repeatElement(absent, count: unlisted))
    for (person, entry) in zip(context.codes, entries) {
      var entry = entry
      entry.segment = segmentCodes[Int(entry.segment)]
      let row = context.listRows[Int(person)]
      if row != absent {
        context.cohort.customerList.repeated += 1
        context.cohort.customerList.set(entry, at: Int(row))
      } else {
        context.listRows[Int(person)] = Int32(context.cohort.customerList.count)
        context.cohort.customerList.append(entry, of: person)
      }
    }
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
    segments.removeAll()
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.cohort.customerList.reserve(count)
  }
}

/// What a row of the customer file says beside whose it is.
private struct CustomerEntry {
  var segment: Int32 = 0
  var unsubscribedDay = absent
  var points: Int64 = 0
  var pointsExpireDay = absent
  var value = noAmount
  var trialEndedDay = absent
  var erasedDay = absent
}

extension CustomerList {
  fileprivate mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    segment.reserveCapacity(count)
    unsubscribedDay.reserve(count)
    points.reserve(count)
    pointsExpireDay.reserve(count)
    value.reserve(count)
    trialEndedDay.reserve(count)
    erasedDay.reserve(count)
  }

  fileprivate mutating func append(_ entry: CustomerEntry, of person: Int32) {
    customer.append(person)
    segment.append(0)
    set(entry, at: count - 1)
  }

  fileprivate mutating func set(_ entry: CustomerEntry, at row: Int) {
    segment[row] = entry.segment
    unsubscribedDay.set(entry.unsubscribedDay, at: row)
    points.set(entry.points, at: row)
    pointsExpireDay.set(entry.pointsExpireDay, at: row)
    value.set(entry.value, at: row)
    trialEndedDay.set(entry.trialEndedDay, at: row)
    erasedDay.set(entry.erasedDay, at: row)
  }
}
