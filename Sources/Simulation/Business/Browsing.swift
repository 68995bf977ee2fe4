/// The visits of one shopper that end without an order: each leaves a cart.
struct Browsing {
  let customer: Int
  let persona: Persona
  /// What this shopper spends against the others of the kind; 1 is as much.
  let level: Double
  let seasons: Seasons
  var chance: RandomStream

  /// Leaves the carts of a shopper whose orders are all known.
  mutating func leaveCarts(in life: inout Life) {
    guard let first = life.orders.first?.moment, let last = life.orders.last?.moment else { return }
    hesitate(since: first, into: &life)
    var day = life.joined
    while true {
      // Those who have stopped still look in, but less often.
      day += 1 + Int(chance.exponential(mean: day < last.day + 60 ? 600 : 1_500))
      guard day <= History.lastDay else { return }
      life.carts.append(
        CartRow(
          customer: Int32(customer), moment: Moment(day: day, second: seasons.second(&chance)),
          value: persona.orderPrice(level: level, &chance)))
    }
  }

  /// Carts that became an order within two days.
  private mutating func hesitate(since first: Moment, into life: inout Life) {
    for order in life.orders where order.status.isSale && chance.happens(0.095) {
      let moment = order.moment.adding(seconds: -chance.whole(720...172_800))
      guard moment > first else { continue }
      life.carts.append(
        CartRow(
          customer: Int32(customer), moment: moment, value: order.paid + order.discount))
    }
  }
}
