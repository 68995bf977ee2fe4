/// The tables that are written in the order of time.
struct Books {
  private var orders = Ledger<OrderRow>()
  private var touches = Ledger<TouchRow>()
  private var assignments = Ledger<AssignmentRow>()
  private var cancellations = Ledger<CancellationRow>()
  private var tickets = Ledger<TicketRow>()

  /// Takes over what one customer did within a stretch, but for tables that are left out.
  mutating func take(
    _ life: Life, within stretch: Range<Moment>, without: Set<SimulationPlan.Table>
  ) {
    orders.take(life.orders, within: stretch)
    if !without.contains(.touches) { touches.take(life.touches, within: stretch) }
    if !without.contains(.assignments) { assignments.take(life.assignments, within: stretch) }
    if !without.contains(.cancellations) {
      cancellations.take(life.cancellations, within: stretch)
    }
    if !without.contains(.tickets) { tickets.take(life.tickets, within: stretch) }
  }

  /// Writes the stretch, but for the tables that the plan leaves out.
  mutating func write(
    to destination: inout some Destination & ~Copyable, _ plan: SimulationPlan
  ) throws(SimulationError) {
    let without = plan.without
    try orders.write(to: &destination, plan)
    if !without.contains(.touches) { try touches.write(to: &destination, plan) }
    if !without.contains(.assignments) { try assignments.write(to: &destination, plan) }
    if !without.contains(.cancellations) { try cancellations.write(to: &destination, plan) }
    if !without.contains(.tickets) { try tickets.write(to: &destination, plan) }
  }
}
