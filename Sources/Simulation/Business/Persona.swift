/// A kind of shopper: how often they come, what they spend, and when they stop.
struct Persona {
  enum Kind {
    case casual, steady, vip, giftBuyer, bargainHunter, subscriber
  }

  let kind: Kind
  /// Of all customers.
  let share: Double
  /// Chance that they go on after the first order, after a later one, and after a return.
  let goesOn: (first: Double, later: Double, returned: Double)
  /// Days between the orders of those who go on.
  var meanGap = 0.0
  /// Median price of an order, in cents.
  var price = 0.0
  /// Share of orders with an everyday discount.
  var discounted = 0.0
  /// Share of those who stopped that would some day come back by themselves.
  var returns = 0.0

  /// The shop's shoppers; about half of them buy once.
  static let all = [
    Persona(
      kind: .casual, share: 0.33, goesOn: (0.13, 0.52, 0.28), meanGap: 35, price: 3_300,
      discounted: 0.12, returns: 0.12),
    Persona(
      kind: .steady, share: 0.25, goesOn: (0.74, 0.85, 0.53), meanGap: 33, price: 3_700,
      discounted: 0.08, returns: 0.22),
    Persona(
      kind: .vip, share: 0.06, goesOn: (0.90, 0.93, 0.68), meanGap: 26, price: 7_400,
      discounted: 0.04, returns: 0.25),
    Persona(
      kind: .giftBuyer, share: 0.12, goesOn: (0.07, 0.25, 0.15), meanGap: 36, price: 5_300,
      discounted: 0.15, returns: 0.05),
    Persona(
      kind: .bargainHunter, share: 0.16, goesOn: (0.46, 0.70, 0.36), meanGap: 35,
      price: 2_900, discounted: 0.5, returns: 0.14),
    Persona(kind: .subscriber, share: 0.08, goesOn: (0, 0, 0)),
  ]

  /// What one order costs before discounts: a whole amount with an ending that price lists have.
  func orderPrice(level: Double, _ chance: inout RandomStream) -> Int32 {
    let whole = Int32(chance.lognormal(median: price * level, sigma: 0.42) / 100)
    let endings: [Int32] = [90, 90, 90, 50, 50, 95, 0, 40]
    return max(whole, 4) * 100 + endings[chance.whole(0...7)]
  }

  /// What the shop calls them after so many orders.
  func segment(orders: Int) -> Segment {
    switch kind {
    case .subscriber: .subscriber
    case .giftBuyer: .giftBuyer
    case .bargainHunter: .bargainHunter
    case .vip where orders > 1: .vip
    case .casual, .steady, .vip:
      switch orders {
      case ...1: .oneTime
      case 2...3: .occasional
      default: .loyal
      }
    }
  }
}
