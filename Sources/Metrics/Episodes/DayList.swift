import Tables

/// The days with a row of a table, each once, ascending: there are fewer of them than of rows.
struct DayList: Sendable {
  private(set) var days: [Int] = []

  init(_ cohort: Cohort, _ table: Table) {
    switch table {
    case .orders: self.init(moments: cohort.orders.moment)
    case .touches: self.init(moments: cohort.touches.moment)
    case .assignments: self.init(moments: cohort.assignments.moment)
    case .cancellations: self.init(cohort.cancellations.day)
    case .spend: self.init(cohort.spend.day)
    // It has no dates of its own.
    case .customers: self.init([])
    case .tickets: self.init(moments: cohort.tickets.moment)
    case .carts: self.init(moments: cohort.carts.moment)
    }
  }

  private init(moments: [Int64]) {
    guard let first = moments.min(), let last = moments.max() else { return }
    note(dayNumber(first)...dayNumber(last), moments.lazy.map { dayNumber($0) })
  }

  private init(_ numbers: [Int32]) {
    guard let first = numbers.min(), let last = numbers.max() else { return }
    note(Int(first)...Int(last), numbers.lazy.map { Int($0) })
  }

  @inline(__always)
  private mutating func note(_ span: ClosedRange<Int>, _ rows: some Sequence<Int>) {
    var isSeen = [Bool](repeating: false, count: span.count)
    for day in rows { isSeen[day - span.lowerBound] = true }
    days = span.filter { isSeen[$0 - span.lowerBound] }
  }

  /// Those up to a day.
  func through(_ last: Day) -> [Int] { Array(days.prefix { $0 <= last.number }) }
}
