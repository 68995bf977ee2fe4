/// Somebody who lapsed, put into the programme or held out of it.
struct AssignmentRow: Row {
  let customer: Int32
  let moment: Moment
  let isHeldOut: Bool
  let segment: Segment

  static let table = SimulationPlan.Table.assignments
  static let header = "customer_id,assigned_at,arm,segment"

  func write(to text: inout Text, _ format: RowFormat) {
    text.append(customer: Int(customer), format.model)
    text.comma()
    text.append(moment, .local, format.times)
    text.comma()
    text.append(isHeldOut ? "holdout" : "treatment")
    text.comma()
    text.append(segment.label)
  }
}
