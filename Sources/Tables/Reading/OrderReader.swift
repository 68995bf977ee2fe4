/// Reads rows of `orders`.
struct OrderReader: RowReader {
  private let id, customer, orderedAt, revenue: Column
  private let discount, discountCode, refunded, refundedAt, status, currency: Column
  private let today: Day?
  private var rows = OrderRows()
  /// The kinds of orders without a refund, by the fields that say both.
  private var kinds: FieldRun<Int32>

  init(layout: Layout, today: Day?) {
    id = Column("order_id", in: layout)
    customer = Column("customer_id", in: layout)
    orderedAt = Column("ordered_at", in: layout)
    revenue = Column("revenue", in: layout)
    discount = Column("discount", in: layout)
    discountCode = Column("discount_code", in: layout)
    refunded = Column("refunded", in: layout)
    refundedAt = Column("refunded_at", in: layout)
    status = Column("status", in: layout)
    currency = Column("currency", in: layout)
    self.today = today
    kinds = FieldRun([discountCode, refunded, refundedAt, status, currency])
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(orderedAt, edge: .end, clock: &clock)
    if let today, BusinessClock.dayNumber(of: moment) > today.number {
      throw orderedAt.refusal(.afterToday(today))
    }
    if record.isBlank(id.position) { throw id.refusal(.blank) }
    let paid = try record.amount(revenue)
    let reduced = try record.optionalAmount(discount)
    let text = kinds.text(in: record, rows: rows.orders.count)
    let known = text.flatMap { kinds.meaning(of: $0, in: record) }
    var back: Refund?
    let kind: Int32
    if let known {
      kind = known
    } else {
      back = try readRefund(record, &clock)
      kind = try readKind(record)
      if let text, back == nil { kinds.note(kind, of: text, in: record) }
    }
    let buyer = try record.key(customer)
    let name = try record.key(id)
    rows.ids.append(name)
    rows.rising.append(name.key)
    rows.customers.append(buyer)
    var refund: Int32 = -1
    if let back {
      refund = Int32(rows.refunds.count)
      rows.refunds.append(back)
    }
    rows.orders.append(
      OrderRow(
        moment: moment, revenue: paid, discount: reduced, kind: kind, refund: refund))
  }

  /// Reads what was paid back, nil where nothing was.
  private func readRefund(
    _ record: borrowing Record, _ clock: inout BusinessClock
  ) throws(Refusal) -> Refund? {
    let amount = try record.optionalAmount(refunded)
    let day = try record.optionalDay(refundedAt, clock: &clock)
    return amount == 0 ? nil : Refund(amount: amount, day: day)
  }

  private mutating func readKind(_ record: borrowing Record) throws(Refusal) -> Int32 {
    let code = try record.word(discountCode, in: &rows.codes)
    let status = try record.word(status, in: &rows.statuses)
    let currency = try record.word(currency, in: &rows.currencies)
    return rows.kinds.code(of: OrderKind(status: status, code: code, currency: currency))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    rows.add(bytes, to: &context)
  }

  mutating func removeAll() {
    rows.removeAll()
    kinds.removeAll()
  }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.orders.reserve(count)
    context.orderIds.reserve(count)
  }
}
