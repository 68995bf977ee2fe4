/// A cart that was filled and left.
struct CartRow: Row {
  let customer: Int32
  let moment: Moment
  /// What is in it, in cents, before any discount.
  let value: Int32

  static let table = SimulationPlan.Table.carts
  static let header = "customer_id,abandoned_at,value"

  func write(to text: inout Text, _ format: RowFormat) {
    text.append(customer: Int(customer), format.model)
    text.comma()
    text.append(moment, .local, format.times)
    text.comma()
    text.append(cents: value)
  }
}
