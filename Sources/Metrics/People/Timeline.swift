package import Tables

/// Every event of one customer up to the day of the report, in order.
package struct Timeline: Equatable, Sendable {
  /// Where a customer stands on the day of the report.
  package enum Status: Equatable, Sendable {
    /// Bought lately.
    case active
    /// Silent for most of the threshold.
    case atRisk
    /// Silent beyond the threshold, or cancelled.
    case lapsed(since: Day)
    /// Seen in a file, without a purchase.
    case neverBought
  }

  /// One thing that happened, or that follows from what did.
  package struct Event: Equatable, Sendable {
    /// Seconds from 1970-01-01 00:00 on the business clock. A bare date stands for the start of its
    /// day, on an order for its end.
    package var moment: Int64
    /// The day of the moment.
    package var day: Day
    /// What happened.
    package var kind: Kind
  }

  /// What can happen to a customer.
  package enum Kind: Equatable, Sendable {
    /// An order, whether it counts as a purchase or not.
    case order(Order)
    /// A lapse began.
    case lapsed(LapseCause)
    /// The lapse was enrolled: clock zero of every window.
    case enrolled(Enrolment)
    /// A row of the touches.
    case touch(Touch)
    /// A row of the assignments.
    case assigned(isHoldout: Bool)
    /// A cancellation takes effect, for a reason's word.
    case cancelled(reason: String, isVoluntary: Bool)
    /// The order just before ended the lapse.
    case returned(Reactivation)
  }

  /// The customer id as the files have it.
  package var id: String
  /// How many purchases: days with an order that counts.
  package var purchases: Int
  /// The day of the first purchase.
  package var firstPurchase: Day?
  /// Where the customer stands on the day of the report.
  package var status: Status
  /// What happened; the days never run backwards.
  package var events: [Event]
}
