/// What one row of a file says of one customer at one time.
///
/// Rows are read as they are and become columns once they are in order: a row is one place of memory to be
/// fetched, eight columns are eight.
protocol CustomerRow: Sendable {
  associatedtype Time: Comparable

  /// Code of the cohort's `customers`; within a block, not known yet.
  var customer: Int32 { get set }
  /// What the rows of a customer are put in order by.
  var time: Time { get }
}

extension Array where Element: CustomerRow {
  /// Adds the rows of a block, whose customers have these codes; `rename` gives a row the cohort's codes for
  /// the block's.
  @inline(__always)
  mutating func append(
    _ block: inout [Element], customers: [Int32], rename: (inout Element) -> Void
  ) {
    for index in block.indices {
      block[index].customer = customers[index]
      rename(&block[index])
    }
    self += block
  }

  /// Hands on all rows in the order of customers and time, and what is of one moment in that of files and
  /// lines: some thousand at a time, since they are near then.
  ///
  /// What is asked of a customer stands in one place afterwards: two million customers' rows in the order of
  /// the files are a miss of the cache each.
  func inOrder(customers: Int, _ take: ([Element]) -> Void) {
    let (starts, order) = grouped(customers: customers)
    var batch: [Element] = []
    batch.reserveCapacity(Swift.min(count, 2 * Array.batchSize))
    for customer in 0..<customers {
      let places = Int(starts[customer])..<Int(starts[customer + 1])
      let first = batch.count
      var isInOrder = true
      for place in places {
        if place + Array.ahead < order.count { prefetch(Int(order[place + Array.ahead])) }
        let row = self[Int(order[place])]
        // Files mostly come in the order of time.
        if place > places.lowerBound, row.time < batch[batch.count - 1].time { isInOrder = false }
        batch.append(row)
      }
      if !isInOrder {
        let rows = order[places].sorted { (self[Int($0)].time, $0) < (self[Int($1)].time, $1) }
        batch.replaceSubrange(first..., with: rows.map { self[Int($0)] })
      }
      if batch.count >= Array.batchSize {
        take(batch)
        batch.removeAll(keepingCapacity: true)
      }
    }
    take(batch)
  }

  private static var batchSize: Int { 4_096 }

  /// How many rows ahead memory is asked for.
  private static var ahead: Int { 16 }

  /// The rows' numbers customer by customer, and where each customer's start.
  private func grouped(customers: Int) -> (starts: [Int32], order: [Int32]) {
    var starts = [Int32](repeating: 0, count: customers + 1)
    for row in self { starts[Int(row.customer) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var order = [Int32](repeating: 0, count: count)
    var next = starts
    for index in indices {
      let customer = Int(self[index].customer)
      order[Int(next[customer])] = Int32(truncatingIfNeeded: index)
      next[customer] += 1
    }
    return (starts, order)
  }
}
