import Tables

/// Finds the episodes: one merge over each customer's purchases, cancellations, assignments and touches.
struct EpisodeFinder: Sendable {
  private let history: History
  private let definitions: Definitions
  private let asOf: Day
  private let purchases: Purchases
  private let touches: Touches
  private let log: TouchLog
  private let cancelled: Cancelled
  private let assignments: Assignments
  private let assigned: CustomerRanges
  /// As of `Lapse.silence`.
  private let silence: Int?
  private let listed: CustomerList
  private let rule: CreditRule

  /// What was found of some customers. Apart from the finder: what may change is copied to be lent, and columns
  /// are not to be.
  struct Found: Sendable {
    var episodes: [Episode] = []
    var outsideTouches = Outside()
    var outsideAssignments = Outside()
  }

  /// A finder of episodes as they were known on a day; `lapsedAfter` is in days.
  init(
    _ history: History, definitions: Definitions, asOf: Day, purchases: Purchases,
    lapsedAfter: Double?
  ) {
    let cohort = history.cohort
    self.history = history
    self.definitions = definitions
    self.asOf = asOf
    self.purchases = purchases
    touches = cohort.touches
    log = history.touches
    cancelled = history.cancelled
    assignments = cohort.assignments
    assigned = history.assignments
    listed = cohort.customerList
    silence = Lapse.silence(lapsedAfter)
    rule = CreditRule(cohort, definitions)
  }

  /// Finds the episodes of some customers.
  func find(_ customers: some Sequence<Int>) -> Found {
    var found = Found()
    found.episodes.reserveCapacity(customers.underestimatedCount)
    for customer in customers { findEpisodes(of: customer, &found) }
    return found
  }

  /// A stretch between two purchases of a customer, or after the last.
  private struct Stretch {
    var customer: Int
    var purchase: Int
    /// The purchase that ends it, or nil.
    var next: Int?
    /// The moment after which rows belong to it, and the last that does.
    var after: Int64
    var through: Int64

    /// The first moment of an episode that starts on a day of it.
    func first(onDay start: Int) -> Int64 { max(Int64(start) * 86_400, after + 1) }
  }

  private func findEpisodes(of customer: Int, _ found: inout Found) {
    let own = purchases.range(customer)
    let firstEpisode = found.episodes.count
    var touches = log.range(customer, through: asOf, self.touches)
    var assignments = assigned.range(customer, through: asOf.end, self.assignments.moment)
    var cancels = cancelled.range(customer, through: asOf)
    found.outsideTouches.rows += touches.count
    found.outsideAssignments.rows += assignments.count
    var reader = OutsideReader(own: own)
    for purchase in own {
      let stretch = stretch(after: purchase, of: customer, own)
      let cancelsInside = takeCancellations(in: stretch, from: &cancels)
      guard let start = start(of: stretch, cancels: cancelsInside) else { continue }
      let from = stretch.first(onDay: start)
      passTouches(before: from, &touches, reader, &found)
      passAssignments(before: from, &assignments, reader, &found)
      found.episodes.append(
        episode(
          stretch, start: start, cancels: cancelsInside,
          touches: take(through: stretch.through, from: &touches, self.touches.moment),
          assignments: take(
            through: stretch.through, from: &assignments, self.assignments.moment)))
      if let next = stretch.next { reader.lastReturn = next }
    }
    passTouches(before: .max, &touches, reader, &found)
    passAssignments(before: .max, &assignments, reader, &found)
    EpisodeFinder.closeReturns(from: firstEpisode, end: own.upperBound, &found.episodes)
  }

