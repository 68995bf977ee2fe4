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
  /// By code of a status, and of a discount code.
  private let isDead: [Bool]
  private let isWinback: [Bool]

  init(_ history: History, asOf: Day, definitions: Definitions) {
    orders = history.cohort.orders
    rows = history.orders
    self.asOf = asOf
    takesAnyDiscount = definitions.winbackCodes.isEmpty
    isDead = orders.statuses.words.texts.map(Purchases.isDead)
    isWinback = orders.codes.words.texts.map { definitions.winbackCodes.contains($0) }
  }

  @inline(__always)
  func order(_ row: Int) -> Order {
    if orders.moment[row] > asOf.end { return .afterReport }
    if isDead[Int(orders.status[row])] { return .dead }
    let net = Purchases.net(orders, row, asOf: asOf)
    if net <= 0 { return .withoutRevenue }
    let isDiscounted =
      takesAnyDiscount
      ? orders.discount[row] > 0 || orders.code[row] != 0 : isWinback[Int(orders.code[row])]
    return .purchase(net: net, isDiscounted: isDiscounted)
  }
}
