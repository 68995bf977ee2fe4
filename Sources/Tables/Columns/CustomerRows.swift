/// What one row of a file says of one customer at one time.
protocol CustomerRow: Sendable {
  associatedtype Time: Comparable

  /// What the rows of a customer are put in order by.
  var time: Time { get }
}

/// Rows in the order of files and lines, each with its customer.
///
/// Rows are read as they are and become columns once they are in order: a row is one place of memory to be
/// fetched, eight columns are eight.
struct CustomerRows<Row: CustomerRow>: Sendable {
  private(set) var rows: [Row] = []
  /// Codes of the cohort's `customers`.
  private var customers: [Int32] = []

  var count: Int { rows.count }

  /// Changes every row.
  mutating func change(_ change: (inout Row) -> Void) {
    for index in rows.indices { change(&rows[index]) }
  }

  /// Makes room for so many rows.
  mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    customers.reserveCapacity(count)
  }

  mutating func append(_ row: Row, of customer: Int32) {
    rows.append(row)
    customers.append(customer)
  }

  /// Puts a row in the place of another.
  mutating func replace(_ row: Int, with other: Row, of customer: Int32) {
    rows[row] = other
    customers[row] = customer
  }

  /// Adds the rows of a block; `rename` gives a row the cohort's codes for the block's.
  @inline(__always)
  mutating func append(
    _ block: inout [Row], of customers: [Int32], rename: (inout Row) -> Void
  ) {
    for index in block.indices { rename(&block[index]) }
    rows += block
    self.customers += customers
  }

  /// Hands on all rows in the order of customers and time, and what is of one moment in that of files and
  /// lines: some thousand at a time, since they are near then. Returns where each customer's start, and
  /// where the last one's end.
  ///
  /// What is asked of a customer stands in one place afterwards: two million customers' rows in the order of
  /// the files are a miss of the cache each.
  func inOrder(customers: Int, _ take: (_ rows: [Row]) -> Void) -> [Int32] {
    let (starts, order) = grouped(customers: customers)
    var batch: [Row] = []
    batch.reserveCapacity(min(count, 2 * CustomerRows.batchSize))
    for customer in 0..<customers {
      let places = Int(starts[customer])..<Int(starts[customer + 1])
      let first = batch.count
      var isInOrder = true
      for place in places {
        if place + CustomerRows.ahead < order.count {
          rows.prefetch(Int(order[place + CustomerRows.ahead]))
        }
        let row = rows[Int(order[place])]
        // Files mostly come in the order of time.
        if place > places.lowerBound, row.time < batch[batch.count - 1].time {
          isInOrder = false
        }
        batch.append(row)
      }
      if !isInOrder {
        let sorted = order[places].sorted { (rows[Int($0)].time, $0) < (rows[Int($1)].time, $1) }
        batch.replaceSubrange(first..., with: sorted.map { rows[Int($0)] })
      }
      if batch.count >= CustomerRows.batchSize {
        take(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    take(batch)
    return starts
  }

  private static var batchSize: Int { 4_096 }

  /// How many rows ahead memory is asked for.
  private static var ahead: Int { 16 }

  /// The rows' numbers customer by customer, and where each customer's start.
  private func grouped(customers count: Int) -> (starts: [Int32], order: [Int32]) {
    var starts = [Int32](scattered: 0, count: count + 1)
    for customer in customers { starts[Int(customer) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [Int32](scattered: 0, count: customers.count)
    var next = starts
    for index in customers.indices {
      let customer = Int(customers[index])
      order[Int(next[customer])] = Int32(truncatingIfNeeded: index)
      next[customer] += 1
    }
    return (starts, order)
  }
}
