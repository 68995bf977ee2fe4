import Tables

/// The days on which each customer bought, customer by customer and in the order of time.
struct Purchases: Sendable {
  /// Where a customer has fewer purchases than orders, `Purchase.unused` may stand behind them.
  private let all: [Purchase]
  /// The purchases of each customer.
  private let ranges: CustomerRanges
  /// Orders known on the day of the report that are no purchase, by cause.
  let excluded: ExcludedOrders

  /// How many customers there are, buyers or not.
  var customers: Int { ranges.customers }

  /// How many purchases there are.
  var count: Int { ranges.count }

  /// A purchase of a customer.
  @inline(__always)
  subscript(purchase: Int) -> Purchase { all[purchase] }

  /// The purchases of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { ranges.range(customer) }

  /// How many of a customer's purchases are not after a moment.
  func count(of own: Range<Int>, through last: Int64) -> Int {
    var low = own.lowerBound
    var high = own.upperBound
    while low < high {
      let middle = (low + high) / 2
      if all[middle].moment <= last { low = middle + 1 } else { high = middle }
    }
    return low - own.lowerBound
  }

  /// Those of a customer's purchases that are not after a day.
  @inline(__always)
  func through(_ last: Day, _ own: Range<Int>) -> Range<Int> {
    var end = own.upperBound
    while end > own.lowerBound, Int(all[end - 1].day) > last.number { end -= 1 }
    return own.lowerBound..<end
  }

  /// The purchases of all customers.
  ///
  /// They stand where the customer's orders do, nearly every one of which is a purchase: so all cores write
  /// them where they stay.
  init(_ history: History, asOf: Day, definitions: Definitions) {
    let taker = OrderTaker(history, asOf: asOf, definitions: definitions)
    let customers = (0..<taker.rows.customers).stretches(32)
    let rows = customers.map { own in
      own.isEmpty
        ? 0..<0
        : taker.rows.range(own.lowerBound)
          .lowerBound..<taker.rows.range(own.upperBound - 1).upperBound
    }
    let (all, parts) = parallelFill(rows) { index, output in
      var ends: [Int32] = []
      ends.reserveCapacity(customers[index].count)
      var excluded = ExcludedOrders()
      for customer in customers[index] {
        let own = taker.rows.range(customer)
        taker.take(own, to: &output, &excluded)
        let end = rows[index].lowerBound + output.count
        ends.append(Int32(truncatingIfNeeded: end))
        output.append(repeating: .unused, count: own.upperBound - end)
      }
      return (ends, excluded)
    }
    self.all = all
    ranges = CustomerRanges(starts: history.cohort.orders.starts, ends: parts.flatMap(\.0))
    excluded = parts.reduce(into: ExcludedOrders()) { $0.add($1.1) }
  }

  /// The purchases of some customers, who count from 0 in their order here: the first of them is customer 0.
  init(_ history: History, asOf: Day, definitions: Definitions, customers: [Int]) {
    let taker = OrderTaker(history, asOf: asOf, definitions: definitions)
    var starts: [Int32] = [0]
    var excluded = ExcludedOrders()
    all = Array(capacity: customers.reduce(0) { $0 + taker.rows.range($1).count }) { output in
      for customer in customers {
        taker.take(taker.rows.range(customer), to: &output, &excluded)
        starts.append(Int32(truncatingIfNeeded: output.count))
      }
    }
    ranges = CustomerRanges(starts: starts)
    self.excluded = excluded
  }

  /// Revenue less refunds, in millionths: an undated refund has happened; one dated after the report
  /// has not.
  @inline(__always)
  static func net(_ orders: Orders, _ row: Int, asOf: Day) -> Int64 {
    let place = orders.refund[row]
    if place < 0 { return orders.revenue[row] }
    let refund = orders.refunds[Int(place)]
    let hasHappened = refund.day == absent || refund.day <= asOf.number
    return orders.revenue[row] - (hasHappened ? refund.amount : 0)
  }

  /// Whether an order of a status, in lower case, never was.
  static func isDead(_ status: String) -> Bool { deadStatuses.contains(status) }

  private static let deadStatuses: Set<String> = [
    "cancelled", "canceled", "voided", "failed", "pending", "draft", "test",
  ]
}

/// Orders that are no purchase of their own, by cause.
package struct ExcludedOrders: Equatable, Sendable {
  package var afterReport = 0
  package var status = 0
  package var withoutRevenue = 0
  /// Merged with another order of the customer's on that day.
  package var sameDay = 0

  mutating func add(_ others: ExcludedOrders) {
    afterReport += others.afterReport
    status += others.status
    withoutRevenue += others.withoutRevenue
    sameDay += others.sameDay
  }
}

extension Day {
  /// The first second of the day.
  var start: Int64 { Int64(number) * 86_400 }

  /// The last second of the day.
  var end: Int64 { Int64(number) * 86_400 + 86_399 }
}

/// The day that a moment lies in.
@inline(__always)
func dayNumber(_ moment: Int64) -> Int {
  Int(moment >= 0 ? moment / 86_400 : (moment - 86_399) / 86_400)
}
