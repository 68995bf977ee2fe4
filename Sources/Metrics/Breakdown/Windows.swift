/// Windows that open on enrolment, and what can become of an episode within them.
///
/// Of windows by length, an outcome says how many have closed and how many were over before the return: one
/// small number an episode serves every table that it is counted in.
struct Windows {
  /// In days, as they are asked for.
  private let days: [Int]
  /// The same without repetition, the shortest first.
  private let ascending: [Int]

  init(_ days: [Int]) {
    self.days = days
    ascending = Set(days).sorted()
    precondition(outcomes <= Int(UInt8.max), "an outcome is a byte")
  }

  /// How many outcomes there are.
  var outcomes: Int { (ascending.count + 1) * (ascending.count + 1) }

  /// What became of an episode so many days after its enrolment, which came back on a day counted from that,
  /// or has not.
  @inline(__always)
  func outcome(age: Int, back: Int?) -> UInt8 {
    var (closed, missed) = (0, 0)
    for window in ascending {
      if window <= age { closed += 1 }
      if window < back ?? Int.max { missed += 1 }
    }
    return UInt8(truncatingIfNeeded: closed * (ascending.count + 1) + missed)
  }

  /// The rates within each window as they were asked for, of episodes counted by outcome.
  func rates(_ counts: ArraySlice<Int>) -> [Proportion] {
    days.map { window in
      let place = ascending.firstIndex(of: window) ?? 0
      var (x, n) = (0, 0)
      for (outcome, count) in counts.enumerated() {
        let (closed, missed) = outcome.quotientAndRemainder(dividingBy: ascending.count + 1)
        if closed > place { n += count }
        if closed > place, missed <= place { x += count }
      }
      return Proportion(x, of: n)
    }
  }
}
