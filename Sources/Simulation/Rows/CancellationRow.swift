/// A subscription that ends, by wish or because a payment failed.
struct CancellationRow: Row {
  let customer: Int32
  /// When it takes effect.
  let moment: Moment
  let reason: Reason
  let isVoluntary: Bool
  /// Which of the reason's comments; nil is none.
  let comment: UInt8?
  /// What the subscription is worth a year, in cents.
  let value: Int32

  static let table = SimulationPlan.Table.cancellations
  static let header = "customer_id,cancelled_at,reason,voluntary,comment,value"

  func write(to text: inout Text, _ format: RowFormat) {
    text.append(customer: Int(customer), format.model)
    text.comma()
    text.append(moment, .local, format.times)
    text.comma()
    if isVoluntary { text.append(reason.label) }
    text.comma()
    text.append(isVoluntary ? "true" : "false")
    text.comma()
    if let comment { text.append(field: reason.comments[Int(comment)]) }
    text.comma()
    text.append(cents: value)
  }
}
