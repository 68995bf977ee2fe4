package import Tables

/// Something about the files that makes numbers doubtful, though every row could be read.
package enum Suspicion: Equatable, Sendable {
  /// The newest order is over three usual gaps before the day of the report: windows that closed since
  /// look emptier than they were.
  case ordersEnd(Day, days: Int)
  /// The table's newest row is over three of its usual gaps before the day of the report.
  case stale(Table, newest: Day, days: Int, usual: Double)
  /// The newest order stands alone after a silence longer than any before: a mistyped date moves the
  /// day of the whole report.
  case isolatedNewestDay(Day, previous: Day)
  /// Over one in twenty touches or assignments lie in no episode; half the runs of touches start by
  /// `trigger` days of silence.
  case outside(Table, Outside, trigger: Int?)
  /// Orders whose discount is below zero: what was taken off is written without a sign.
  case negativeDiscounts(Int)
  /// At least one in a thousand rows of a table was refused.
  case refused(Table, Proportion)
  /// Two files of a table hold the same bytes: every row counts twice.
  case sameFile(Table, String, String)
  /// Months with enrolments and without a spend row, while others have one: return reads too high.
  case spendGap(months: Int, of: MonthSpan)
  /// So many people were assigned and treated, there is a file of touches, and it has no touch by the day
  /// of the report: what they were sent is unknown, not nothing.
  case noTouches(treated: Int)
  /// A configured column name that no file of the table has.
  case columnNotFound(Table, column: String, name: String)
}

extension Analysis {
  /// What is suspicious about the files.
  func suspicions(_ options: ReadingOptions) -> [Suspicion] {
    var found: [Suspicion] = []
    if let isolated = isolatedNewestDay() { found.append(isolated) }
    found += Table.allCases.compactMap(staleness)
    found += Table.allCases.compactMap(refusals)
    let treated = treatedByMonth.values.reduce(0) { $0 + $1.count }
    if cohort.has(.touches), treated > 0, log.count == 0 {
      found.append(.noTouches(treated: treated))
    }
    found += cohort.twins.map { .sameFile($0.table, $0.first, $0.second) }
    if let gap = spendGap() { found.append(gap) }
    let negative = (0..<cohort.orders.count).count {
      cohort.orders.discount[$0] < 0 && cohort.orders.moment[$0] <= asOf.end
    }
    if negative > 0 { found.append(.negativeDiscounts(negative)) }
    if outsideTouches.isNotable {
      let trigger = isThresholdToBlame ? impliedTrigger() : nil
      found.append(.outside(.touches, outsideTouches, trigger: trigger))
    }
    if outsideAssignments.isNotable {
      found.append(.outside(.assignments, outsideAssignments, trigger: nil))
    }
    return found + missingColumns(options)
  }

  /// Whether a shorter threshold would take most of what lies outside: not where silence is no lapse,
  /// where the threshold is too short already, or where the people never bought.
  private var isThresholdToBlame: Bool {
    lapse.lapsedAfter != nil && definitions.model == .shop && !uncontacted().isImplausible
      && outsideTouches.notLapsed * 2 > outsideTouches.count
  }

  private func spendGap() -> Suspicion? {
    let paid = Set(spendRows.map { Day(cohort.spend.day[$0]).month })
    let enrolling = year.months.filter { treatedByMonth[$0] != nil }
    let missing = enrolling.filter { !paid.contains($0) }
    guard !missing.isEmpty, missing.count < enrolling.count else { return nil }
    return .spendGap(months: missing.count, of: year)
  }

  private func isolatedNewestDay() -> Suspicion? {
    let days = days(of: .orders)
    guard days.count >= 4 else { return nil }
    let gaps = zip(days.dropFirst(), days).map { $0 - $1 }
    let before = gaps.dropLast()
    guard let newest = gaps.last, let usual = median(sorted: before.sorted()),
      let longest = before.max(), Double(newest) > 3 * usual, newest > longest
    else { return nil }
    return .isolatedNewestDay(Day(days[days.count - 1]), previous: Day(days[days.count - 2]))
  }

  private func staleness(_ table: Table) -> Suspicion? {
    guard let age = age(of: table), age.inGaps > 3 else { return nil }
    return table == .orders
      ? .ordersEnd(age.newest, days: age.days)
      : .stale(table, newest: age.newest, days: age.days, usual: age.usual)
  }

  /// How far the newest row of a table lies back, against the usual gap between days with rows; nil
  /// where there are too few days to know one.
  func age(of table: Table) -> TableAge? {
    let days = days(of: table)
    let gaps = zip(days.dropFirst(), days).map { $0 - $1 }
    guard let last = days.last, let usual = median(sorted: gaps.sorted()) else { return nil }
    // Spend by the month is dated the month's first and covers all of it.
    let isMonthly = table == .spend && days.allSatisfy { Day($0).civil.day == 1 }
    let newest = isMonthly ? min(Day(last).month.last, asOf) : Day(last)
    return TableAge(newest: newest, days: asOf - newest, usual: usual)
  }

  private func refusals(_ table: Table) -> Suspicion? {
    let refused = cohort.findings.count(in: table)
    let rows = cohort.rowCount(table)
    guard refused > 0, refused * 1000 >= rows else { return nil }
    return .refused(table, Proportion(refused, of: rows))
  }

  /// The median of the days since the last purchase at the first touch after each purchase.
  private func impliedTrigger() -> Int? {
    var days: [Int] = []
    for customer in 0..<cohort.customers.count {
      let own = purchases.range(customer)
      var run: Int?
      var purchase = own.lowerBound
      for row in log.range(customer) {
        guard cohort.touches.event(row).isTouch else { continue }
        while purchase < own.upperBound,
          purchases[purchase].moment <= cohort.touches.moment[row]
        {
          purchase += 1
        }
        if purchase == own.lowerBound || purchase == run { continue }
        run = purchase
        days.append(
          dayNumber(cohort.touches.moment[row]) - Int(purchases[purchase - 1].day))
      }
    }
    return median(sorted: days.sorted()).map { Int($0) }
  }

  private func missingColumns(_ options: ReadingOptions) -> [Suspicion] {
    Table.allCases.filter(cohort.has).flatMap { table in
      (options.columnNames[table] ?? [:]).sorted { $0.key < $1.key }
        .filter { !cohort.has($0.key, in: table) }
        .map { .columnNotFound(table, column: $0.key, name: $0.value) }
    }
  }
}

/// How far the newest row of a table lies back.
struct TableAge {
  var newest: Day
  /// From the newest row to the day of the report.
  var days: Int
  /// The median gap between days with rows, at least 1.
  var usual: Double

  /// The age in usual gaps.
  var inGaps: Double { Double(days) / usual }
}
