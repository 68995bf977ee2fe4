/// Stands for "no day", "no step" and the like in a column of numbers.
package let absent = Int32.min

/// Stands for a blank in a column of amounts where a blank is not 0.
package let noAmount = Int64.min

/// The orders of a cohort, one row an order id, in the order of customers and time.
package struct Orders: Sendable {
  /// Where the rows of each customer start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// Seconds from 1970-01-01 00:00 on the business clock.
  package var moment: [Int64] = []
  /// What the customer paid, after discount, before tax and shipping, in millionths of a unit.
  package var revenue: [Int64] = []
  /// What the customer was spared, in millionths of a unit.
  package var discount: [Int64] = []
  /// Places in `kinds`.
  package var kind: [Int32] = []
  /// Places in `refunds`, or -1 where nothing was paid back.
  package var refund: [Int32] = []
  /// In no order: few orders are paid back.
  package var refunds: [Refund] = []
  /// The distinct kinds of orders, in the order of first occurrence.
  package var kinds: [OrderKind] = []
  /// Statuses in lower case.
  package var statuses = Words { $0.lowercased() }
  /// Discount codes in lower case.
  package var codes = Words { $0.lowercased() }
  /// Rows that repeat the id of another order.
  package var repeated = 0

  /// How many rows there are.
  package var count: Int { moment.count }
}

/// What was paid back of an order.
package struct Refund: Equatable, Sendable {
  /// In millionths of a unit; not 0.
  package var amount: Int64
  /// The day of the refund, or `absent`: an undated refund has always happened.
  package var day: Int32
}

/// What a row of the touches says happened.
///
/// Without a raw type: two of one with a raw type are compared by a generic function, which loops over
/// millions of touches feel.
package enum TouchEvent: CaseIterable, Sendable {
  case sent, delivered, opened, clicked, replied, bounced, failed, unsubscribed, complained

  /// The word in the files.
  package var word: String { "\(self)" }
}

/// The touches of a cohort, in the order of customers and time.
package struct Touches: Sendable {
  /// Where the rows of each customer start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// Seconds from 1970-01-01 00:00 on the business clock.
  package var moment: [Int64] = []
  /// Places in `kinds`.
  package var kind: [Int32] = []
  /// Places in `deals`.
  package var deal: [Int32] = []
  /// The distinct kinds of touches, in the order of first occurrence.
  package var kinds: [TouchKind] = []
  /// The distinct deals of touches, in the order of first occurrence.
  package var deals: [TouchDeal] = []
  /// Campaigns as spelled; 0 is none.
  package var campaigns = Words()
  /// Variants as spelled; 0 is none.
  package var variants = Words()
  /// Offer codes in lower case.
  package var offers = Words { $0.lowercased() }

  /// How many rows there are.
  package var count: Int { moment.count }
}

/// Who was assigned to which arm, in the order of customers and time.
package struct Assignments: Sendable {
  /// Where the rows of each customer start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// Seconds from 1970-01-01 00:00 on the business clock.
  package var moment: [Int64] = []
  /// Whether the arm is the holdout.
  package var isHoldout: [Bool] = []
  /// Codes of the cohort's `segments`.
  package var segment: [Int32] = []

  /// How many rows there are.
  package var count: Int { moment.count }
}

/// The cancellations of a cohort, in the order of customers and time.
package struct Cancellations: Sendable {
  /// Where the rows of each customer start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// The day on which the cancellation takes effect.
  package var day: [Int32] = []
  /// Whether the customer wanted it; a failed payment is involuntary.
  package var isVoluntary: [Bool] = []
  /// Codes of `reasons`.
  package var reason: [Int32] = []
  /// Reasons in lower case, spellings resolved; 0 is none.
  package var reasons: Words

  /// How many rows there are.
  package var count: Int { day.count }
}

/// What win-back cost, in the order of files and lines.
package struct Spend: Sendable {
  /// The day of the row; a month is dated its first.
  package var day: [Int32] = []
  /// In millionths of a unit.
  package var amount: [Int64] = []
  /// Codes of the cohort's `channels`; 0 is no channel.
  package var channel: [Int32] = []
  /// Codes of `campaigns`, as spelled; 0 is no campaign.
  package var campaign: [Int32] = []
  /// Campaigns as spelled; 0 is none.
  package var campaigns = Words()

  /// How many rows there are.
  package var count: Int { day.count }
}

/// The customer file, one row a listed customer: a later row replaces an earlier one.
package struct CustomerList: Sendable {
  /// Codes of the cohort's `customers`.
  package var customer: [Int32] = []
  /// Codes of the cohort's `segments`.
  package var segment: [Int32] = []
  /// The day of unsubscribing, or `absent`.
  package internal(set) var unsubscribedDay = SparseColumn<Int32>(blank: absent)
  /// Points of a loyalty programme, in millionths of one; a blank is 0.
  package internal(set) var points = SparseColumn<Int64>(blank: 0)
  /// The day on which the points expire, or `absent`.
  package internal(set) var pointsExpireDay = SparseColumn<Int32>(blank: absent)
  /// What the business takes the customer to be worth, in millionths of a unit, or `noAmount`.
  package internal(set) var value = SparseColumn<Int64>(blank: noAmount)
  /// The day on which a trial ended, or `absent`.
  package internal(set) var trialEndedDay = SparseColumn<Int32>(blank: absent)
  /// The day on which the person asked to be forgotten, or `absent`.
  package internal(set) var erasedDay = SparseColumn<Int32>(blank: absent)
  /// Known customers with a row that was refused: what it would have said of them, such as that they
  /// unsubscribed, is not known.
  package var refused: Set<Int32> = []
  /// Rows replaced by a later one.
  package var repeated = 0

  /// How many rows there are.
  package var count: Int { customer.count }
}

/// The support tickets of a cohort, in the order of customers and time.
package struct Tickets: Sendable {
  /// Where the rows of each customer start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// When it was opened: seconds from 1970-01-01 00:00 on the business clock.
  package var moment: [Int64] = []

  /// How many rows there are.
  package var count: Int { moment.count }
}

/// The carts that were left behind, in the order of customers and time.
package struct Carts: Sendable {
  /// Where the rows of each customer start, and where the last one's end.
  package var starts: [Int32] = [0]
  /// When it was left: seconds from 1970-01-01 00:00 on the business clock.
  package var moment: [Int64] = []
  /// What lies in it, in millionths of a unit; a blank is 0.
  package var value: [Int64] = []

  /// How many rows there are.
  package var count: Int { moment.count }
}
