/// The rows of a table, customer by customer, each customer's in the order of time and then of the file.
struct CustomerRows {
  /// Row numbers; customer `c` has those at `starts[c]..<starts[c + 1]`.
  private(set) var rows: [Int32]
  private let starts: [Int32]

  /// Sorts the rows whose moment is not after `last`.
  init(customer: [Int32], moment: [Int64], customers: Int, through last: Int64) {
    var starts = [Int32](repeating: 0, count: customers + 1)
    for row in customer.indices where moment[row] <= last { starts[Int(customer[row]) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var rows = [Int32](repeating: 0, count: Int(starts[customers]))
    var next = starts
    for row in customer.indices where moment[row] <= last {
      let person = Int(customer[row])
      rows[Int(next[person])] = Int32(row)
      next[person] += 1
    }
    for person in 0..<customers {
      CustomerRows.sort(&rows, Int(starts[person])..<Int(starts[person + 1]), by: moment)
    }
    self.rows = rows
    self.starts = starts
  }

  /// The places in `rows` of a customer's rows.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(starts[customer + 1])
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
