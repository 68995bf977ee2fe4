/// The tables that are written in the order of time.
struct Books {
  private var orders = Ledger<OrderRow>()
  private var touches = Ledger<TouchRow>()
  private var assignments = Ledger<AssignmentRow>()
  private var cancellations = Ledger<CancellationRow>()
  private var tickets = Ledger<TicketRow>()
  private var carts = Ledger<CartRow>()

  /// Takes over what one customer did within a stretch, but for tables that the plan has not.
  mutating func take(_ life: Life, within stretch: Range<Moment>, _ plan: SimulationPlan) {
    orders.take(life.orders, within: stretch)
    if plan.writes(.touches) { touches.take(life.touches, within: stretch) }
    if plan.writes(.assignments) { assignments.take(life.assignments, within: stretch) }
    if plan.writes(.cancellations) { cancellations.take(life.cancellations, within: stretch) }
    if plan.writes(.tickets) { tickets.take(life.tickets, within: stretch) }
    if plan.writes(.carts) { carts.take(life.carts, within: stretch) }
  }

  /// Writes the stretch, but for tables that the plan has not.
  mutating func write(
    to destination: inout some Destination & ~Copyable, _ plan: SimulationPlan
  ) throws(SimulationError) {
    try orders.write(to: &destination, plan)
    if plan.writes(.touches) { try touches.write(to: &destination, plan) }
    if plan.writes(.assignments) { try assignments.write(to: &destination, plan) }
    if plan.writes(.cancellations) { try cancellations.write(to: &destination, plan) }
    if plan.writes(.tickets) { try tickets.write(to: &destination, plan) }
    if plan.writes(.carts) { try carts.write(to: &destination, plan) }
  }
}
