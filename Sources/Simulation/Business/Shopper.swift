/// One customer of the shop, from the first order to the end of the history.
struct Shopper {
  private let customer: Int
  private let persona: Persona
  private let joined: Int
  private let meanGap: Double
  private let acceptsSMS: Bool
  private let seasons: Seasons
  /// Whether they had stopped before their last visit.
  private var hadStopped = false
  private var purchases: RandomStream
  private var leaving: RandomStream
  private var checkout: Checkout
  private var browsing: Browsing
  private var programme: Programme

  init(customer: Int, world: World) {
    self.customer = customer
    var person = world.plan.stream(customer, .person)
    persona = Persona.all[person.index(weights: world.shares)]
    // Spread evenly over the curve, so that customer numbers grow with time as a shop's do.
    joined = world.arrivals.day(
      share: (Double(customer) + person.uniform()) / Double(world.plan.customers))
    meanGap = persona.meanGap * person.lognormal(median: 1, sigma: 0.17)
    acceptsSMS = person.happens(0.42)
    seasons = world.seasons
    purchases = world.plan.stream(customer, .purchases)
    leaving = world.plan.stream(customer, .cancellations)
    let level = person.lognormal(median: 1, sigma: 0.25)
    checkout = Checkout(
      customer: customer, persona: persona, level: level,
      chance: world.plan.stream(customer, .checkout))
    browsing = Browsing(
      customer: customer, persona: persona, level: level, seasons: seasons,
      chance: world.plan.stream(customer, .carts))
    programme = Programme(customer: customer, world: world)
  }

  /// Lives through the history and leaves the rows behind.
  mutating func live(into life: inout Life) {
    life.joined = joined
    if leaving.happens(0.06) {
      life.unsubscribed = Moment(
        day: joined + leaving.whole(10...500), second: seasons.second(&leaving))
      if life.unsubscribed?.day ?? 0 > History.lastDay { life.unsubscribed = nil }
    }
    life.segment = persona.segment(orders: 0)
    if persona.kind == .subscriber {
      let day = joined + leaving.whole(30...300)
      return programme.sendByMistake(
        to: lapse(orders: 0, after: day, ownReturn: nil), on: day, into: &life)
    }
    var orders = 0
    var visit: Comeback? = Comeback(
      moment: Moment(day: joined, second: seasons.second(&purchases)))
    while let now = visit, now.moment.day <= History.lastDay {
      checkout.buy(at: now, isFirst: orders == 0, into: &life)
      orders += 1
      visit = next(after: now, orders: orders, into: &life)
    }
    life.segment = persona.segment(orders: orders)
    browsing.leaveCarts(in: &life)
  }

  private mutating func next(
    after visit: Comeback, orders: Int, into life: inout Life
  ) -> Comeback? {
    let day = visit.moment.day
    let goesOn = purchases.happens(
      hadStopped
        ? persona.goesOn.returned : orders == 1 ? persona.goesOn.first : persona.goesOn.later)
    hadStopped = !goesOn
    let nextDay = goesOn ? regularDay(after: day) : lateDay(after: day)
    let own = nextDay.map { Moment(day: $0, second: seasons.second(&purchases)) }
    let lapse = lapse(orders: orders, after: day, ownReturn: own)
    if goesOn, let nextDay, nextDay > day + 30 {
      programme.sendByMistake(to: lapse, on: day + 29, into: &life)
    }
    if !goesOn { leaveTheClub(after: day, orders: orders, own, into: &life) }
    return programme.run(lapse, into: &life)
  }

  private func lapse(orders: Int, after day: Int, ownReturn: Moment?) -> Lapse {
    Lapse(
      customer: customer, segment: persona.segment(orders: orders),
      due: day + programme.effects.waitDays, ownReturn: ownReturn, acceptsSMS: acceptsSMS)
  }

  /// The next visit of somebody who goes on, sooner in a busy month.
  private mutating func regularDay(after day: Int) -> Int {
    let month = CivilDate(daysSince1970: day).month
    // A slow month delays a regular less than it keeps new customers away.
    let gap =
      purchases.erlang(shape: 6, mean: meanGap) / seasons.months[month - 1].squareRoot()
    return seasons.busyDay(from: day + max(2, Int(gap)), &purchases)
  }

  /// The visit, much later, of somebody who had stopped: nil for most.
  private mutating func lateDay(after day: Int) -> Int? {
    if persona.kind == .giftBuyer, purchases.happens(0.3) {
      let year = CivilDate(daysSince1970: day + 60).year
      let season = CivilDate(year: year, month: 11, day: 15).daysSince1970
      let start = season > day ? season : season + 365
      return seasons.busyDay(from: start + purchases.whole(0...36), &purchases)
    }
    guard purchases.happens(persona.returns) else { return nil }
    return seasons.busyDay(
      from: day + 20 + Int(purchases.exponential(mean: 260)), &purchases)
  }

  /// The shop's coffee club: some regulars cancel it when they stop.
  private mutating func leaveTheClub(
    after day: Int, orders: Int, _ own: Moment?, into life: inout Life
  ) {
    guard persona.kind == .steady || persona.kind == .vip, orders > 1, leaving.happens(0.3)
    else { return }
    let moment = Moment(
      day: day + leaving.whole(2...40), second: seasons.second(&leaving))
    guard moment.day <= History.lastDay, moment < own ?? .end else { return }
    let reason = Reason.allCases[leaving.index(weights: [28, 22, 8, 9, 12, 9, 12])]
    let comment = leaving.happens(0.3) ? UInt8(leaving.whole(0...1)) : nil
    life.cancellations.append(
      CancellationRow(
        customer: Int32(customer), moment: moment, reason: reason,
        isVoluntary: leaving.happens(0.92), comment: comment,
        value: Int32(persona.price / 100 * 12) * 100))
  }
}
