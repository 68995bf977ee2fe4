/// The rows of a table, customer by customer, each customer's in the order of time and then of the file.
///
/// Sorted once for all days; the rows up to a day are a prefix of each customer's.
struct CustomerRows: Sendable {
  /// Row numbers; customer `c` has those at `starts[c]..<ends[c]`.
  let rows: [Int32]
  private let starts: [Int32]
  private var ends: [Int32]

  init(customer: [Int32], moment: [Int64], customers: Int) {
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
      CustomerRows.sort(&rows, Int(starts[person])..<Int(starts[person + 1]), by: moment)
    }
    self.rows = rows
    self.starts = starts
    ends = Array(starts.dropFirst())
  }

  /// The places in `rows` of a customer's rows.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { Int(starts[customer])..<Int(ends[customer]) }

  /// The same without the rows after a moment.
  func through(_ last: Int64, _ moment: [Int64]) -> CustomerRows {
    var clipped = self
    for person in ends.indices {
      var end = Int(ends[person])
      while end > Int(starts[person]), moment[Int(rows[end - 1])] > last { end -= 1 }
      clipped.ends[person] = Int32(truncatingIfNeeded: end)
    }
    return clipped
  }

  /// How many rows there are.
  var count: Int {
    var count = 0
    for person in ends.indices { count += Int(ends[person] - starts[person]) }
    return count
  }

  /// Files mostly come in the order of time, so most ranges are sorted already.
  private static func sort(_ rows: inout [Int32], _ range: Range<Int>, by moment: [Int64]) {
    var isSorted = true
    for place in range.dropFirst() where moment[Int(rows[place])] < moment[Int(rows[place - 1])] {
      isSorted = false
      break
    }
    if isSorted { return }
    rows[range].sort { (moment[Int($0)], $0) < (moment[Int($1)], $1) }
  }
}
