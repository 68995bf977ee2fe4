/// One message, or one thing that came of it.
struct TouchRow: Row {
  let customer: Int32
  var moment: Moment
  let channel: Channel
  let campaign: Campaign
  /// 1 for the first message of a sequence.
  let step: UInt8
  /// A or B; none where there is nothing to compare.
  var variant: Variant = .none
  var event: Event = .sent
  var offer: Offer = .none
  let segment: Segment?
  /// In cents; 0 is written as nothing.
  var cost: Int32 = 0

  enum Event: UInt8 {
    case sent, delivered, opened, clicked, replied, bounced, failed, unsubscribed, complained

    var label: StaticString {
      switch self {
      case .sent: "sent"
      case .delivered: "delivered"
      case .opened: "opened"
      case .clicked: "clicked"
      case .replied: "replied"
      case .bounced: "bounced"
      case .failed: "failed"
      case .unsubscribed: "unsubscribed"
      case .complained: "complained"
      }
    }
  }

  enum Variant: UInt8 {
    case none, a, b

    var label: StaticString {
      switch self {
      case .none: ""
      case .a: "A"
      case .b: "B"
      }
    }
  }

  static let table = SimulationPlan.Table.touches
  static let header =
    "customer_id,touched_at,channel,campaign,step,variant,event,offer,cost,segment"

  func write(to text: inout Text, _ format: RowFormat) {
    text.append(customer: Int(customer), format.model)
    text.comma()
    text.append(moment, .universal, format.times)
    text.comma()
    text.append(channel.label)
    text.comma()
    text.append(field: campaign.label)
    text.comma()
    text.append(whole: Int(step))
    text.comma()
    text.append(variant.label)
    text.comma()
    text.append(event.label)
    text.comma()
    text.append(offer.label)
    text.comma()
    if cost > 0 { text.append(cents: cost) }
    text.comma()
    if let segment { text.append(segment.label) }
  }
}
