/// One order, invoice or payment.
struct OrderRow: Row {
  let customer: Int32
  let moment: Moment
  /// What was paid, in cents, after the discount.
  let paid: Int32
  /// In cents.
  var discount: Int32 = 0
  var code: Offer = .none
  /// In cents.
  var refunded: Int32 = 0
  /// Nil where nothing was refunded or nobody wrote down when.
  var refundedAt: Moment? = nil
  var status: OrderStatus = .paid

  static let table = SimulationPlan.Table.orders
  static let header = """
    order_id,customer_id,ordered_at,revenue,discount,discount_code,refunded,refunded_at,\
    status,currency
    """

  func write(to text: inout Text, _ format: RowFormat) {
    text.append(format.model == .shop ? "#" : "INV-")
    text.append(whole: 10_001 + format.number)
    text.comma()
    text.append(customer: Int(customer), format.model)
    text.comma()
    text.append(moment, format.model == .shop ? .local : .universal, format.times)
    text.comma()
    text.append(cents: paid)
    text.comma()
    text.append(cents: discount)
    text.comma()
    text.append(code.label)
    text.comma()
    text.append(cents: refunded)
    text.comma()
    if let refundedAt {
      text.append(refundedAt, format.model == .shop ? .local : .universal, format.times)
    }
    text.comma()
    text.append(status.label)
    text.comma()
    text.append(format.currency)
  }
}

/// How an order ended, in a shop system's words.
enum OrderStatus: UInt8 {
  case paid, partiallyRefunded, refunded, cancelled, pending, failed, test

  /// Whether somebody bought something, even if they sent it back.
  var isSale: Bool { self == .paid || self == .partiallyRefunded || self == .refunded }

  var label: StaticString {
    switch self {
    case .paid: "paid"
    case .partiallyRefunded: "partially_refunded"
    case .refunded: "refunded"
    case .cancelled: "cancelled"
    case .pending: "pending"
    case .failed: "failed"
    case .test: "test"
    }
  }
}
