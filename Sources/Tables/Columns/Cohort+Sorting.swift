extension Cohort {
  /// The same cohort with what customers did and what was done for them customer by customer, each
  /// customer's in the order of time, and what is of one moment in that of files and lines.
  ///
  /// What is asked of a customer then stands in one place: two million customers' rows in the order of
  /// the files are a miss of the cache each.
  package consuming func sortedByCustomer() -> Cohort {
    let count = customers.count
    orders = orders.sorted(customers: count)
    touches = touches.sorted(customers: count)
    assignments = assignments.sorted(customers: count)
    cancellations = cancellations.sorted(customers: count)
    carts = carts.sorted(customers: count)
    return self
  }
}

/// The rows of a table in the order of customers and time.
private struct RowOrder: Sendable {
  /// Row numbers.
  private let rows: [Int32]

  init<Time: Comparable>(customer: [Int32], time: [Time], customers: Int) {
    var starts = [Int32](repeating: 0, count: customers + 1)
    for person in customer { starts[Int(person) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var rows = [Int32](repeating: 0, count: customer.count)
    var next = starts
    for row in customer.indices {
      let person = Int(customer[row])
      rows[Int(next[person])] = Int32(truncatingIfNeeded: row)
      next[person] += 1
    }
    for person in 0..<customers {
      RowOrder.sort(&rows, Int(starts[person])..<Int(starts[person + 1]), by: time)
    }
    self.rows = rows
  }

  /// A column in this order, put into it on another core.
  func sorted<Element: Sendable>(_ column: [Element]) -> Later<[Element]> {
    Later { rows.map { column[Int($0)] } }
  }

  /// Files mostly come in the order of time, so most ranges are sorted already.
  private static func sort<Time: Comparable>(
    _ rows: inout [Int32], _ range: Range<Int>, by time: [Time]
  ) {
    var isSorted = true
    for place in range.dropFirst() where time[Int(rows[place])] < time[Int(rows[place - 1])] {
      isSorted = false
      break
    }
    if isSorted { return }
    rows[range].sort { (time[Int($0)], $0) < (time[Int($1)], $1) }
  }
}

extension Orders {
  fileprivate consuming func sorted(customers: Int) -> Orders {
    let order = RowOrder(customer: customer, time: moment, customers: customers)
    let customer = order.sorted(self.customer)
    let moment = order.sorted(self.moment)
    let revenue = order.sorted(self.revenue)
    let discount = order.sorted(self.discount)
    let status = order.sorted(self.status)
    let code = order.sorted(self.code)
    let refunded = order.sorted(self.refunded)
    let refundedDay = order.sorted(self.refundedDay)
    self.customer = customer.value
    self.moment = moment.value
    self.revenue = revenue.value
    self.discount = discount.value
    self.status = status.value
    self.code = code.value
    self.refunded = refunded.value
    self.refundedDay = refundedDay.value
    return self
  }
}

extension Touches {
  fileprivate consuming func sorted(customers: Int) -> Touches {
    let order = RowOrder(customer: customer, time: moment, customers: customers)
    let customer = order.sorted(self.customer)
    let moment = order.sorted(self.moment)
    let channel = order.sorted(self.channel)
    let campaign = order.sorted(self.campaign)
    let step = order.sorted(self.step)
    let variant = order.sorted(self.variant)
    let event = order.sorted(self.event)
    let offer = order.sorted(self.offer)
    let cost = order.sorted(self.cost)
    let segment = order.sorted(self.segment)
    self.customer = customer.value
    self.moment = moment.value
    self.channel = channel.value
    self.campaign = campaign.value
    self.step = step.value
    self.variant = variant.value
    self.event = event.value
    self.offer = offer.value
    self.cost = cost.value
    self.segment = segment.value
    return self
  }
}

extension Assignments {
  fileprivate consuming func sorted(customers: Int) -> Assignments {
    let order = RowOrder(customer: customer, time: moment, customers: customers)
    let customer = order.sorted(self.customer)
    let moment = order.sorted(self.moment)
    let isHoldout = order.sorted(self.isHoldout)
    let segment = order.sorted(self.segment)
    self.customer = customer.value
    self.moment = moment.value
    self.isHoldout = isHoldout.value
    self.segment = segment.value
    return self
  }
}

extension Cancellations {
  fileprivate consuming func sorted(customers: Int) -> Cancellations {
    let order = RowOrder(customer: customer, time: day, customers: customers)
    let customer = order.sorted(self.customer)
    let day = order.sorted(self.day)
    let isVoluntary = order.sorted(self.isVoluntary)
    let reason = order.sorted(self.reason)
    self.customer = customer.value
    self.day = day.value
    self.isVoluntary = isVoluntary.value
    self.reason = reason.value
    return self
  }
}

extension Carts {
  fileprivate consuming func sorted(customers: Int) -> Carts {
    let order = RowOrder(customer: customer, time: moment, customers: customers)
    let customer = order.sorted(self.customer)
    let moment = order.sorted(self.moment)
    let value = order.sorted(self.value)
    self.customer = customer.value
    self.moment = moment.value
    self.value = value.value
    return self
  }
}
