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

/// Counting by outcome against asking each episode.
struct GroupCountsTests {
  @Test(arguments: [[60], [30, 60, 90, 60], [90, 30, 60, 45], [30, 60, 90, 365]])
  func `a rate within a window is of those mature for it, and of them those back in it`(
    _ days: [Int]
  ) {
    let windows = Windows(days)
    var counts = GroupCounts(windows, groups: 2)
    let episodes = (0..<4_000).map { number in
      (age: number * 31 % 400, back: number % 3 == 0 ? nil : number * 17 % 140, group: number % 2)
    }
    for episode in episodes {
      counts.add(windows.outcome(age: episode.age, back: episode.back), to: episode.group)
    }
    for group in counts.groups {
      let own = episodes.filter { $0.group == group }
      #expect(counts.enrolled(group) == own.count)
      #expect(
        counts.rates(group)
          == days.map { window in
            let mature = own.filter { $0.age >= window }
            let back = mature.count { $0.back.map { $0 <= window } ?? false }
            return Proportion(back, of: mature.count)
          })
    }
  }
}
