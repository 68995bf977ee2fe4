/// Rows that lie in no episode, by why.
package struct Outside: Equatable, Sendable {
  /// Why a row lies in no episode.
  package enum Cause: Sendable {
    case neverBought, beforeFirstPurchase, notLapsed
    /// Within 30 days after a return.
    case afterReturn
  }

  /// All rows up to the day of the report, those inside an episode included.
  package var rows = 0
  /// By people without a purchase.
  package var neverBought = 0
  /// Before the first purchase.
  package var beforeFirstPurchase = 0
  /// While the customer was active.
  package var notLapsed = 0
  /// Within 30 days after a return.
  package var afterReturn = 0

  /// Rows outside, for whatever cause.
  package var count: Int { neverBought + beforeFirstPurchase + notLapsed + afterReturn }

  /// Whether over one in twenty rows lie outside: worth a finding.
  package var isNotable: Bool { count * 20 > rows }

  mutating func add(_ others: Outside) {
    rows += others.rows
    neverBought += others.neverBought
    beforeFirstPurchase += others.beforeFirstPurchase
    notLapsed += others.notLapsed
    afterReturn += others.afterReturn
  }

  mutating func add(_ cause: Cause) {
    switch cause {
    case .neverBought: neverBought += 1
    case .beforeFirstPurchase: beforeFirstPurchase += 1
    case .notLapsed: notLapsed += 1
    case .afterReturn: afterReturn += 1
    }
  }
}

/// Tells why a customer's rows lie in no episode.
struct OutsideReader {
  /// The customer's purchases.
  let own: Range<Int>
  /// The latest purchase so far that ended an episode.
  var lastReturn: Int?

  /// The days after a return in which a touch is after the return, not to an active customer.
  static let daysAfterReturn = 30

  init(own: Range<Int>) { self.own = own }

  func why(_ moment: Int64, _ purchases: Purchases) -> Outside.Cause {
    if own.isEmpty { return .neverBought }
    let before = purchases.count(of: own, through: moment)
    if before == 0 { return .beforeFirstPurchase }
    let last = own.lowerBound + before - 1
    let since = dayNumber(moment) - Int(purchases[last].day)
    return last == lastReturn && since <= OutsideReader.daysAfterReturn ? .afterReturn : .notLapsed
  }
}
