/// Days between purchases, counted: a median without sorting.
struct GapCounts {
  /// `counts[d]` gaps are `d` days long.
  private var counts: [Int] = []
  private(set) var count = 0

  init() {}

  /// Counts a gap of some days so many times more.
  mutating func add(_ days: Int, by times: Int = 1) {
    if days >= counts.count {
      counts += [Int](repeating: 0, count: days + 1 - counts.count)
    }
    counts[days] += times
    count += times
  }

  /// Counts all gaps of others, too.
  mutating func add(_ others: GapCounts) {
    for (days, times) in others.counts.enumerated() where times > 0 { add(days, by: times) }
  }

  /// Counts the gaps of a customer with such purchases that were complete by a day so many times more.
  mutating func change(
    _ purchases: Purchases, _ own: Range<Int>, completedBy last: Int, by times: Int
  ) {
    for place in own.dropFirst() where Int(purchases[place].day) <= last {
      add(Int(purchases[place].day - purchases[place - 1].day), by: times)
    }
  }

  /// The median in days, half-way between the middle two of an even count; nil for no gaps.
  var median: Double? {
    guard count > 0 else { return nil }
    return Double(value(at: (count - 1) / 2) + value(at: count / 2)) / 2
  }

  /// The gap at a place of the sorted ones.
  private func value(at place: Int) -> Int {
    var seen = 0
    for days in counts.indices {
      seen += counts[days]
      if seen > place { return days }
    }
    return counts.count
  }
}
