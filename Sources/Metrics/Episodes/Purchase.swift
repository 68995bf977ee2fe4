/// A day on which a customer bought: all that the customer ordered on it, as one.
///
/// One place of memory to be fetched, where five columns were five: what is asked of a purchase is mostly more
/// than one thing.
struct Purchase: Sendable {
  /// Revenue less refunds, in millionths.
  var net: Int64
  /// In millionths.
  var discount: Int64
  let day: Int32
  /// Twice the second of the day, and 1 more where it was discounted: a flag of its own would take eight bytes.
  private var clock: UInt32

  /// `second` is that of the day's first eligible order.
  init(day: Int32, second: Int, net: Int64, discount: Int64, isDiscounted: Bool) {
    self.net = net
    self.discount = discount
    self.day = day
    clock = UInt32(second) << 1 | (isDiscounted ? 1 : 0)
  }

  /// Stands where a customer has an order that is no purchase of its own.
  static let unused = Purchase(day: .max, second: 0, net: 0, discount: 0, isDiscounted: false)

  /// When the first eligible order of the day was: seconds from 1970-01-01 00:00 on the business clock.
  var moment: Int64 { Int64(day) * 86_400 + Int64(clock >> 1) }

  var isDiscounted: Bool {
    get { clock & 1 == 1 }
    set { clock = clock & ~1 | (newValue ? 1 : 0) }
  }

  /// Revenue and discount less refunds, in millionths.
  var gross: Int64 { net + discount }
}
