import Tables

/// Collects the events of one customer: the one question that goes back to the files.
struct TimelineBuilder {
  let analysis: Analysis
  let customer: Int
  private var found: [Found] = []

  init(_ analysis: Analysis, customer: Int) {
    self.analysis = analysis
    self.customer = customer
  }

  /// What comes first of one moment: what a day begins with, then a message before the order of the
  /// same moment, and last the cancellation after a purchase of its own day.
  enum Rank: Int {
    case cancellation, lapse, assignment, enrolment, touch, order, reactivation
    case cancellationAfterPurchase, lapseAfterPurchase
  }

  private struct Found {
    var place: (Int64, Int)
    var event: Timeline.Event
  }

  /// All events, in order.
  mutating func events() -> [Timeline.Event] {
    addOrders()
    addAssignments()
    addCancellations()
    for episode in analysis.episodes(of: customer) { addEpisode(episode) }
    addTouches()
    // Rows of one moment and kind stay in the order of the files.
    return found.indices.sorted {
      (found[$0].place.0, found[$0].place.1, $0) < (found[$1].place.0, found[$1].place.1, $1)
    }.map { found[$0].event }
  }

  /// Adds an event; `sorted` is the moment at which it stands, where that is another than its own.
  mutating func add(
    _ kind: Timeline.Kind, at moment: Int64, _ rank: Rank, sorted: Int64? = nil
  ) {
    let event = Timeline.Event(moment: moment, day: Day(dayNumber(moment)), kind: kind)
    found.append(Found(place: (sorted ?? moment, rank.rawValue), event: event))
  }

  private mutating func addOrders() {
    let (orders, rows) = (analysis.cohort.orders, analysis.history.orders)
    for row in rows.range(customer) {
      guard orders.moment[row] <= analysis.asOf.end else { break }
      let order = Timeline.Order(
        revenue: Amount.units(Purchases.net(orders, row, asOf: analysis.asOf)),
        discount: Amount.units(orders.discount[row]),
        code: text(orders.codes, orders.code(row)), standing: standing(orders, row))
      add(.order(order), at: orders.moment[row], .order)
    }
  }

  private func standing(_ orders: Orders, _ row: Int) -> Timeline.Standing {
    let status = orders.statuses.words[orders.status(row)]
    if Purchases.isDead(status) { return .deadStatus(status) }
    let own = analysis.purchases.range(customer)
    let day = dayNumber(orders.moment[row])
    if Purchases.net(orders, row, asOf: analysis.asOf) > 0,
      let purchase = own.first(where: { Int(analysis.purchases[$0].day) == day })
    {
      return .purchase(number: purchase - own.lowerBound + 1)
    }
    return orders.revenue[row] > 0 ? .refunded : .free
  }

  private mutating func addAssignments() {
    let (assignments, rows) = (analysis.cohort.assignments, analysis.history.assignments)
    for row in rows.range(customer) {
      guard assignments.moment[row] <= analysis.asOf.end else { break }
      add(
        .assigned(isHoldout: assignments.isHoldout[row]), at: assignments.moment[row], .assignment)
    }
  }

  private mutating func addCancellations() {
    let cancellations = analysis.cohort.cancellations
    for row in analysis.history.cancellations.range(customer)
    where Int(cancellations.day[row]) <= analysis.asOf.number {
      let day = Day(cancellations.day[row])
      let reason = cancellations.reasons.words[max(cancellations.reason[row], Reason.unknown)]
      let purchase = purchase(on: day)
      add(
        .cancelled(reason: reason, isVoluntary: cancellations.isVoluntary[row]), at: day.start,
        purchase == nil ? .cancellation : .cancellationAfterPurchase, sorted: purchase)
    }
  }

  /// The moment of the purchase of a day.
  func purchase(on day: Day) -> Int64? {
    analysis.purchases.range(customer)
      .first { Int(analysis.purchases[$0].day) == day.number }
      .map { analysis.purchases[$0].moment }
  }

  /// A word; nil for the blank one.
  func text(_ words: Words, _ code: Int32) -> String? { code == 0 ? nil : words.words[code] }
}
