/// What the business calls a group of customers.
package enum Segment: UInt8, CaseIterable, Sendable {
  case oneTime, occasional, loyal, vip, giftBuyer, bargainHunter, subscriber
  case starter, team, business, trial

  /// The words in the files.
  package var label: StaticString {
    switch self {
    case .oneTime: "one-time"
    case .occasional: "occasional"
    case .loyal: "loyal"
    case .vip: "vip"
    case .giftBuyer: "gift buyer"
    case .bargainHunter: "bargain hunter"
    case .subscriber: "newsletter only"
    case .starter: "starter"
    case .team: "team"
    case .business: "business"
    case .trial: "trial"
    }
  }
}
