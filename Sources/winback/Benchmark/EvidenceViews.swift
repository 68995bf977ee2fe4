import Dashboard
import Tables

/// A cohort as it is seen from several days, each worked out once: the same days come again and again.
final class EvidenceViews {
  /// As it was read.
  let newest: Evidence
  private var days: [Day: Evidence] = [:]

  /// Nothing but what was read.
  init(_ newest: Evidence) { self.newest = newest }

  /// What is known on a day.
  func evidence(from day: Day) -> Evidence {
    if let known = days[day] { return known }
    let found = newest.at(day)
    days[day] = found
    return found
  }
}
