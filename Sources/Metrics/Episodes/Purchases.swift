import Tables

/// A customer's days with an eligible order, customer by customer and in the order of time.
struct Purchases: Sendable {
  private(set) var day: [Int32] = []
  /// The second of the day of its first eligible order.
  private var second: [Int32] = []
  /// Revenue less refunds, in millionths.
  private(set) var net: [Int64] = []
  /// In millionths.
  private(set) var discount: [Int64] = []
  private(set) var isDiscounted: [Bool] = []
  /// One more than there are customers: a customer's purchases end where the next one's start.
  private var starts: [Int32] = []
  /// Orders known on the day of the report that are no purchase, by cause.
  private(set) var excluded = ExcludedOrders()

  /// How many customers there are, buyers or not.
  var customers: Int { starts.count - 1 }

  /// Revenue and discount less refunds, in millionths.
  @inline(__always)
  func gross(_ purchase: Int) -> Int64 { net[purchase] + discount[purchase] }

  /// The purchases of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(starts[customer + 1])
  }

  /// When the first eligible order of the day was: seconds from 1970-01-01 00:00 on the business clock.
  @inline(__always)
  func moment(_ purchase: Int) -> Int64 {
    Int64(day[purchase]) * 86_400 + Int64(second[purchase])
  }

  /// How many of a customer's purchases are not after a moment.
  func count(of own: Range<Int>, through last: Int64) -> Int {
    var low = own.lowerBound
    var high = own.upperBound
    while low < high {
      let middle = (low + high) / 2
      if moment(middle) <= last { low = middle + 1 } else { high = middle }
    }
    return low - own.lowerBound
  }

  /// The purchases of a customer up to a day.
  @inline(__always)
  func range(_ customer: Int, through last: Day) -> Range<Int> {
    let all = range(customer)
    var end = all.upperBound
    while end > all.lowerBound, Int(day[end - 1]) > last.number { end -= 1 }
    return all.lowerBound..<end
  }

  /// The purchases of all customers.
  init(_ history: History, asOf: Day, definitions: Definitions) {
    let count = history.cohort.customers.count
    let stretches = (0..<count).stretches(32)
    let taker = OrderTaker(history, asOf: asOf, definitions: definitions)
    var none = Purchases()
    none.starts.reserveCapacity(count + 1)
    // Nearly every order is one; what is not needed of memory is never touched.
    none.reserve(taker.orders.count)
    self = parallelGather(stretches.count, into: none) {
      Purchases(taker, range: stretches[$0])
    } adding: {
      $0.append($1)
    }
    starts.append(Int32(truncatingIfNeeded: day.count))
  }

  private init() {}

  /// The purchases of some customers, ascending; the others have none, and without any there are none to ask
  /// of.
  init(_ history: History, asOf: Day, definitions: Definitions, customers: [Int]) {
    if customers.isEmpty {
      starts = [0]
      return
    }
    let taker = OrderTaker(history, asOf: asOf, definitions: definitions)
    let all = history.cohort.customers.count
    starts.reserveCapacity(all + 1)
    for customer in customers {
      precondition(customer >= starts.count, "customers ascend")
      startCustomers(before: customer + 1)
      take(customer, taker)
    }
    startCustomers(before: all + 1)
  }

  /// What is added next is of a customer after these.
  private mutating func startCustomers(before end: Int) {
    let start = Int32(truncatingIfNeeded: day.count)
    starts.append(contentsOf: repeatElement(start, count: end - starts.count))
  }

  /// The purchases of a stretch of customers, as if there were no others before it.
  private init(_ taker: OrderTaker, range: Range<Int>) {
    starts.reserveCapacity(range.count)
    if let first = range.first, let last = range.last {
      reserve(taker.rows.range(last).upperBound - taker.rows.range(first).lowerBound)
    }
    for customer in range {
      starts.append(Int32(truncatingIfNeeded: day.count))
      take(customer, taker)
    }
  }

  /// Adds the orders of a customer.
  private mutating func take(_ customer: Int, _ taker: OrderTaker) {
    let first = day.count
    for row in taker.rows.range(customer) {
      switch taker.order(row) {
      case .afterReport: excluded.afterReport += 1
      case .dead: excluded.status += 1
      case .withoutRevenue: excluded.withoutRevenue += 1
      case .purchase(let net, let isDiscounted):
        add(
          moment: taker.orders.moment[row], net: net, discount: taker.orders.discount[row],
          isDiscounted: isDiscounted, first: first)
      }
    }
  }

  /// Makes room for as many purchases at once: columns that grow are copied again and again.
  private mutating func reserve(_ count: Int) {
    day.reserveCapacity(count)
    second.reserveCapacity(count)
    net.reserveCapacity(count)
    discount.reserveCapacity(count)
    isDiscounted.reserveCapacity(count)
  }

  /// Adds the purchases of the customers that follow.
  private mutating func append(_ later: Purchases) {
    let offset = Int32(truncatingIfNeeded: day.count)
    starts += later.starts.map { $0 + offset }
    day += later.day
    second += later.second
    net += later.net
    discount += later.discount
    isDiscounted += later.isDiscounted
    excluded.add(later.excluded)
  }

  /// Adds an order, to the purchase of its day if there is one; orders come in the order of time.
  private mutating func add(
    moment: Int64, net: Int64, discount: Int64, isDiscounted: Bool, first: Int
  ) {
    let day = Int32(truncatingIfNeeded: dayNumber(moment))
    if let last = self.day.indices.last, last >= first, self.day[last] == day {
      excluded.sameDay += 1
      self.net[last] += net
      self.discount[last] += discount
      self.isDiscounted[last] = self.isDiscounted[last] || isDiscounted
      return
    }
    self.day.append(day)
    second.append(Int32(truncatingIfNeeded: moment - Int64(day) * 86_400))
    self.net.append(net)
    self.discount.append(discount)
    self.isDiscounted.append(isDiscounted)
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