  /// Returns within the window among the treated episodes of some customers that one month enrolled, all of
  /// whose windows have closed; each comes with the places of their purchases.
  ///
  /// The rate of what `find` would find, without the rest of it.
  func rate(
    enrolledIn month: Month, of customers: some Sequence<(customer: Int, purchases: Range<Int>)>
  ) -> Proportion {
    let days = month.span.days
    let (firstMoment, lastMoment) = (month.first.start, month.last.end)
    var rate = Proportion(0, of: 0)
    for (customer, places) in customers {
      let own = purchases.through(asOf, places)
      for purchase in own {
        let stretch = stretch(after: purchase, of: customer, own)
        guard stretch.after <= lastMoment, stretch.through >= firstMoment else { continue }
        var cancels = cancelled.range(customer, through: asOf)
        let cancelsInside = takeCancellations(in: stretch, from: &cancels)
        guard let start = start(of: stretch, cancels: cancelsInside) else { continue }
        let (from, through) = (stretch.first(onDay: start), stretch.through)
        let enrolment = enrolment(
          touches: log.range(customer, from: from, through: through, touches),
          assignments: assigned.range(
            customer, from: from, through: through, assignments.moment))
        guard let enrolment, !enrolment.isHoldout, days.contains(enrolment.day) else { continue }
        rate.n += 1
        if let next = stretch.next,
          Int(purchases[next].day) - enrolment.day <= definitions.window
        {
          rate.x += 1
        }
      }
    }
    return rate
  }

  private func stretch(after purchase: Int, of customer: Int, _ own: Range<Int>) -> Stretch {
    let next = purchase + 1 < own.upperBound ? purchase + 1 : nil
    return Stretch(
      customer: customer, purchase: purchase, next: next,
      after: purchases[purchase].moment,
      through: next.map { purchases[$0].moment } ?? asOf.end)
  }

  /// Counts the touches before an episode as outside.
  private func passTouches(
    before moment: Int64, _ rows: inout Range<Int>, _ reader: OutsideReader, _ found: inout Found
  ) {
    while let row = rows.first, touches.moment[row] < moment {
      found.outsideTouches.add(reader.why(touches.moment[row], purchases))
      rows = (row + 1)..<rows.upperBound
    }
  }

  /// Counts the assignments before an episode as outside.
  private func passAssignments(
    before moment: Int64, _ rows: inout Range<Int>, _ reader: OutsideReader, _ found: inout Found
  ) {
    while let row = rows.first, assignments.moment[row] < moment {
      found.outsideAssignments.add(reader.why(assignments.moment[row], purchases))
      rows = (row + 1)..<rows.upperBound
    }
  }

  /// Takes the rows up to a moment from the front of a customer's.
  private func take(
    through moment: Int64, from rows: inout Range<Int>, _ moments: [Int64]
  ) -> Range<Int> {
    var end = rows.lowerBound
    while end < rows.upperBound, moments[end] <= moment { end += 1 }
    defer { rows = end..<rows.upperBound }
    return rows.lowerBound..<end
  }

  /// Takes the voluntary cancellations from the day of a purchase to before the day of the next.
  private func takeCancellations(in stretch: Stretch, from places: inout Range<Int>)
    -> Range<Int>
  {
    let firstDay = purchases[stretch.purchase].day
    let endDay = stretch.next.map { purchases[$0].day } ?? Int32.max
    var first = places.lowerBound
    while first < places.upperBound, cancelled.day[first] < firstDay { first += 1 }
    var end = first
    while end < places.upperBound, cancelled.day[end] < endDay { end += 1 }
    defer { places = end..<places.upperBound }
    return first..<end
  }

  /// The first lapsed day, or nil where the customer was not lapsed before the stretch ended.
  private func start(of stretch: Stretch, cancels: Range<Int>) -> Int? {
    var start = Int.max
    if let silence { start = Int(purchases[stretch.purchase].day) + silence }
    if let cancel = cancels.first { start = min(start, Int(cancelled.day[cancel])) }
    let end = stretch.next.map { Int(purchases[$0].day) } ?? asOf.number
    return start <= end ? start : nil
  }

