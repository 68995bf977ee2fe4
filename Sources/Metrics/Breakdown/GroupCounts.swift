import Tables

/// Counts the episodes of some groups, and who of them came back within some windows.
struct GroupCounts {
  private let windows: Windows
  /// By group and outcome.
  private var counts: [Int]

  /// No episode yet.
  init(_ windows: Windows, groups: Int) {
    self.windows = windows
    counts = [Int](repeating: 0, count: groups * windows.outcomes)
  }

  /// How many groups there are, empty or not.
  var groups: Range<Int> { 0..<counts.count / windows.outcomes }

  /// Adds an episode by what became of it.
  @inline(__always)
  mutating func add(_ outcome: UInt8, to group: Int) {
    counts[group * windows.outcomes + Int(outcome)] += 1
  }

  /// How many episodes a group has, mature or not.
  func enrolled(_ group: Int) -> Int { own(group).reduce(0, +) }

  /// The returns of a group within each window, over the episodes that are mature for it.
  func rates(_ group: Int) -> [Proportion] { windows.rates(own(group)) }

  private func own(_ group: Int) -> ArraySlice<Int> {
    counts[group * windows.outcomes..<(group + 1) * windows.outcomes]
  }
}

extension Analysis {
  /// What became of an episode.
  func outcome(_ episode: Int, within windows: Windows) -> UInt8 {
    windows.outcome(age: asOf.number - enrolled(episode), back: daysToReturn(episode))
  }

  /// Some enrolled episodes, counted by a group of theirs.
  func counts(
    _ episodes: some Sequence<Int>, within windows: [Int], groups: Int, by group: (Int) -> Int
  ) -> GroupCounts {
    let windows = Windows(windows)
    var counts = GroupCounts(windows, groups: groups)
    for episode in episodes { counts.add(outcome(episode, within: windows), to: group(episode)) }
    return counts
  }
}
