import Testing

@testable import Metrics

/// Finding a number by its place against sorting.
struct RankedTests {
  private static let lists: [[Int64]] = [
    [7], [3, 3], [.max, .min], [.max, 0, .min, -1, 1], [5, 4, 3, 2, 1],
    (0..<5_000).map { $0 * 7_919 % 4_093 }, (0..<5_000).map { ($0 % 3) * 1_000_000_000_000 },
    (0..<300).map { Int64(1) << ($0 % 62) }, [Int64](repeating: -4, count: 100),
    // One that is far from all the others.
    (0..<2_000).map { $0 == 0 ? .max : Int64($0 % 500) },
  ]

  @Test(arguments: lists)
  func `the number at a place is that of the sorted list`(_ numbers: [Int64]) {
    let sorted = numbers.sorted()
    for place in Set(stride(from: 0, to: sorted.count, by: max(1, sorted.count / 50)))
      .union([sorted.count - 1])
    {
      #expect(numbers.ranked(place) == sorted[place])
    }
  }
}
