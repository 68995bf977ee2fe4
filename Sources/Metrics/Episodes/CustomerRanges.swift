/// Where the rows of each customer stand in columns that are sorted by customer and time.
///
/// Worked out once for all days: the rows up to a day are the first of each customer's.
struct CustomerRanges: Sendable {
  /// One more than there are customers: a customer's rows end where the next one's start.
  private let starts: [Int32]
  /// Where each customer's rows end that count, such as those up to a day; empty while all rows do.
  private var ends: [Int32]

  /// From where each customer's rows start, and where the last one's end. `ends` says of every customer where
  /// the rows that count end, if some do not.
  init(starts: [Int32], ends: [Int32] = []) {
    assert(ends.isEmpty || ends.count == starts.count - 1, "every customer's rows end somewhere")
    self.starts = starts
    self.ends = ends
  }

  /// From the sorted column of the customers.
  init(_ customer: [Int32], customers: Int) {
    assert(zip(customer, customer.dropFirst()).allSatisfy { $0 <= $1 }, "rows are sorted")
    var starts = [Int32](repeating: 0, count: customers + 1)
    for person in customer { starts[Int(person) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
    ends = []
  }

  /// How many customers there are, with or without rows.
  var customers: Int { starts.count - 1 }

  /// The rows of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(ends.isEmpty ? starts[customer + 1] : ends[customer])
  }

  /// Whose row it is, in some twenty steps: loops over all rows go customer by customer.
  func customer(of row: Int) -> Int {
    // The last one whose rows start no later.
    var (low, high) = (0, starts.count - 1)
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= row { low = middle } else { high = middle }
    }
    return low
  }

  /// The rows of a customer that are not after a time.
  @inline(__always)
  func range<Time: Comparable>(
    _ customer: Int, through last: Time, _ times: [Time]
  ) -> Range<Int> {
    let all = range(customer)
    guard let newest = all.last, times[newest] > last else { return all }
    // Who stands for all guests of a shop may have a hundred thousand rows.
    var (low, high) = (all.lowerBound, newest)
    while low < high {
      let middle = (low + high) / 2
      if times[middle] <= last { low = middle + 1 } else { high = middle }
    }
    return all.lowerBound..<low
  }

  /// The rows of a customer from one time to another, in whole seconds or days.
  @inline(__always)
  func range<Time: FixedWidthInteger>(
    _ customer: Int, from first: Time, through last: Time, _ times: [Time]
  ) -> Range<Int> {
    range(customer, through: first - 1, times)
      .upperBound..<range(customer, through: last, times).upperBound
  }

  /// The same without the rows after a time.
  func through<Time: Comparable>(_ last: Time, _ times: [Time]) -> CustomerRanges {
    guard let newest = times.max(), newest > last else { return self }
    var clipped = self
    clipped.ends = (0..<starts.count - 1).map {
      Int32(truncatingIfNeeded: range($0, through: last, times).upperBound)
    }
    return clipped
  }

  /// How many rows there are.
  var count: Int {
    if ends.isEmpty { return Int(starts[starts.count - 1]) }
    var count = 0
    for person in ends.indices { count += Int(ends[person] - starts[person]) }
    return count
  }
}
