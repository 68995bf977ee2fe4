/// One customer of the subscription business, from the first payment to the end of the history.
struct Subscriber {
  private let customer: Int
  /// What they pay for; a trial that converts changes it.
  private var subscription: Subscription
  private let joined: Int
  private let isAnnual: Bool
  private let seasons: Seasons
  private var payments: RandomStream
  private var leaving: RandomStream
  private var conversion: RandomStream
  private var programme: Programme

  init(customer: Int, world: World) {
    self.customer = customer
    var person = world.plan.stream(customer, .person)
    subscription = Subscription.all[person.index(weights: world.shares)]
    joined = world.arrivals.day(
      share: (Double(customer) + person.uniform()) / Double(world.plan.customers))
    isAnnual = person.happens(0.16)
    seasons = world.seasons
    payments = world.plan.stream(customer, .purchases)
    leaving = world.plan.stream(customer, .cancellations)
    conversion = world.plan.stream(customer, .conversion)
    programme = Programme(customer: customer, world: world)
  }

  /// Lives through the history and leaves the rows behind.
  mutating func live(into life: inout Life) {
    life.joined = joined
    life.segment = subscription.segment
    if leaving.happens(0.04) {
      let day = joined + leaving.whole(10...500)
      if day <= History.lastDay {
        life.unsubscribed = Moment(day: day, second: seasons.second(&leaving))
      }
    }
    var start =
      subscription.segment == .trial
      ? tryOut(into: &life)
      : Comeback(moment: Moment(day: joined, second: seasons.second(&payments)))
    life.plan = subscription.segment
    life.value = start == nil ? nil : yearlyValue
    var isReturn = false
    while let now = start, now.moment.day <= History.lastDay {
      start = subscribe(from: now, isReturn: isReturn, into: &life)
      isReturn = true
    }
  }

  /// A trial: the first payment of the few who begin to pay after a message, nil for the others.
  private mutating func tryOut(into life: inout Life) -> Comeback? {
    let day = joined + leaving.whole(30...300)
    programme.sendByMistake(to: lapse(due: day, ownReturn: nil), on: day, into: &life)
    guard let sent = life.touches.first?.moment,
      conversion.happens(programme.effects.conversion)
    else { return nil }
    let start = Moment(
      day: sent.day + conversion.whole(1...9), second: seasons.second(&conversion))
    guard start.day <= History.lastDay else { return nil }
    // They begin with the smallest plan; the customer file goes on calling them a trial.
    subscription = Subscription.all[0]
    return Comeback(moment: start)
  }

  /// One subscription from its first payment to its end, and what follows it.
  private mutating func subscribe(
    from start: Comeback, isReturn: Bool, into life: inout Life
  ) -> Comeback? {
    let first = CivilDate(daysSince1970: start.moment.day)
    let second = (Int(start.moment.seconds) + start.moment.offset) % 86_400
    let months = isAnnual ? 12 : 1
    var period = 0
    var due = start.moment
    while due.day <= History.lastDay {
      let offer = period == 0 ? start.offer : .none
      if period > 0, payments.happens(subscription.fails),
        let end = fail(at: due, into: &life)
      {
        return end.moment == .end ? nil : end
      }
      pay(at: due, offer, into: &life)
      period += 1
      let next = first.adding(months: period * months).daysSince1970
      due = Moment(day: next, second: second)
      // The first months decide; a year is long enough to forget to cancel.
      let haste = (period <= 3 ? 1.4 : 0.9) * (isAnnual ? 5 : 1) * (isReturn ? 0.5 : 1)
      if leaving.happens(min(0.6, subscription.leaves * haste)) {
        return cancel(at: due, into: &life)
      }
    }
    return nil
  }

  private mutating func pay(at moment: Moment, _ offer: Offer, into life: inout Life) {
    let price = subscription.price * (isAnnual ? 10 : 1)
    let code = offer == .none && isAnnual && payments.happens(0.2) ? .annual : offer
    let discount = price * code.percent / 100
    var order = OrderRow(
      customer: Int32(customer), moment: moment, paid: price - discount, discount: discount,
      code: code)
    let draw = payments.uniform()
    let at = moment.adding(seconds: payments.whole(1...9) * 86_400)
    if draw < 0.012, at.day <= History.lastDay {
      order.refunded = draw < 0.005 ? order.paid : order.paid / 2
      order.status = draw < 0.005 ? .refunded : .partiallyRefunded
      order.refundedAt = draw < 0.010 ? at : nil
    }
    life.orders.append(order)
  }

  /// A payment that failed: nil if a retry worked, else the start of the next subscription, which
  /// is `.end` where there is none.
  private mutating func fail(at due: Moment, into life: inout Life) -> Comeback? {
    let price = subscription.price * (isAnnual ? 10 : 1)
    life.orders.append(
      OrderRow(customer: Int32(customer), moment: due, paid: price, status: .failed))
    if payments.happens(0.5) { return nil }
    let end = due.adding(seconds: 8 * 86_400)
    guard end.day <= History.lastDay else { return Comeback(moment: .end) }
    life.cancellations.append(row(at: end, reason: .blank, isVoluntary: false))
    // Nobody told the programme that they never meant to leave.
    programme.sendByMistake(
      to: lapse(due: end.day, ownReturn: nil), on: end.day + 2, into: &life)
    guard payments.happens(0.45) else { return Comeback(moment: .end) }
    return Comeback(
      moment: Moment(
        day: end.day + payments.whole(1...24), second: seasons.second(&payments)))
  }

  /// A cancellation, asked for some days before it takes effect, and what the programme makes of it.
  private mutating func cancel(at end: Moment, into life: inout Life) -> Comeback? {
    let asked = end.day - leaving.whole(0...24)
    guard asked <= History.lastDay, end.day <= History.horizon else { return nil }
    let reason = Reason.allCases[leaving.index(weights: [27, 21, 15, 9, 11, 6, 11])]
    life.cancellations.append(row(at: end, reason: reason, isVoluntary: true))
    let waits = leaving.exponential(mean: 120)
    let returns = leaving.happens(subscription.returns)
    let own =
      returns
      ? Moment(day: end.day + 4 + Int(waits), second: seasons.second(&leaving)) : nil
    return programme.run(
      lapse(due: end.day + programme.effects.waitDays, reason: reason, ownReturn: own),
      into: &life)
  }

  private mutating func row(
    at moment: Moment, reason: Reason, isVoluntary: Bool
  ) -> CancellationRow {
    let comment = leaving.happens(isVoluntary ? 0.35 : 0) ? UInt8(leaving.whole(0...1)) : nil
    return CancellationRow(
      customer: Int32(customer), moment: moment, reason: reason, isVoluntary: isVoluntary,
      comment: comment, value: yearlyValue)
  }

  private var yearlyValue: Int32 { subscription.price * (isAnnual ? 10 : 12) }

  private func lapse(due: Int, reason: Reason? = nil, ownReturn: Moment?) -> Lapse {
    Lapse(
      customer: customer, segment: subscription.segment, reason: reason, due: due,
      ownReturn: ownReturn, acceptsSMS: false)
  }
}
