import Tables

/// How long customers were silent between purchases, and since the last one.
struct Gaps: Sendable {
  /// Completed gaps, pooled over customers.
  private(set) var all = GapCounts()
  /// Those that were complete three months before the day of the report.
  private(set) var before = GapCounts()
  /// Twice each customer's own median gap: a whole number of days.
  private(set) var doubledMedians = GapCounts()
  /// Completed gaps, and each customer's open one as cut off.
  private(set) var survival = Survival()

  /// The gaps of all customers.
  init(_ purchases: Purchases, asOf: Day) {
    let stretches = (0..<purchases.customers).stretches
    for part in parallelMap(stretches.count, { Gaps(purchases, stretches[$0], asOf: asOf) }) {
      add(part)
    }
  }

  private init(_ purchases: Purchases, _ customers: Range<Int>, asOf: Day) {
    let earlier = asOf.adding(months: -3).number
    var own: [Int] = []
    for customer in customers {
      let range = purchases.range(customer)
      guard let last = range.last else { continue }
      survival.add(day: asOf.number - Int(purchases[last].day), isEvent: false)
      own.removeAll(keepingCapacity: true)
      for purchase in range.dropFirst() {
        let days = Int(purchases[purchase].day - purchases[purchase - 1].day)
        own.append(days)
        all.add(days)
        if Int(purchases[purchase].day) <= earlier { before.add(days) }
        survival.add(day: days, isEvent: true)
      }
      own.sort()
      if let median = median(sorted: own) { doubledMedians.add(Int(2 * median)) }
    }
  }

  private mutating func add(_ others: Gaps) {
    all.add(others.all)
    before.add(others.before)
    doubledMedians.add(others.doubledMedians)
    survival.add(others.survival)
  }
}
