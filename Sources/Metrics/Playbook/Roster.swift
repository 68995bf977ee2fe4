package import Tables

/// People picked for a reason each, one row a person.
package struct Roster: Sendable {
  /// Somebody, and what for.
  struct Entry: Equatable, Sendable {
    var customer: Int32
    var reference: Reference
    /// As of `value`, or `noAmount`: lists of a million are a quarter shorter without a flag each.
    private var amount: Int64

    init(customer: Int32, reference: Reference, value: Int64? = nil) {
      self.customer = customer
      self.reference = reference
      amount = value ?? noAmount
    }

    /// In millionths of a unit, where it was needed to pick them.
    var value: Int64? {
      get { amount == noAmount ? nil : amount }
      set { amount = newValue ?? noAmount }
    }
  }

  let analysis: Analysis
  var entries: [Entry]
  /// Who would be on it and must not be written to, by cause.
  let leftOut: [Exclusion: Int]

  init(_ analysis: Analysis, _ entries: [Entry], leftOut: [Exclusion: Int] = [:]) {
    self.analysis = analysis
    self.entries = entries
    self.leftOut = leftOut
  }

  /// The currency of its values, where one is named.
  package var currency: String? { analysis.cohort.currency }

  /// How many people are on it.
  package var count: Int { entries.count }

  /// The row at a place, from 0 to before `count`.
  package subscript(index: Int) -> RosterPerson { RosterPerson(analysis, entries[index]) }

  /// What they are worth together, in units.
  package var value: Double { AudienceSize(self).value }

  /// Who is left out, by cause, in an order of its own.
  package var leftOutParts: [Population.Part] { Roster.parts(leftOut) }

  /// Counts by cause in an order of their own.
  static func parts(_ leftOut: [Exclusion: Int]) -> [Population.Part] {
    let causes: [Exclusion] = [
      .unsubscribed, .complained, .heldOut, .erased, .refusedRow, .agedOut, .recentlyCancelled,
    ]
    return causes.compactMap { cause in
      leftOut[cause].map { Population.Part(cause: cause, count: $0) }
    }
  }

  /// Everyone once, with the last of what they are on it for.
  static func people(_ analysis: Analysis, _ cases: [GuardrailFinding.Case]) -> Roster {
    var places: [Int32: Int] = [:]
    var entries: [Entry] = []
    for item in cases {
      let entry = Entry(customer: item.customer, reference: item.reference)
      if let place = places[item.customer] {
        entries[place] = entry
      } else {
        places[item.customer] = entries.count
        entries.append(entry)
      }
    }
    return Roster(analysis, entries)
  }

  /// Those whose points expire first, then those with most of them.
  func firstToExpire() -> Roster {
    let list = analysis.cohort.customerList
    let rows = entries.map { entry -> (entry: Entry, lastDay: Int32, points: Int64, row: Int32) in
      guard case .points(let row) = entry.reference else {
        preconditionFailure("a list of people with points refers to these")
      }
      let day = list.pointsExpireDay[Int(row)]
      return (entry, day == absent ? .max : day, list.points[Int(row)], row)
    }
    var roster = self
    roster.entries = rows.sorted {
      ($0.lastDay, $1.points, $0.row) < ($1.lastDay, $0.points, $1.row)
    }.map(\.entry)
    return roster
  }

  /// Those worth most first, at most so many; equal ones in the order of the list.
  func mostValuable(_ most: Int? = nil) -> Roster {
    let values = entries.map { $0.value ?? analysis.worth($0) }
    let order = stableOrder(values, descending: true)
    var roster = self
    roster.entries = order.prefix(most ?? order.count).map { place in
      var entry = entries[Int(place)]
      entry.value = values[Int(place)]
      return entry
    }
    return roster
  }
}

