import Tables

extension Analysis {
  /// What each mature month's rate within the window was on the day it matured, by month.
  ///
  /// A report keeps the threshold of its own day for all months, and refunds arrive late: either can
  /// restate a month.
  func ratesWhenMatured(_ months: [Month]) -> [Month: Proportion] {
    let mature = months.filter { isMature($0, definitions.window) }
    let days = mature.map { ($0.last + definitions.window).number }
    let gaps = gapsCompleted(by: days)
    let undone = undoneOrders()
    let seen = Once<[Month: [Int]]>()
    let rates = parallelMap(mature.count) { index in
      self.rateWhenMatured(mature[index], gaps: gaps[index], undone: undone) {
        seen.value { self.customersSeen(in: mature) }[mature[index]] ?? []
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(mature, rates))
  }

  /// `gaps` are those of today's purchases up to the day on which the month matured; `seen` are the customers
  /// whom anything could have enrolled in it.
  private func rateWhenMatured(
    _ month: Month, gaps: GapCounts, undone: [UndoneOrder], seen: () -> [Int]
  ) -> Proportion {
    let own = treatedByMonth[month] ?? []
    let day = month.last + definitions.window
    // On that very day nothing has had time to change.
    if day == asOf { return self.rate(own, within: definitions.window) }
    // Refunds that came later leave these customers other purchases than they had.
    var restored: [Int] = []
    for order in undone where Int(order.day) > day.number && order.moment <= day.end {
      if restored.last != order.customer { restored.append(order.customer) }
    }
    let former = Purchases(history, asOf: day, definitions: definitions, customers: restored)
    var gaps = gaps
    for (index, customer) in restored.enumerated() {
      gaps.change(purchases, purchases.range(customer), completedBy: day.number, by: -1)
      gaps.change(former, former.range(index), completedBy: day.number, by: 1)
    }
    let lapsedAfter = Lapse.threshold(definitions, gaps).0
    func rate(
      _ purchases: Purchases, _ customers: some Sequence<(customer: Int, purchases: Range<Int>)>
    ) -> Proportion {
      EpisodeFinder(
        history, definitions: definitions, asOf: day, purchases: purchases,
        lapsedAfter: lapsedAfter
      ).rate(enrolledIn: month, of: customers)
    }
    let changed = rate(former, restored.indices.lazy.map { (restored[$0], former.range($0)) })
    if Lapse.silence(lapsedAfter) == Lapse.silence(lapse.lapsedAfter) {
      // All others lapsed, were enrolled and came back on the days that today's report has.
      let others = own.without(restored) { Int(self.episodes.customer[$0]) }
      return self.rate(others, within: definitions.window) + changed
    }
    let others = seen().without(restored) { $0 }
    return rate(purchases, others.lazy.map { ($0, self.purchases.range($0)) }) + changed
  }

  /// An order of which a dated refund leaves nothing, or makes something.
  private struct UndoneOrder {
    var customer: Int
    var moment: Int64
    /// Of the refund.
    var day: Int32
  }

  /// All of them, in the order of customers.
  private func undoneOrders() -> [UndoneOrder] {
    let orders = cohort.orders
    var undone: [UndoneOrder] = []
    var customer = 0
    for row in 0..<orders.count where orders.refund[row] >= 0 {
      let refund = orders.refunds[Int(orders.refund[row])]
      let isBought = orders.revenue[row] > 0
      guard refund.day != absent, isBought != (orders.revenue[row] > refund.amount) else {
        continue
      }
      // Rows stand in the order of customers.
      while history.orders.range(customer).upperBound <= row { customer += 1 }
      undone.append(UndoneOrder(customer: customer, moment: orders.moment[row], day: refund.day))
    }
    return undone
  }

  /// The gaps that were complete by each of some ascending days.
  private func gapsCompleted(by days: [Int]) -> [GapCounts] {
    guard let last = days.last else { return [] }
    var counts = [GapCounts](repeating: GapCounts(), count: days.count)
    for customer in 0..<purchases.customers {
      // A customer's purchases stand in the order of days, too.
      var index = 0
      for place in purchases.range(customer).dropFirst() where Int(purchases[place].day) <= last {
        while days[index] < Int(purchases[place].day) { index += 1 }
        counts[index].add(Int(purchases[place].day - purchases[place - 1].day))
      }
    }
    for index in counts.indices.dropFirst() { counts[index].add(counts[index - 1]) }
    return counts
  }

  /// The customers with a touch or an assignment in each of some ascending months, ascending: an enrolment
  /// needs one.
  private func customersSeen(in months: [Month]) -> [Month: [Int]] {
    guard let first = months.first, let last = months.last else { return [:] }
    let span = MonthSpan(last.number - first.number + 1, endingWith: last)
    var seen = [[Int]](repeating: [], count: span.count)
    let days = span.days
    let places = DayTable(days) { $0.month.number - first.number }
    func note(_ customer: Int, _ moment: Int64) {
      let day = dayNumber(moment)
      guard days.contains(day) else { return }
      let place = places[day]
      if seen[place].last != customer { seen[place].append(customer) }
    }
    for customer in 0..<cohort.customers.count {
      for row in history.touches.range(customer) { note(customer, cohort.touches.moment[row]) }
      for row in history.assignments.range(customer) {
        note(customer, cohort.assignments.moment[row])
      }
    }
    return Dictionary(uniqueKeysWithValues: zip(span.months, seen))
  }
}

extension [Int] {
  /// Those that are of none of some customers; both stand in the order of customers.
  fileprivate func without(_ customers: [Int], of customer: (Int) -> Int) -> [Int] {
    var left = customers[...]
    return filter { element in
      let own = customer(element)
      while let next = left.first, next < own { left.removeFirst() }
      return left.first != own
    }
  }
}
