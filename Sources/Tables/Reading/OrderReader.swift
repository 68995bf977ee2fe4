/// Reads rows of `orders`.
struct OrderReader: RowReader {
  private let id, customer, orderedAt, revenue: Column
  private let discount, discountCode, refunded, refundedAt, status, currency: Column

  init(layout: Layout) {
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
  }

  mutating func read(_ record: Record, into context: inout ReadingContext) throws(Refusal) {
    let moment = try record.moment(orderedAt, edge: .end, clock: &context.clock)
    if let today = context.today, BusinessClock.dayNumber(of: moment) > today.number {
      throw orderedAt.refusal(.afterToday(today))
    }
    if record.isBlank(id.position) { throw id.refusal(.blank) }
    let paid = try record.amount(revenue)
    let reduced = try record.optionalAmount(discount)
    let back = try record.optionalAmount(refunded)
    let backDay = try record.optionalDay(refundedAt, clock: &context.clock)
    let code = try record.word(discountCode, in: &context.cohort.orders.codes)
    let state = try record.word(status, in: &context.cohort.orders.statuses)
    let money = try record.word(currency, in: &context.currencies)
    let buyer = try record.key(customer, in: &context.cohort.customers)
    let identity = try record.key(id, in: &context.orderIds.ids)

    guard let row = context.rowForOrder(identity) else { return }
    context.orderCurrency[row] = money
    context.cohort.orders.customer[row] = buyer
    context.cohort.orders.moment[row] = moment
    context.cohort.orders.revenue[row] = paid
    context.cohort.orders.discount[row] = reduced
    context.cohort.orders.refunded[row] = back
    context.cohort.orders.refundedDay[row] = backDay
    context.cohort.orders.status[row] = state
    context.cohort.orders.code[row] = code
  }
}

extension ReadingContext {
  /// The row that an order belongs in, or nil where this file had the order before.
  ///
  /// A repeated id is one order: the first row of the newest file that has it.
  fileprivate mutating func rowForOrder(_ id: Int32) -> Int? {
    if Int(id) == orderIds.row.count {
      orderIds.row.append(cohort.orders.count)
      orderIds.file.append(orderIds.currentFile)
      appendOrder()
      return cohort.orders.count - 1
    }
    cohort.orders.repeated += 1
    if orderIds.file[Int(id)] == orderIds.currentFile { return nil }
    orderIds.file[Int(id)] = orderIds.currentFile
    return orderIds.row[Int(id)]
  }

  private mutating func appendOrder() {
    orderCurrency.append(0)
    cohort.orders.customer.append(0)
    cohort.orders.moment.append(0)
    cohort.orders.revenue.append(0)
    cohort.orders.discount.append(0)
    cohort.orders.refunded.append(0)
    cohort.orders.refundedDay.append(0)
    cohort.orders.status.append(0)
    cohort.orders.code.append(0)
  }
}
