/// The orders of one block, with codes of their own.
struct OrderRows {
  var orders: [OrderRow] = []
  var refunds: [Refund] = []
  var ids: [KeyedText] = []
  /// The same ids as far as they rise.
  var rising = RisingTexts()
  var customers: [KeyedText] = []
  var codes = Spellings()
  var statuses = Spellings()
  var currencies = Spellings()
  var kinds = Kinds<OrderKind>()

  /// Adds them to the cohort; a repeated id is one order: the first row of the newest file that has it.
  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    let codes = context.cohort.orders.codes.codes(of: codes)
    let statuses = context.cohort.orders.statuses.codes(of: statuses)
    let currencies = context.currencies.codes(of: currencies)
    let refundsBefore = Int32(context.cohort.orders.refunds.count)
    context.cohort.orders.refunds += refunds
    let kinds = kinds.kinds.map { kind in
      context.orderKinds.code(
        of: OrderKind(
          status: statuses[Int(kind.status)], code: codes[Int(kind.code)],
          currency: currencies[Int(kind.currency)]))
    }
    func rename(_ order: inout OrderRow) {
      order.kind = kinds[Int(order.kind)]
      if order.refund >= 0 { order.refund += refundsBefore }
    }
    context.customers(customers, in: bytes)
    var rows: [Int32] = []
    if context.orderIds.take(rising) || context.orderIds.take(ids, in: bytes, to: &rows) {
      context.orders.append(&orders, of: context.codes, rename: rename)
      return
    }
    for index in orders.indices {
      rename(&orders[index])
      add(orders[index], of: context.codes[index], at: Int(rows[index]), to: &context)
    }
  }

  mutating func removeAll() {
    orders.removeAll(keepingCapacity: true)
    refunds.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    rising.removeAll()
    customers.removeAll(keepingCapacity: true)
    codes.removeAll()
    statuses.removeAll()
    currencies.removeAll()
    kinds.removeAll()
  }

  private func add(
    _ order: OrderRow, of customer: Int32, at row: Int, to context: inout ReadingContext
  ) {
    if row == context.orders.count {
      context.orderIds.note()
      context.orders.append(order, of: customer)
      return
    }
    context.cohort.orders.repeated += 1
    if context.orderIds.moveHere(row) { context.orders.replace(row, with: order, of: customer) }
  }
}