/// Somebody on a list, and what for.
package struct RosterPerson: Equatable, Sendable {
  /// What somebody is on a list for.
  package enum Reason: Equatable, Sendable {
    /// A message; the days since the last purchase before it, where there was one.
    case touch(campaign: String, channel: String, Day, silentDays: Int?)
    case lapse(since: Day, enrolled: Day?, reason: String)
    case cancellation(Day, reason: String)
    case order(Day, code: String)
    /// What lies in it, in units.
    case cart(Day, value: Double)
    case points(Double, expire: Day?)
    case trial(ended: Day)
    /// Never bought, and without a trial.
    case neverPaid
  }

  /// The customer id as the files have it.
  package var id: String
  package var reason: Reason
  /// The segment as spelled.
  package var segment: String
  /// Purchases up to the day of the report.
  package var orders: Int
  package var lastPurchase: Day?
  /// The customer file's value, else net revenue of the twelve months before the lapse, or before the
  /// day of the report; in units.
  package var value: Double
}

extension RosterPerson {
  init(_ analysis: Analysis, _ entry: Roster.Entry) {
    let customer = Int(entry.customer)
    let own = analysis.purchases.range(customer)
    id = analysis.cohort.customers[entry.customer]
    reason = analysis.reason(entry.reference)
    segment = analysis.cohort.segments.words[analysis.segment(of: customer)]
    orders = own.count
    lastPurchase = own.last.map { Day(analysis.purchases[$0].day) }
    value = Amount.units(entry.value ?? analysis.worth(entry))
  }
}

extension Analysis {
  /// The segment of a customer today: that of the last lapse, else the customer file's.
  func segment(of customer: Int) -> Int32 {
    if let episode = episodes(of: customer).last { return segment(ofLapse: episode) }
    guard let row = listedRow(customer), cohort.customerList.segment[row] != 0 else {
      return Segment.none
    }
    return cohort.customerList.segment[row]
  }

  /// What somebody on a list is worth, in millionths of a unit.
  func worth(_ entry: Roster.Entry) -> Int64 {
    let customer = Int(entry.customer)
    if let value = listedRow(customer).map({ cohort.customerList.value[$0] }), value != noAmount {
      return value
    }
    if let episode = episodes(of: customer).last, episodes.isOpen(episode) {
      return valueBefore(episode)
    }
    let first = asOf.adding(months: -12).number
    return purchases.range(customer).reduce(0) {
      $0 + (Int(purchases[$1].day) >= first ? purchases[$1].net : 0)
    }
  }

  /// What a row of the columns says of why somebody is on a list.
  func reason(_ reference: Reference) -> RosterPerson.Reason {
    switch reference {
    case .touch(let row): return touchReason(Int(row))
    case .episode(let episode):
      let episode = Int(episode)
      return .lapse(
        since: Day(episodes.start[episode]),
        enrolled: episodes.isEnrolled(episode) ? Day(episodes.enrolled[episode]) : nil,
        reason: cohort.cancellations.reasons.words[episodes.reason[episode]])
    case .cancellation(let row):
      let reason = max(cohort.cancellations.reason[Int(row)], Reason.unknown)
      return .cancellation(
        Day(cohort.cancellations.day[Int(row)]), reason: cohort.cancellations.reasons.words[reason])
    case .order(let row):
      return .order(
        Day(dayNumber(cohort.orders.moment[Int(row)])),
        code: cohort.orders.codes.words[cohort.orders.code(Int(row))])
    case .cart(let row):
      return .cart(
        Day(dayNumber(cohort.carts.moment[Int(row)])),
        value: Amount.units(cohort.carts.value[Int(row)]))
    case .points(let row):
      let day = cohort.customerList.pointsExpireDay[Int(row)]
      return .points(
        Amount.units(cohort.customerList.points[Int(row)]), expire: day == absent ? nil : Day(day))
    case .trial(let row):
      let day = cohort.customerList.trialEndedDay[Int(row)]
      return day == absent ? .neverPaid : .trial(ended: Day(day))
    case .free: return .neverPaid
    }
  }

  private func touchReason(_ row: Int) -> RosterPerson.Reason {
    let touches = cohort.touches
    let own = purchases.range(log.customer(of: row))
    let before = purchases.count(of: own, through: touches.moment[row] - 1)
    let last = before > 0 ? Int(purchases[own.lowerBound + before - 1].day) : nil
    return .touch(
      campaign: touches.campaigns.words[touches.campaign(row)],
      channel: cohort.channels.words[touches.channel(row)], Day(touchDay(row)),
      silentDays: last.map { touchDay(row) - $0 })
  }
}
