/// When a time zone's clock was and will be ahead of UTC, and by how much.
///
/// Read from the system's zone files (TZif, RFC 8536): the transitions listed there, and after the
/// last of them the rule in the file's footer.
package struct TimeZoneRules: Sendable {
  /// A stretch of UTC seconds with one offset.
  struct Stretch: Equatable {
    var range: Range<Int64>
    /// Seconds ahead of UTC.
    var offset: Int32
  }

  let name: String
  /// UTC seconds at which the offset changes, ascending.
  let transitions: [Int64]
  /// `offsets[i]` holds from `transitions[i - 1]` to `transitions[i]`, in seconds ahead of UTC.
  let offsets: [Int32]
  /// What holds after the last transition, where the file says so.
  let footer: PosixZone?

  /// Coordinated Universal Time: what a folder without a `timezone` uses.
  package static let utc = TimeZoneRules(
    name: "UTC", transitions: [], offsets: [0], footer: nil)

  /// The day that a second after 1970-01-01 00:00 UTC lies in.
  package func day(ofUniversalSecond second: Int64) -> Day {
    Day(BusinessClock.dayNumber(of: second + Int64(stretch(at: second).offset)))
  }

  /// The stretch that a UTC second lies in.
  func stretch(at second: Int64) -> Stretch {
    // How many transitions are not after the second.
    var low = 0
    var high = transitions.count
    while low < high {
      let middle = (low + high) / 2
      if transitions[middle] <= second { low = middle + 1 } else { high = middle }
    }
    if low == transitions.count, let footer {
      let ruled = footer.stretch(at: second)
      let from = max(ruled.range.lowerBound, transitions.last ?? .min)
      return Stretch(range: from..<ruled.range.upperBound, offset: ruled.offset)
    }
    let from = low == 0 ? Int64.min : transitions[low - 1]
    let to = low == transitions.count ? Int64.max : transitions[low]
    return Stretch(range: from..<to, offset: offsets[low])
  }
}
