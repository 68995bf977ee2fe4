/// The clock of the business: moments of a file become seconds on it.
///
/// A moment is the number of seconds from 1970-01-01 00:00 as the wall clock of the business shows
/// them, so that days are whole multiples of 86,400 whatever the zone does.
struct BusinessClock {
  enum DayEdge {
    /// A bare date on a touch, an assignment or a cancellation is the start of its day.
    case start
    /// A bare date on an order is the end of its day, so that a send counts before it.
    case end
  }

  private let zone: TimeZoneRules
  // Rows lie close together in time: the last answer serves nearly all of them.
  private var latest: TimeZoneRules.Stretch
  private var latestDate = LatestDate()

  init(zone: TimeZoneRules) {
    self.zone = zone
    latest = zone.stretch(at: 0)
  }

  /// The moment that a field names, or nil where it is no date and no timestamp.
  mutating func moment(_ text: Span<UInt8>, edge: DayEdge) -> Int64? {
    guard let fields = DateFields(text, &latestDate) else { return nil }
    let midnight = Int64(fields.dayNumber) * 86_400
    switch fields.clock {
    case .none: return edge == .end ? midnight + 86_399 : midnight
    case .local(let second): return midnight + Int64(second)
    case .zoned(let second, let offset):
      let universal = midnight + Int64(second) - Int64(offset)
      if !latest.range.contains(universal) { latest = zone.stretch(at: universal) }
      return universal + Int64(latest.offset)
    }
  }

  /// The day of a moment, also before 1970.
  static func dayNumber(of moment: Int64) -> Int32 {
    Int32(truncatingIfNeeded: moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400)
  }
}
