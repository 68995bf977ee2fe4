/// Reads rows of `customers`; a customer's last row counts.
struct CustomerReader: RowReader {
  private let customer, segment, unsubscribedAt, points, pointsExpireAt, value: Column
  private let trialEndedAt, erasedAt: Column

  init(layout: Layout) {
    customer = Column("customer_id", in: layout)
    segment = Column("segment", in: layout)
    unsubscribedAt = Column("unsubscribed_at", in: layout)
    points = Column("points", in: layout)
    pointsExpireAt = Column("points_expire_at", in: layout)
    value = Column("value", in: layout)
    trialEndedAt = Column("trial_ended_at", in: layout)
    erasedAt = Column("erased_at", in: layout)
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    var entry = CustomerEntry()
    entry.unsubscribedDay = try record.optionalDay(unsubscribedAt, clock: &context.clock)
    entry.points = try record.optionalAmount(points)
    entry.pointsExpireDay = try record.optionalDay(pointsExpireAt, clock: &context.clock)
    entry.value = record.isBlank(value.position) ? noAmount : try record.optionalAmount(value)
    entry.trialEndedDay = try record.optionalDay(trialEndedAt, clock: &context.clock)
    entry.erasedDay = try record.optionalDay(erasedAt, clock: &context.clock)
    entry.segment = try record.word(segment, in: &context.cohort.segments)
    let person = try record.key(customer, in: &context.cohort.customers)

    if let row = context.listRows[person] {
      context.cohort.customerList.repeated += 1
      context.cohort.customerList.set(entry, at: row)
    } else {
      context.listRows[person] = context.cohort.customerList.count
      context.cohort.customerList.append(entry, of: person)
    }
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
  fileprivate mutating func append(_ entry: CustomerEntry, of person: Int32) {
    customer.append(person)
    segment.append(entry.segment)
    unsubscribedDay.append(entry.unsubscribedDay)
    points.append(entry.points)
    pointsExpireDay.append(entry.pointsExpireDay)
    value.append(entry.value)
    trialEndedDay.append(entry.trialEndedDay)
    erasedDay.append(entry.erasedDay)
  }

  fileprivate mutating func set(_ entry: CustomerEntry, at row: Int) {
    segment[row] = entry.segment
    unsubscribedDay[row] = entry.unsubscribedDay
    points[row] = entry.points
    pointsExpireDay[row] = entry.pointsExpireDay
    value[row] = entry.value
    trialEndedDay[row] = entry.trialEndedDay
    erasedDay[row] = entry.erasedDay
  }
}
