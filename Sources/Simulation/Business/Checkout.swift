/// What a visit of one shopper leaves in the orders: the order itself and what goes wrong.
struct Checkout {
  let customer: Int
  let persona: Persona
  /// What this shopper spends against the others of the kind; 1 is as much.
  let level: Double
  var chance: RandomStream

  mutating func buy(at visit: Comeback, isFirst: Bool, into life: inout Life) {
    let code = visit.offer == .none ? everydayCode(at: visit.moment, isFirst: isFirst) : visit.offer
    var order = row(at: visit.moment, price: price(), code: code)
    slip(before: order, into: &life)
    refund(&order)
    life.orders.append(order)
    // Something was forgotten: a second order on the same day.
    let later = visit.moment.adding(seconds: chance.whole(300...9_000))
    if chance.happens(0.018), later.day == visit.moment.day {
      life.orders.append(row(at: later, price: price() / 2, code: .none))
    }
  }

  private func row(at moment: Moment, price: Int32, code: Offer) -> OrderRow {
    let discount = price * code.percent / 100
    return OrderRow(
      customer: Int32(customer), moment: moment, paid: price - discount, discount: discount,
      code: code)
  }

  private mutating func price() -> Int32 { persona.orderPrice(level: level, &chance) }

  private mutating func everydayCode(at moment: Moment, isFirst: Bool) -> Offer {
    let draw = chance.uniform()
    // Coupon sites pass the win-back code on.
    if draw > 0.997 && moment.day > History.programmeStart + 60 { return .comeback }
    guard draw < persona.discounted else { return .none }
    if isFirst { return .welcome }
    let date = CivilDate(daysSince1970: moment.day)
    return switch date.month {
    case 7, 8: .summer
    case 11 where date.day > 19: .blackWeek
    default: .bundle
    }
  }

  private mutating func refund(_ order: inout OrderRow) {
    let draw = chance.uniform()
    let at = order.moment.adding(seconds: chance.whole(2...21) * 86_400 + chance.whole(0...9_999))
    let isWrittenDown = chance.happens(0.85)
    let half = chance.happens(0.5)
    guard draw < 0.045, at.day <= History.lastDay else { return }
    order.refunded = draw < 0.013 ? order.paid : half ? order.paid / 2 : order.paid / 4
    order.status = draw < 0.013 ? .refunded : .partiallyRefunded
    order.refundedAt = isWrittenDown ? at : nil
  }

  /// A failed, abandoned or cancelled attempt, shortly before the order that worked.
  private mutating func slip(before order: OrderRow, into life: inout Life) {
    let draw = chance.uniform()
    guard draw < 0.024 else { return }
    var attempt = order
    attempt = OrderRow(
      customer: order.customer, moment: order.moment.adding(seconds: -chance.whole(90...900)),
      paid: order.paid, discount: order.discount, code: order.code)
    attempt.status =
      switch draw {
      case ..<0.012: .failed
      case ..<0.018: .cancelled
      case ..<0.023: .pending
      default: .test
      }
    life.orders.append(attempt)
  }
}