  private func episode(
    _ stretch: Stretch, start: Int, cancels: Range<Int>, touches: Range<Int>,
    assignments: Range<Int>
  ) -> Episode {
    let enrolment = enrolment(touches: touches, assignments: assignments)
    let contacts = contacts(touches, enrolment)
    let firstChannel = contacts.first { isTouch($0) }.map { self.touches.channel($0) }
    let credited = enrolment == nil ? nil : stretch.next.flatMap { credit(touches, return: $0) }
    return Episode(
      customer: Int32(stretch.customer), start: Int32(start), last: Int32(stretch.purchase),
      backDay: stretch.next.map { purchases[$0].day } ?? Episodes.none, until: Episodes.none,
      enrolled: enrolment.map { Int32($0.day) } ?? Episodes.none,
      isHoldout: enrolment?.isHoldout ?? false, isAssigned: enrolment?.isAssigned ?? false,
      segment: enrolment.map { segment($0, touches, stretch.customer) } ?? 0,
      reason: reason(cancels, by: enrolment?.day), touchStart: Int32(touches.lowerBound),
      contactEnd: Int32(contacts.upperBound), touchEnd: Int32(touches.upperBound),
      firstChannel: firstChannel ?? Channel.none,
      credited: credited.map { Int32($0) } ?? Episodes.none)
  }

  private struct Enrolment {
    var day: Int
    var isHoldout: Bool
    var isAssigned: Bool
    /// What the row that enrolled names, or 0.
    var segment: Int32
  }

  /// The first touch that is no echo, or the first assignment if its day is no later.
  private func enrolment(touches: Range<Int>, assignments: Range<Int>) -> Enrolment? {
    let sent = touches.first { isTouch($0) && !log.isEcho[$0] }
    let sentDay = sent.map { dayNumber(self.touches.moment[$0]) }
    if let row = assignments.first {
      let day = dayNumber(self.assignments.moment[row])
      if sentDay.map({ day <= $0 }) ?? true {
        return Enrolment(
          day: day, isHoldout: self.assignments.isHoldout[row], isAssigned: true,
          segment: self.assignments.segment[row])
      }
    }
    guard let sent, let sentDay else { return nil }
    return Enrolment(
      day: sentDay, isHoldout: false, isAssigned: false, segment: self.touches.segment(sent))
  }

  /// From what enrolled, else the first touch that names one, else the customer file.
  private func segment(_ enrolment: Enrolment, _ touches: Range<Int>, _ customer: Int) -> Int32 {
    if enrolment.segment != 0 { return enrolment.segment }
    for touch in touches where isTouch(touch) {
      let named = self.touches.segment(touch)
      if named != 0 { return named }
    }
    let row = history.listedRow[customer]
    let segment = row == absent ? 0 : listed.segment[Int(row)]
    return segment == 0 ? Segment.none : segment
  }

  /// The last voluntary cancellation's that was known on the day of enrolment.
  private func reason(_ cancels: Range<Int>, by day: Int?) -> Int32 {
    let known = cancels.last { Int(cancelled.day[$0]) <= day ?? Int.max }
    return known.map { cancelled.reason[$0] } ?? Reason.silent
  }

  /// The touches no later than the end of the window.
  private func contacts(_ touches: Range<Int>, _ enrolment: Enrolment?) -> Range<Int> {
    guard let enrolment else { return touches.lowerBound..<touches.lowerBound }
    let last = Day(enrolment.day + definitions.window).end
    var end = touches.lowerBound
    while end < touches.upperBound, self.touches.moment[end] <= last { end += 1 }
    return touches.lowerBound..<end
  }

  /// The touch that earns a return, or nil where none can.
  private func credit(_ touches: Range<Int>, return back: Int) -> Int? {
    var best: Int?
    for row in touches where rule.isEligible(row, return: Int(purchases[back].day)) {
      if let best, !rule.prevails(row, over: best) { continue }
      best = row
    }
    return best
  }

  private func isTouch(_ row: Int) -> Bool { touches.event(row).isTouch }

  /// A return's purchases end where the customer's next return begins.
  private static func closeReturns(from first: Int, end: Int, _ episodes: inout [Episode]) {
    var until = Int32(end)
    for index in (first..<episodes.count).reversed() where !episodes[index].isOpen {
      episodes[index].until = until
      until = episodes[index].back
    }
  }
}
