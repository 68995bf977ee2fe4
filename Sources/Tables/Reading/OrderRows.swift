/// The orders of one block, with codes of their own.
struct OrderRows {
  var orders: [OrderRow] = []
  var ids: [KeyedText] = []
  var customers: [KeyedText] = []
  var codes = Spellings()
  var statuses = Spellings()
  var currencies = Spellings()

  /// Adds them to the cohort; a repeated id is one order: the first row of the newest file that has it.
  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    let codes = context.cohort.orders.codes.codes(of: codes)
    let statuses = context.cohort.orders.statuses.codes(of: statuses)
    let currencies = context.currencies.codes(of: currencies)
    func rename(_ order: inout OrderRow) {
      order.code = codes[Int(order.code)]
      order.status = statuses[Int(order.status)]
      order.currency = currencies[Int(order.currency)]
    }
    let before = context.orders.count
    context.customers(customers, in: bytes)
    context.orders.append(&orders, customers: context.codes, rename: rename)
    context.orderIds.ids.codes(of: ids, in: bytes, to: &context.codes)
    if context.orderIds.ids.count == before + ids.count {
      // All ids are new.
      context.orderIds.file.append(
        contentsOf: repeatElement(context.orderIds.currentFile, count: ids.count))
    } else {
      context.orders.removeLast(ids.count)
      for row in ids.indices { add(orders[row], id: Int(context.codes[row]), to: &context) }
    }
  }

  mutating func removeAll() {
    orders.removeAll(keepingCapacity: true)
    ids.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
    codes.removeAll()
    statuses.removeAll()
    currencies.removeAll()
  }

  private func add(_ order: OrderRow, id: Int, to context: inout ReadingContext) {
    // An order's row is the code of its id.
    if id == context.orders.count {
      context.orderIds.file.append(context.orderIds.currentFile)
      context.orders.append(order)
      return
    }
    context.cohort.orders.repeated += 1
    if context.orderIds.file[id] == context.orderIds.currentFile { return }
    context.orderIds.file[id] = context.orderIds.currentFile
    context.orders[id] = order
  }
}
