import Tables

/// Counts the episodes of a group and who of them came back within some windows.
struct GroupCount {
  private(set) var enrolled = 0
  /// By window, over the episodes that are mature for it.
  private(set) var rates: [Proportion]
  private let windows: [Int]

  init(windows: [Int]) {
    self.windows = windows
    rates = windows.map { _ in Proportion(0, of: 0) }
  }

  /// Adds an episode so many days after its enrolment, which came back on a day counted from that, or has
  /// not.
  mutating func add(age: Int, back: Int?) {
    enrolled += 1
    for index in windows.indices where windows[index] <= age {
      rates[index].n += 1
      if let back, back <= windows[index] { rates[index].x += 1 }
    }
  }
}

extension Analysis {
  /// Adds an episode to the count of a group.
  func count(_ episode: Int, in group: inout GroupCount) {
    group.add(age: asOf.number - enrolled(episode), back: daysToReturn(episode))
  }
}
