/// The customer file: who they are, in the order of their numbers.
struct CustomerFile {
  private let plan: SimulationPlan
  private let end: LineEnd
  private var text = Text()

  init(_ plan: SimulationPlan) {
    self.plan = plan
    let own =
      plan.model == .shop ? "points,points_expire_at" : "value,plan,trial_ended_at"
    end = LineEnd(
      .customers, "customer_id,email,name,segment,unsubscribed_at,\(own)", plan.export)
    text.append(end.header)
    text.newline()
  }

  /// Adds a customer whose life has been lived.
  mutating func add(
    _ customer: Int, _ life: Life, to destination: inout some Destination & ~Copyable
  ) throws(SimulationError) {
    var chance = plan.stream(customer, .directory)
    let person = PersonName(&chance)
    let start = text.bytes.count
    text.append(customer: customer, plan.model)
    text.comma()
    if !chance.happens(0.01) { text.append(person.address(number: customer)) }
    text.comma()
    text.append(field: person.full)
    text.comma()
    // A few were never sorted into any group.
    if !chance.happens(0.01) { text.append(life.segment.label) }
    text.comma()
    if let unsubscribed = life.unsubscribed { text.append(unsubscribed, .local, plan.times) }
    text.comma()
    var account = plan.stream(customer, .account)
    switch plan.model {
    case .shop: writePoints(life, &account)
    case .saas: writeSubscription(life, &account)
    }
    end.write(row: customer, of: customer, from: start, to: &text)
    if text.isLong { try finish(to: &destination) }
  }

  /// The points that a buyer has left, and the day on which they are lost.
  private mutating func writePoints(_ life: Life, _ account: inout RandomStream) {
    guard !life.orders.isEmpty, account.happens(0.34) else { return text.comma() }
    text.append(whole: account.happens(0.08) ? 0 : Int(account.exponential(mean: 240)))
    text.comma()
    // Points that were lost some months ago are cleared away.
    text.append(day: History.lastDay + account.whole(-120...365))
  }

  /// What a subscription is worth a year, its plan, and when the trial was over.
  private mutating func writeSubscription(_ life: Life, _ account: inout RandomStream) {
    if let value = life.value, !account.happens(0.05) { text.append(cents: value) }
    text.comma()
    if let plan = life.plan { text.append(plan.label) }
    text.comma()
    let trialEnd = life.joined + 14
    if life.segment == .trial, trialEnd <= History.lastDay { text.append(day: trialEnd) }
  }

  /// Hands on what is left.
  mutating func finish(
    to destination: inout some Destination & ~Copyable
  ) throws(SimulationError) {
    try destination.append(text.bytes, to: SimulationPlan.Table.customers.file)
    text.removeAll()
  }
}
