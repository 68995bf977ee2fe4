/// The customer file: who they are, in the order of their numbers.
struct CustomerFile {
  private let plan: SimulationPlan
  private let end: LineEnd
  private var text = Text()

  init(_ plan: SimulationPlan) {
    self.plan = plan
    end = LineEnd(.customers, "customer_id,email,name,segment,unsubscribed_at", plan.export)
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
    end.write(row: customer, of: customer, from: start, to: &text)
    if text.isLong { try finish(to: &destination) }
  }

  /// Hands on what is left.
  mutating func finish(
    to destination: inout some Destination & ~Copyable
  ) throws(SimulationError) {
    try destination.append(text.bytes, to: SimulationPlan.Table.customers.file)
    text.removeAll()
  }
}
