/// What all customers of one simulated business share.
struct World {
  let plan: SimulationPlan
  let seasons: Seasons
  let arrivals: ArrivalCurve
  let effects: PlantedEffects
  /// Of the shop's personas or the subscription's plans, in their order.
  let shares: [Double]

  init(_ plan: SimulationPlan) {
    self.plan = plan
    seasons = plan.model == .shop ? .shop : .saas
    arrivals = ArrivalCurve(seasons: seasons, opening: plan.opening)
    effects = plan.effects
    shares =
      plan.model == .shop ? Persona.all.map(\.share) : Subscription.all.map(\.share)
  }

  /// Everything that happens to one customer, from 0 to one less than there are.
  func live(_ customer: Int, into life: inout Life) {
    life.removeAll()
    switch plan.model {
    case .shop:
      var shopper = Shopper(customer: customer, world: self)
      shopper.live(into: &life)
    case .saas:
      var subscriber = Subscriber(customer: customer, world: self)
      subscriber.live(into: &life)
    }
    var desk = SupportDesk(customer: customer, world: self)
    desk.work(on: &life)
    if !plan.export.unlogged.isEmpty {
      life.touches.removeAll { plan.export.unlogged.contains($0.event) }
    }
    if let days = plan.export.cartDays {
      life.carts.removeAll { $0.moment.day <= History.lastDay - days }
    }
  }
}
