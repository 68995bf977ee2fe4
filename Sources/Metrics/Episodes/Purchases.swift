import Tables

/// A customer's days with an eligible order, customer by customer and in the order of time.
struct Purchases: Sendable {
  private(set) var day: [Int32] = []
  /// The first eligible order of the day.
  private(set) var moment: [Int64] = []
  /// Revenue less refunds, in millionths.
  private(set) var net: [Int64] = []
  /// Revenue and discount less refunds, in millionths.
  private(set) var gross: [Int64] = []
  /// In millionths.
  private(set) var discount: [Int64] = []
  private(set) var isDiscounted: [Bool] = []
  private var starts: [Int32] = []
  private var ends: [Int32] = []
  /// Orders known on the day of the report that are no purchase, by cause.
  private(set) var excluded = ExcludedOrders()

  /// How many customers there are, buyers or not.
  var customers: Int { starts.count }

  /// The purchases of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> {
    Int(starts[customer])..<Int(ends[customer])
  }

  /// How many of a customer's purchases are not after a moment.
  func count(of own: Range<Int>, through last: Int64) -> Int {
    var low = own.lowerBound
    var high = own.upperBound
    while low < high {
      let middle = (low + high) / 2
      if moment[middle] <= last { low = middle + 1 } else { high = middle }
    }
    return low - own.lowerBound
  }

  /// The purchases up to a day, as long as no refund that happened later undoes one of them.
  func through(_ last: Day) -> Purchases {
    var clipped = self
    for customer in ends.indices {
      var end = Int(ends[customer])
      while end > Int(starts[customer]), Int(day[end - 1]) > last.number { end -= 1 }
      clipped.ends[customer] = Int32(truncatingIfNeeded: end)
    }
    return clipped
  }

  init(_ history: History, asOf: Day, definitions: Definitions) {
    let cohort = history.cohort
    let orders = cohort.orders
    let rows = history.orders
    let isDead = orders.statuses.words.texts.map(Purchases.isDead)
    let isWinback = orders.codes.words.texts.map { definitions.winbackCodes.contains($0) }
    for customer in 0..<cohort.customers.count {
      let first = day.count
      starts.append(Int32(truncatingIfNeeded: first))
      for place in rows.range(customer) {
        let row = Int(rows.rows[place])
        if orders.moment[row] > asOf.end {
          excluded.afterReport += 1
          continue
        }
        if isDead[Int(orders.status[row])] {
          excluded.status += 1
          continue
        }
        let net = Purchases.net(orders, row, asOf: asOf)
        if net <= 0 {
          excluded.withoutRevenue += 1
          continue
        }
        let isOffer =
          definitions.winbackCodes.isEmpty
          ? orders.discount[row] > 0 || orders.code[row] != 0
          : isWinback[Int(orders.code[row])]
        add(
          moment: orders.moment[row], net: net, gross: net + orders.discount[row],
          discount: orders.discount[row], isDiscounted: isOffer, first: first)
      }
      ends.append(Int32(truncatingIfNeeded: day.count))
    }
  }

  /// Adds an order, to the purchase of its day if there is one; orders come in the order of time.
  private mutating func add(
    moment: Int64, net: Int64, gross: Int64, discount: Int64, isDiscounted: Bool, first: Int
  ) {
    let day = Int32(truncatingIfNeeded: dayNumber(moment))
    if let last = self.day.indices.last, last >= first, self.day[last] == day {
      excluded.sameDay += 1
      self.net[last] += net
      self.gross[last] += gross
      self.discount[last] += discount
      self.isDiscounted[last] = self.isDiscounted[last] || isDiscounted
      return
    }
    self.day.append(day)
    self.moment.append(moment)
    self.net.append(net)
    self.gross.append(gross)
    self.discount.append(discount)
    self.isDiscounted.append(isDiscounted)
  }

  /// Revenue less refunds, in millionths: an undated refund has happened; one dated after the report
  /// has not.
  @inline(__always)
  static func net(_ orders: Orders, _ row: Int, asOf: Day) -> Int64 {
    let hasRefund = orders.refundedDay[row] == absent || orders.refundedDay[row] <= asOf.number
    return orders.revenue[row] - (hasRefund ? orders.refunded[row] : 0)
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
