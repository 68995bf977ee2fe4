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
    let (places, parts) = parted(customers: customers)
    var starts: [Int32] = []
    starts.reserveCapacity(customers + 1)
    var order: [Int32] = []
    var ends: [Int] = []
    var batch: [Row] = []
    batch.reserveCapacity(min(count, 2 * CustomerRows.batchSize))
    for (part, own) in parts.enumerated() {
      let firstCustomer = part << CustomerRows.partBits
      let size = min(customers - firstCustomer, 1 << CustomerRows.partBits)
      group(places[own], firstCustomer, size, into: &order, &ends)
      var first = 0
      for end in ends {
        starts.append(Int32(truncatingIfNeeded: own.lowerBound + first))
        add(first..<end, of: order, to: &batch)
        first = end
        if batch.count >= CustomerRows.batchSize {
          take(batch)
          batch.removeAll(keepingCapacity: true)
        }
      }
    }
    starts.append(Int32(truncatingIfNeeded: count))
    take(batch)
    return starts
  }

  /// Adds a customer's rows to a batch, in the order of time; `order` are the numbers of rows.
  @inline(__always)
  private func add(_ own: Range<Int>, of order: [Int32], to batch: inout [Row]) {
    let first = batch.count
    var isInOrder = true
    for place in own {
      if place + CustomerRows.ahead < order.count {
        rows.prefetch(Int(order[place + CustomerRows.ahead]))
      }
      let row = rows[Int(order[place])]
      // Files mostly come in the order of time.
      if place > own.lowerBound, row.time < batch[batch.count - 1].time { isInOrder = false }
      batch.append(row)
    }
    if isInOrder { return }
    let sorted = order[own].sorted { (rows[Int($0)].time, $0) < (rows[Int($1)].time, $1) }
    batch.replaceSubrange(first..., with: sorted.map { rows[Int($0)] })
  }

  private static var batchSize: Int { 4_096 }

  /// How many rows ahead memory is asked for.
  private static var ahead: Int { 16 }

  /// Rows are grouped some thousand customers at a time: as many as the cache has room for.
  private static var partBits: Int { 13 }

  /// A row's number, and whose it is.
  private struct Place {
    var customer: Int32
    var row: Int32
  }

  /// The places of all rows by parts of the customers, in the order of rows within each, and where each
  /// part's are.
  private func parted(customers count: Int) -> (places: [Place], parts: [Range<Int>]) {
    let bits = CustomerRows.partBits
    var next = [Int](repeating: 0, count: (count + (1 << bits) - 1) >> bits)
    for customer in customers { next[Int(customer) >> bits] += 1 }
    var parts: [Range<Int>] = []
    for size in next {
      let start = parts.last?.upperBound ?? 0
      parts.append(start..<start + size)
    }
    next = parts.map(\.lowerBound)
    var places = [Place](scattered: Place(customer: 0, row: 0), count: customers.count)
    for row in customers.indices {
      let part = Int(customers[row]) >> bits
      places[next[part]] = Place(customer: customers[row], row: Int32(truncatingIfNeeded: row))
      next[part] += 1
    }
    return (places, parts)
  }

  /// Groups the rows of so many customers: puts their numbers in `order` customer by customer, and where each
  /// customer's end in `ends`.
  private func group(
    _ places: ArraySlice<Place>, _ first: Int, _ size: Int, into order: inout [Int32],
    _ ends: inout [Int]
  ) {
    ends.removeAll(keepingCapacity: true)
    ends.append(contentsOf: repeatElement(0, count: size))
    for place in places { ends[Int(place.customer) - first] += 1 }
    var end = 0
    // Where each customer's start, which moves on to where they end.
    for index in ends.indices { (ends[index], end) = (end, end + ends[index]) }
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: repeatElement(0, count: places.count))
    for place in places {
      let index = Int(place.customer) - first
      order[ends[index]] = place.row
      ends[index] += 1
    }
  }
}
