/// A plan that the subscription business sells.
struct Subscription {
  let segment: Segment
  /// Of all customers.
  let share: Double
  /// A month, in cents.
  var price: Int32 = 0
  /// Chance to cancel at the end of a month.
  var leaves = 0.0
  /// Share of those who cancelled that would some day come back by themselves.
  var returns = 0.0
  /// Chance that a payment fails.
  var fails = 0.0

  static let all = [
    Subscription(
      segment: .starter, share: 0.50, price: 1_900, leaves: 0.055, returns: 0.11, fails: 0.022),
    Subscription(
      segment: .team, share: 0.28, price: 7_900, leaves: 0.040, returns: 0.16, fails: 0.014),
    Subscription(
      segment: .business, share: 0.09, price: 24_900, leaves: 0.028, returns: 0.20, fails: 0.008),
    Subscription(segment: .trial, share: 0.13),
  ]
}
