import Tables

extension Analysis {
  /// What each mature month's rate within the window was on the day it matured, by month.
  ///
  /// A report keeps the threshold of its own day for all months, and refunds arrive late: either can
  /// restate a month.
  func ratesWhenMatured(_ months: [Month]) -> [Month: Proportion] {
    let mature = months.filter { isMature($0, definitions.window) }
    let seen = customersSeen(in: mature)
    return Dictionary(
      uniqueKeysWithValues: mature.map { ($0, rateWhenMatured($0, seen[$0] ?? [])) })
  }

  /// Looks again at the customers whom anything could have enrolled in the month.
  private func rateWhenMatured(_ month: Month, _ customers: Set<Int>) -> Proportion {
    let day = month.last + definitions.window
    // On that very day nothing has had time to change.
    if day == asOf { return rate(treatedByMonth[month] ?? [], within: definitions.window) }
    let purchases =
      isUndone(after: day)
      ? Purchases(history, asOf: day, definitions: definitions) : purchases.through(day)
    let finder = EpisodeFinder(
      history, definitions: definitions, asOf: day, purchases: purchases,
      lapsedAfter: Lapse.threshold(definitions, GapCounts(purchases)).0,
      log: history.touches.through(day, cohort.touches),
      cancelled: history.cancelled.through(day), customers: customers.sorted())
    return finder.episodes.rate(
      enrolledIn: month, within: definitions.window, purchases: purchases)
  }

  /// Whether a refund after a day leaves nothing of an order that was a purchase on it.
  private func isUndone(after day: Day) -> Bool {
    let orders = cohort.orders
    return (0..<orders.count).contains { row in
      Int(orders.refundedDay[row]) > day.number && orders.moment[row] <= day.end
        && orders.revenue[row] <= orders.refunded[row]
    }
  }

  /// The customers with a touch or an assignment in each of some months: an enrolment needs one.
  private func customersSeen(in months: [Month]) -> [Month: Set<Int>] {
    var seen: [Month: Set<Int>] = [:]
    guard let first = months.first?.first, let last = months.last?.last else { return [:] }
    for (customers, moments) in [
      (cohort.touches.customer, cohort.touches.moment),
      (cohort.assignments.customer, cohort.assignments.moment),
    ] {
      for row in moments.indices where (first.start...last.end).contains(moments[row]) {
        seen[Day(dayNumber(moments[row])).month, default: []].insert(Int(customers[row]))
      }
    }
    return seen
  }
}

extension Episodes {
  /// The rate of the treated episodes of a month whose windows have all closed.
  fileprivate func rate(enrolledIn month: Month, within days: Int, purchases: Purchases)
    -> Proportion
  {
    let span = MonthSpan(1, endingWith: month).days
    var rate = Proportion(0, of: 0)
    for episode in 0..<count where isEnrolled(episode) && !isHoldout[episode] {
      guard span.contains(Int(enrolled[episode])) else { continue }
      let isBack =
        !isOpen(episode)
        && Int(purchases.day[Int(back[episode])] - enrolled[episode]) <= days
      rate = rate + Proportion(isBack ? 1 : 0, of: 1)
    }
    return rate
  }
}
