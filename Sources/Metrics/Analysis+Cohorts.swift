package import Tables

/// Calendar months in a row.
package struct MonthSpan: Hashable, Sendable {
  package let from: Month
  package let to: Month
  /// The first and the last day.
  let days: ClosedRange<Int>

  /// The `count` months that end with one.
  package init(_ count: Int, endingWith last: Month) {
    from = last - (count - 1)
    to = last
    days = from.first.number...to.last.number
  }

  package var count: Int { to.number - from.number + 1 }

  /// The span of the same length just before.
  package var previous: MonthSpan { MonthSpan(count, endingWith: from - 1) }

  var months: [Month] { (from.number...to.number).map { Month($0) } }
}

extension Month {
  /// The month alone.
  package var span: MonthSpan { MonthSpan(1, endingWith: self) }
}

/// Which episodes a number is taken over, and what of them it asks.
extension Analysis {
  /// The newest month whose closing day, given by `matures`, is not after the day of the report.
  func newest(matures: (Month) -> Day) -> Month {
    var month = asOf.month
    while matures(month) > asOf { month = month - 1 }
    return month
  }

  /// The newest month whose last day is `days` old.
  func newestMature(_ days: Int) -> Month { newest { $0.last + days } }

  /// The newest mature month for the window: what the quarter ends with.
  var head: Month { newestMature(definitions.window) }

  /// Treated episodes enrolled in a span.
  func treated(in span: MonthSpan) -> [Int] { span.months.flatMap { treatedByMonth[$0] ?? [] } }

  /// The same one by one, without a list of them: many ask for those of a year at a time.
  func eachTreated(in span: MonthSpan) -> some Sequence<Int> {
    span.months.lazy.flatMap { self.treatedByMonth[$0] ?? [] }
  }

  /// How many treated episodes were enrolled in a span.
  func treatedCount(in span: MonthSpan) -> Int {
    span.months.reduce(0) { $0 + (treatedByMonth[$1]?.count ?? 0) }
  }

  /// How many of them have had some days.
  func matureCount(in span: MonthSpan, _ days: Int) -> Int {
    span.months.reduce(0) { count, month in
      let own = treatedByMonth[month] ?? []
      return count + (isMature(month, days) ? own.count : own.count { isMature($0, days) })
    }
  }

  /// Held-out episodes enrolled in a span.
  func heldOut(in span: MonthSpan) -> [Int] {
    heldOut.filter { span.days.contains(enrolled($0)) }
  }

  func enrolled(_ episode: Int) -> Int { Int(episodes.enrolled[episode]) }

  /// Whether a window that opened on enrolment has closed.
  func isMature(_ episode: Int, _ days: Int) -> Bool {
    enrolled(episode) + days <= asOf.number
  }

  /// Days from enrolment to the return, or nil.
  func daysToReturn(_ episode: Int) -> Int? {
    let back = episodes.backDay[episode]
    return back == Episodes.none ? nil : Int(back) - enrolled(episode)
  }

  /// Whether the customer came back no more than `days` after enrolment.
  func cameBack(_ episode: Int, within days: Int) -> Bool {
    daysToReturn(episode).map { $0 <= days } ?? false
  }

  /// Returns within some days among the episodes whose days are over.
  func rate(_ episodes: some Sequence<Int>, within days: Int) -> Proportion {
    var (x, n) = (0, 0)
    for episode in episodes where isMature(episode, days) {
      n += 1
      if cameBack(episode, within: days) { x += 1 }
    }
    return Proportion(x, of: n)
  }

  /// The same of the treated episodes of a span.
  func rate(in span: MonthSpan, within days: Int) -> Proportion {
    // Later returns are not kept apart.
    if days > definitions.window { return rate(eachTreated(in: span), within: days) }
    return Proportion(
      wonBack(in: span).count { $0.days <= days && isMature($0.episode, days) },
      of: matureCount(in: span, days))
  }

  /// Whether a month's episodes have all had their days.
  func isMature(_ month: Month, _ days: Int) -> Bool { month.last + days <= asOf }

  /// The purchases from a return to the end of its window, by default the configured one, or to the
  /// customer's next return.
  func purchases(ofReturn episode: Int, within days: Int? = nil) -> Range<Int> {
    guard !episodes.isOpen(episode) else { return 0..<0 }
    let last = enrolled(episode) + (days ?? definitions.window)
    let first = episodes.back(episode)
    var end = first
    while end < Int(episodes.until[episode]), Int(purchases[end].day) <= last { end += 1 }
    return first..<end
  }
}
