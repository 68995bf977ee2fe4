/// A question or a complaint that somebody sent to the support desk.
struct TicketRow: Row {
  let customer: Int32
  let moment: Moment
  let status: Status

  /// Where a ticket stands at the end of the history.
  enum Status: UInt8 {
    case open, pending, solved

    var label: StaticString {
      switch self {
      case .open: "open"
      case .pending: "pending"
      case .solved: "solved"
      }
    }
  }

  static let table = SimulationPlan.Table.tickets
  static let header = "customer_id,opened_at,status"

  func write(to text: inout Text, _ format: RowFormat) {
    text.append(customer: Int(customer), format.model)
    text.comma()
    text.append(moment, .local, format.times)
    text.comma()
    text.append(status.label)
  }
}
