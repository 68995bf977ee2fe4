/// Reads rows of `orders`.
struct OrderReader: RowReader {
  private let id, customer, orderedAt, revenue: Column
  private let discount, discountCode, refunded, refundedAt, status, currency: Column
  private let today: Day?
  private var rows = OrderRows()

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
  }

  mutating func read(_ record: borrowing Record, _ clock: inout BusinessClock) throws(Refusal) {
    let moment = try record.moment(orderedAt, edge: .end, clock: &clock)
    if let today, BusinessClock.dayNumber(of: moment) > today.number {
      throw orderedAt.refusal(.afterToday(today))
    }
    if record.isBlank(id.position) { throw id.refusal(.blank) }
    let paid = try record.amount(revenue)
    let reduced = try record.optionalAmount(discount)
    let back = try record.optionalAmount(refunded)
    let backDay = try record.optionalDay(refundedAt, clock: &clock)
    let code = try record.word(discountCode, in: &rows.codes)
    let state = try record.word(status, in: &rows.statuses)
    let money = try record.word(currency, in: &rows.currencies)
    let buyer = try record.key(customer)
    rows.ids.append(try record.key(id))
    rows.customers.append(buyer)
    var refund: Int32 = -1
    if back != 0 {
      refund = Int32(rows.refunds.count)
      rows.refunds.append(Refund(amount: back, day: backDay))
    }
    rows.orders.append(
      OrderRow(
        moment: moment, revenue: paid, discount: reduced, status: state, code: code,
        currency: money, refund: refund))
  }

  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    rows.add(bytes, to: &context)
  }

  mutating func removeAll() { rows.removeAll() }

  static func reserve(_ count: Int, in context: inout ReadingContext) {
    context.orders.reserve(count)
    context.orderIds.reserve(count)
  }
}
