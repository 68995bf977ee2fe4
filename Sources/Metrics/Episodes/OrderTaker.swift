import Tables

/// Says of each order whether it is a purchase, and what it brought.
struct OrderTaker {
  enum Order {
    case purchase(net: Int64, isDiscounted: Bool)
    case afterReport, dead, withoutRevenue
  }

  let orders: Orders
  let rows: CustomerRanges
  private let asOf: Day
  private let takesAnyDiscount: Bool
  /// By kind of order: whether it never was, and whether its code makes it a discounted one.
  private let isDead: [Bool]
  private let isDiscounted: [Bool]

  init(_ history: History, asOf: Day, definitions: Definitions) {
    orders = history.cohort.orders
    rows = history.orders
    self.asOf = asOf
    takesAnyDiscount = definitions.winbackCodes.isEmpty
    let isDead = orders.statuses.words.texts.map(Purchases.isDead)
    let isWinback = orders.codes.words.texts.map { definitions.winbackCodes.contains($0) }
    self.isDead = orders.kinds.map { isDead[Int($0.status)] }
    isDiscounted = orders.kinds.map { [takesAnyDiscount] kind in
      takesAnyDiscount ? kind.code != 0 : isWinback[Int(kind.code)]
    }
  }

  /// Adds the purchases of a customer with such orders, which stand in the order of time.
  func take(
    _ own: Range<Int>, to purchases: inout OutputSpan<Purchase>, _ excluded: inout ExcludedOrders
  ) {
    let first = purchases.count
    for row in own {
      switch order(row) {
      case .afterReport: excluded.afterReport += 1
      case .dead: excluded.status += 1
      case .withoutRevenue: excluded.withoutRevenue += 1
      case .purchase(let net, let isDiscounted):
        let (moment, discount) = (orders.moment[row], orders.discount[row])
        let day = dayNumber(moment)
        let last = purchases.count - 1
        if last >= first, Int(purchases[last].day) == day {
          excluded.sameDay += 1
          purchases[last].net += net
          purchases[last].discount += discount
          if isDiscounted { purchases[last].isDiscounted = true }
          continue
        }
        purchases.append(
          Purchase(
            day: Int32(truncatingIfNeeded: day), second: Int(moment - Int64(day) * 86_400),
            net: net, discount: discount, isDiscounted: isDiscounted))
      }
    }
  }

  @inline(__always)
  func order(_ row: Int) -> Order {
    if orders.moment[row] > asOf.end { return .afterReport }
    let kind = Int(orders.kind[row])
    if isDead[kind] { return .dead }
    let net = Purchases.net(orders, row, asOf: asOf)
    if net <= 0 { return .withoutRevenue }
    let isDiscounted = isDiscounted[kind] || takesAnyDiscount && orders.discount[row] > 0
    return .purchase(net: net, isDiscounted: isDiscounted)
  }
}
