extension Cohort {
  /// The same cohort with what customers did and what was done for them customer by customer, each
  /// customer's in the order of time, and what is of one moment in that of files and lines.
  ///
  /// What is asked of a customer then stands in one place: two million customers' rows in the order of
  /// the files are a miss of the cache each.
  package consuming func sortedByCustomer() -> Cohort {
    let count = customers.count
    let orders = Later { [orders] in orders.sorted(customers: count) }
    let assignments = Later { [assignments] in assignments.sorted(customers: count) }
    self.orders = Orders()
    self.assignments = Assignments()
    touches = touches.sorted(customers: count)
    cancellations = cancellations.sorted(customers: count)
    carts = carts.sorted(customers: count)
    self.orders = orders.value
    self.assignments = assignments.value
    return self
  }
}

/// The rows of a table in the order of customers and time.
private struct RowOrder {
  /// Row numbers.
  private let rows: [Int32]

  init<Time: Comparable>(customer: [Int32], moment: [Time], customers: Int) {
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
      RowOrder.sort(&rows, Int(starts[person])..<Int(starts[person + 1]), by: moment)
    }
    self.rows = rows
  }

  /// Puts a column into this order.
  func sort<Element>(_ column: inout [Element]) {
    column = rows.map { column[Int($0)] }
  }

  /// Files mostly come in the order of time, so most ranges are sorted already.
  private static func sort<Time: Comparable>(
    _ rows: inout [Int32], _ range: Range<Int>, by moment: [Time]
  ) {
    var isSorted = true
    for place in range.dropFirst() where moment[Int(rows[place])] < moment[Int(rows[place - 1])] {
      isSorted = false
      break
    }
    if isSorted { return }
    rows[range].sort { (moment[Int($0)], $0) < (moment[Int($1)], $1) }
  }
}

extension Orders {
  fileprivate consuming func sorted(customers: Int) -> Orders {
    let order = RowOrder(customer: customer, moment: moment, customers: customers)
    order.sort(&customer)
    order.sort(&moment)
    order.sort(&revenue)
    order.sort(&discount)
    order.sort(&status)
    order.sort(&code)
    order.sort(&refunded)
    order.sort(&refundedDay)
    return self
  }
}

extension Touches {
  fileprivate consuming func sorted(customers: Int) -> Touches {
    let order = RowOrder(customer: customer, moment: moment, customers: customers)
    order.sort(&customer)
    order.sort(&moment)
    order.sort(&channel)
    order.sort(&campaign)
    order.sort(&step)
    order.sort(&variant)
    order.sort(&event)
    order.sort(&offer)
    order.sort(&cost)
    order.sort(&segment)
    return self
  }
}

extension Assignments {
  fileprivate consuming func sorted(customers: Int) -> Assignments {
    let order = RowOrder(customer: customer, moment: moment, customers: customers)
    order.sort(&customer)
    order.sort(&moment)
    order.sort(&isHoldout)
    order.sort(&segment)
    return self
  }
}

extension Cancellations {
  fileprivate consuming func sorted(customers: Int) -> Cancellations {
    let order = RowOrder(customer: customer, moment: day, customers: customers)
    order.sort(&customer)
    order.sort(&day)
    order.sort(&isVoluntary)
    order.sort(&reason)
    return self
  }
}

extension Carts {
  fileprivate consuming func sorted(customers: Int) -> Carts {
    let order = RowOrder(customer: customer, moment: moment, customers: customers)
    order.sort(&customer)
    order.sort(&moment)
    order.sort(&value)
    return self
  }
}
