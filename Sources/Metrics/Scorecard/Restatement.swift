import Tables

extension Analysis {
  /// What each mature month's rate within the window was on the day it matured, by month.
  ///
  /// A report keeps the threshold of its own day for all months, and refunds arrive late: either can
  /// restate a month.
  func ratesWhenMatured(_ months: [Month]) -> [Month: Proportion] {
    let mature = months.filter { isMature($0, definitions.window) }
    guard let first = mature.first, let last = mature.last else { return [:] }
    let seen = customersSeen(in: MonthSpan(last.number - first.number + 1, endingWith: last))
    let days = mature.map { ($0.last + definitions.window).number }
    let gaps = gapsCompleted(by: days)
    let undone = undoneRows()
    let rates = parallelMap(mature.count) { index in
      self.rateWhenMatured(
        mature[index], seen[mature[index].number - first.number], gaps: gaps[index], undone: undone)
    }
    return Dictionary(uniqueKeysWithValues: zip(mature, rates))
  }

  /// Looks again at the customers whom anything could have enrolled in the month; `gaps` are those of
  /// today's purchases up to the day on which it matured.
  private func rateWhenMatured(
    _ month: Month, _ customers: [Int], gaps: GapCounts, undone: [Int]
  ) -> Proportion {
    let day = month.last + definitions.window
    // On that very day nothing has had time to change.
    if day == asOf { return self.rate(treatedByMonth[month] ?? [], within: definitions.window) }
    let rows = undone.filter { row in
      let refund = cohort.orders.refunds[Int(cohort.orders.refund[row])]
      return Int(refund.day) > day.number && cohort.orders.moment[row] <= day.end
    }
    // Rows stand in the order of customers.
    var restored: [Int] = []
    for customer in rows.lazy.map(history.orders.customer(of:)) where restored.last != customer {
      restored.append(customer)
    }
    var isRestored = [Bool](repeating: false, count: cohort.customers.count)
    for customer in restored { isRestored[customer] = true }
    // Refunds that came later leave these customers other purchases than they had.
    let former = Purchases(history, asOf: day, definitions: definitions, customers: restored)
    var gaps = gaps
    for customer in restored {
      gaps.change(purchases, of: customer, completedBy: day.number, by: -1)
      gaps.change(former, of: customer, completedBy: day.number, by: 1)
    }
    let lapsedAfter = Lapse.threshold(definitions, gaps).0
    func rate(_ purchases: Purchases, _ customers: [Int]) -> Proportion {
      EpisodeFinder(
        history, definitions: definitions, asOf: day, purchases: purchases,
        lapsedAfter: lapsedAfter
      ).find(customers).episodes.rate(
        enrolledIn: month, within: definitions.window)
    }
    let changed = rate(former, customers.filter { isRestored[$0] })
    if Lapse.silence(lapsedAfter) == Lapse.silence(lapse.lapsedAfter) {
      // All others lapsed, were enrolled and came back on the days that today's report has.
      let others = (treatedByMonth[month] ?? []).filter {
        !isRestored[Int(episodes.customer[$0])]
      }
      return self.rate(others, within: definitions.window) + changed
    }
    return rate(purchases, customers.filter { !isRestored[$0] }) + changed
  }

  /// The orders of which a dated refund leaves nothing, or makes something.
  private func undoneRows() -> [Int] {
    let orders = cohort.orders
    return (0..<orders.count).filter { row in
      guard orders.refund[row] >= 0 else { return false }
      let refund = orders.refunds[Int(orders.refund[row])]
      return refund.day != absent
        && (orders.revenue[row] > 0) != (orders.revenue[row] > refund.amount)
    }
  }

  /// The gaps that were complete by each of some ascending days.
  private func gapsCompleted(by days: [Int]) -> [GapCounts] {
    guard let last = days.last else { return [] }
    var counts = [GapCounts](repeating: GapCounts(), count: days.count)
    for customer in 0..<purchases.customers {
      // A customer's purchases stand in the order of days, too.
      var index = 0
      for place in purchases.range(customer).dropFirst() where Int(purchases.day[place]) <= last {
        while days[index] < Int(purchases.day[place]) { index += 1 }
        counts[index].add(Int(purchases.day[place] - purchases.day[place - 1]))
      }
    }
    for index in counts.indices.dropFirst() { counts[index].add(counts[index - 1]) }
    return counts
  }

  /// The customers with a touch or an assignment in each month of a span, ascending: an enrolment
  /// needs one.
  private func customersSeen(in span: MonthSpan) -> [[Int]] {
    var seen = [[Int]](repeating: [], count: span.count)
    let days = span.days
    let months = DayTable(days) { $0.month.number - span.from.number }
    func note(_ customer: Int, _ moment: Int64) {
      let day = dayNumber(moment)
      guard days.contains(day) else { return }
      let month = months[day]
      if seen[month].last != customer { seen[month].append(customer) }
    }
    for customer in 0..<cohort.customers.count {
      for row in history.touches.range(customer) { note(customer, cohort.touches.moment[row]) }
      for row in history.assignments.range(customer) {
        note(customer, cohort.assignments.moment[row])
      }
    }
    return seen
  }
}

extension Episodes {
  /// The rate of the treated episodes of a month whose windows have all closed.
  fileprivate func rate(enrolledIn month: Month, within days: Int) -> Proportion {
    let span = MonthSpan(1, endingWith: month).days
    var (back, all) = (0, 0)
    for episode in 0..<count where isEnrolled(episode) && !isHoldout[episode] {
      guard span.contains(Int(enrolled[episode])) else { continue }
      all += 1
      if !isOpen(episode), Int(backDay[episode] - enrolled[episode]) <= days { back += 1 }
    }
    return Proportion(back, of: all)
  }
}
