import Testing

@testable import Metrics

/// Where the rows of each customer stand.
struct CustomerRangesTests {
  @Test(
    arguments: [
      [0, 0, 2, 2, 2, 3, 5, 5], [0, 1], [0, 4], [0, 0, 0, 1], [0, 1, 1, 1], [0, 3, 4, 5, 9, 9, 10],
    ] as [[Int32]])
  func `a row is of the customer whose rows it stands among, whoever has none`(starts: [Int32]) {
    let ranges = CustomerRanges(starts: starts)
    #expect(ranges.count == Int(starts[starts.count - 1]))
    for customer in 0..<starts.count - 1 {
      for row in ranges.range(customer) { #expect(ranges.customer(of: row) == customer) }
    }
  }
}
