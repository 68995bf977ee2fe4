import Testing

@testable import Metrics

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
