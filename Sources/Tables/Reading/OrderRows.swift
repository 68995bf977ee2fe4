/// The orders of one block, with codes of their own.
struct OrderRows {
  var orders = Orders()
  var ids: [KeyedText] = []
  var customers: [KeyedText] = []
  var codes = Spellings()
  var statuses = Spellings()
  var currencies = Spellings()
  var currency: [Int32] = []

  /// Adds them to the cohort; a repeated id is one order: the first row of the newest file that has it.
  mutating func add(_ bytes: [UInt8], to context: inout ReadingContext) {
    context.customers(customers, in: bytes)
    orders.customer = context.codes
    orders.code.rename(by: context.cohort.orders.codes.codes(of: codes))
    orders.status.rename(by: context.cohort.orders.statuses.codes(of: statuses))
    currency.rename(by: context.currencies.codes(of: currencies))
    let before = context.cohort.orders.count
    context.orderIds.ids.codes(of: ids, in: bytes, to: &context.codes)
    if context.orderIds.ids.count == before + ids.count {
      appendAll(to: &context)
    } else {
      for row in ids.indices { add(row, id: Int(context.codes[row]), to: &context) }
    }
  }

  mutating func removeAll() {
    ids.removeAll(keepingCapacity: true)
    customers.removeAll(keepingCapacity: true)
    currency.removeAll(keepingCapacity: true)
    codes.removeAll()
    statuses.removeAll()
    currencies.removeAll()
    orders.customer.removeAll(keepingCapacity: true)
    orders.moment.removeAll(keepingCapacity: true)
    orders.revenue.removeAll(keepingCapacity: true)
    orders.discount.removeAll(keepingCapacity: true)
    orders.status.removeAll(keepingCapacity: true)
    orders.code.removeAll(keepingCapacity: true)
    orders.refunded.removeAll(keepingCapacity: true)
    orders.refundedDay.removeAll(keepingCapacity: true)
  }

  /// All ids are new: whole columns are added.
  private func appendAll(to context: inout ReadingContext) {
    context.orderIds.file.append(
      contentsOf: repeatElement(context.orderIds.currentFile, count: ids.count))
    context.orderCurrency += currency
    context.cohort.orders.customer += orders.customer
    context.cohort.orders.moment += orders.moment
    context.cohort.orders.revenue += orders.revenue
    context.cohort.orders.discount += orders.discount
    context.cohort.orders.status += orders.status
    context.cohort.orders.code += orders.code
    context.cohort.orders.refunded += orders.refunded
    context.cohort.orders.refundedDay += orders.refundedDay
  }

  private func add(_ row: Int, id: Int, to context: inout ReadingContext) {
    // An order's row is the code of its id.
    let count = context.cohort.orders.count
    if id < count {
      context.cohort.orders.repeated += 1
      if context.orderIds.file[id] == context.orderIds.currentFile { return }
      context.orderIds.file[id] = context.orderIds.currentFile
    } else {
      context.orderIds.file.append(context.orderIds.currentFile)
    }
    func put<Value>(_ column: inout [Value], _ value: Value) {
      if id < count { column[id] = value } else { column.append(value) }
    }
    put(&context.orderCurrency, currency[row])
    put(&context.cohort.orders.customer, orders.customer[row])
    put(&context.cohort.orders.moment, orders.moment[row])
    put(&context.cohort.orders.revenue, orders.revenue[row])
    put(&context.cohort.orders.discount, orders.discount[row])
    put(&context.cohort.orders.status, orders.status[row])
    put(&context.cohort.orders.code, orders.code[row])
    put(&context.cohort.orders.refunded, orders.refunded[row])
    put(&context.cohort.orders.refundedDay, orders.refundedDay[row])
  }
}

extension Array where Element == Int32 {
  /// Puts for each code the one at its place in `codes`.
  mutating func rename(by codes: [Int32]) {
    for index in indices { self[index] = codes[Int(self[index])] }
  }

  /// Adds for each code the one at its place in `codes`.
  mutating func append(_ others: [Int32], as codes: [Int32]) {
    var others = others
    others.rename(by: codes)
    self += others
  }
}
