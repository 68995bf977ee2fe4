/// Where the rows of each customer stand in columns that are sorted by customer and time.
///
/// Worked out once for all days: the rows up to a day are the first of each customer's.
struct CustomerRanges: Sendable {
  private let starts: [Int32]
  private var ends: [Int32]

  /// From the sorted column of the customers.
  init(_ customer: [Int32], customers: Int) {
    assert(zip(customer, customer.dropFirst()).allSatisfy { $0 <= $1 }, "rows are sorted")
    var starts = [Int32](repeating: 0, count: customers + 1)
    for person in customer { starts[Int(person) + 1] += 1 }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    self.starts = starts
    ends = Array(starts.dropFirst())
  }

  /// The rows of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { Int(starts[customer])..<Int(ends[customer]) }

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

  /// The same without the rows after a time.
  func through<Time: Comparable>(_ last: Time, _ times: [Time]) -> CustomerRanges {
    var clipped = self
    for person in ends.indices {
      clipped.ends[person] = Int32(
        truncatingIfNeeded: range(person, through: last, times).upperBound)
    }
    return clipped
  }

  /// How many rows there are.
  var count: Int {
    var count = 0
    for person in ends.indices { count += Int(ends[person] - starts[person]) }
    return count
  }
}
