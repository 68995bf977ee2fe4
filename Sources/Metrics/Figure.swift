package import Tables

/// A number, or why there is none: so that nothing can print a missing number as zero.
package enum Figure<Value: Sendable>: Sendable {
  case value(Value)
  case missing(Missing)

  /// The number, where there is one.
  package var value: Value? { if case .value(let value) = self { value } else { nil } }

  /// Why there is no number, where there is none.
  package var missing: Missing? { if case .missing(let missing) = self { missing } else { nil } }

  /// The same with another number.
  package func map<Other>(_ transform: (Value) -> Other) -> Figure<Other> {
    switch self {
    case .value(let value): .value(transform(value))
    case .missing(let missing): .missing(missing)
    }
  }
}

extension Figure: Equatable where Value: Equatable {}

/// Why there is no number.
package enum Missing: Hashable, Sendable {
  /// The folder lacks a table or column.
  case needs(Need)
  /// The window is open until a day.
  case matures(Day)
  /// Nobody is counted.
  case nobody
  /// Nothing was spent: there is nothing to divide by.
  case noCost
  /// Fewer than 20 people can still show it.
  case fewAtRisk
  /// Fewer than half have reached it so far.
  case notReached
  /// No one was held out.
  case noHoldout
  /// People were held out, and nobody's window has closed yet.
  case holdoutImmature
  /// The arms are not of the planned sizes.
  case unsoundSample
}

/// What a folder lacks.
package enum Need: String, Hashable, Sendable {
  case touches, spend, cancellations, assignments
  case discount = "discount or discount_code"
}

/// Who is not counted in a number, and why: with those counted they make up everyone it could be about.
package struct Population: Equatable, Sendable {
  /// Those left out for one cause.
  package struct Part: Equatable, Sendable {
    /// Why they are left out.
    package var cause: Exclusion
    /// How many they are.
    package var count: Int
  }

  /// How many are counted.
  package var counted: Int
  /// How many are not, by cause.
  package var excluded: [Part]

  /// Everyone the number could be about.
  package var total: Int { excluded.reduce(counted) { $0 + $1.count } }

  init(counted: Int, excluded: [(Exclusion, Int)]) {
    self.counted = counted
    self.excluded = excluded.map { Part(cause: $0.0, count: $0.1) }
  }
}

/// Why someone is not counted.
package enum Exclusion: String, Sendable {
  case heldOut = "held_out"
  case immature
  case notReturned = "not_returned"
  case neverBought = "never_bought"
  case repeatedCancellation = "repeated_cancellation"
  case involuntary
  case laterReturn = "later_return"
  case notAssigned = "not_assigned"
  case agedOut = "over_18_months"
  case recentlyCancelled = "cancelled_within_30_days"
  case unsubscribed
  /// Asked to be forgotten.
  case erased
  /// Complained of a message.
  case complained
  /// The row in the customer file was refused: whether they unsubscribed is not known.
  case refusedRow = "refused_row"
  // Rows of a file:
  case refused
  /// Another row of the same order or customer took its place.
  case repeated
  /// Dated after the day of the report.
  case afterReport = "after_report"
  /// An order that is cancelled, pending, a test or the like.
  case deadStatus = "status"
  case withoutRevenue = "without_revenue"
  /// Merged with another order of the customer's on that day.
  case sameDay = "same_day"
  case beforeFirstPurchase = "before_first_purchase"
  case notLapsed = "not_lapsed"
  case afterReturn = "after_return"
  /// Bounced, failed, unsubscribed or complained.
  case notReached = "not_reached"
}
