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
