extension Exclusion {
  /// The cause in words, after a count of rows.
  package var words: String {
    switch self {
    case .heldOut: "held out"
    case .immature: "not mature"
    case .notReturned: "not returned"
    case .neverBought: "to people who never bought"
    case .repeatedCancellation: "cancelled before already"
    case .involuntary: "involuntary"
    case .laterReturn: "later returns"
    case .notAssigned: "not assigned"
    case .agedOut: "over 18 months ago"
    case .recentlyCancelled: "cancelled within 30 days"
    case .unsubscribed: "unsubscribed"
    case .erased: "asked to be forgotten"
    case .complained: "complained"
    case .refusedRow: "whose row in the customer file was refused"
    case .refused: "refused"
    case .repeated: "repeated"
    case .afterReport: "after the report's day"
    case .deadStatus: "cancelled, pending or test"
    case .withoutRevenue: "refunded or free"
    case .sameDay: "merged with another of the day"
    case .beforeFirstPurchase: "before a first purchase"
    case .notLapsed: "to people not lapsed"
    case .afterReturn: "soon after a return"
    case .notReached: "bounced, failed or opted out"
    }
  }
}
