import Tables

/// A number of the scorecard and the same number one period earlier.
package struct Stepped<Value: Equatable & Sendable>: Equatable, Sendable {
  /// The number itself.
  package var now: Value
  /// The number one period earlier.
  package var previous: Value
}

/// All lines of the scorecard.
package struct Scorecard: Sendable {
  /// Line 2: the newest month mature for 60 days.
  package var day60: Figure<RateLine>
  /// The early read: the newest month mature for 30 days.
  package var day30: Figure<RateLine>
  /// Line 1, over the head quarter.
  package var reactivationRate: Figure<RateLine>
  /// Who came back in the quarter, and what that brought and cost.
  package var cameBack: Figure<Stepped<CameBack>>
  /// Line 3, over the head quarter.
  package var roi: Figure<Stepped<Return>>
  /// Line 4.
  package var lifetimeValue: Stepped<LifetimeValue>
  /// Line 5.
  package var churnCure: Figure<Stepped<ChurnCure>>
  /// Line 6, over the head quarter.
  package var payback: Figure<Stepped<Payback>>
  /// Line 7, over the head quarter.
  package var discountDependency: Figure<Stepped<DiscountDependency>>
  /// The newest mature month of returns.
  package var secondPurchase: Stepped<SecondPurchase>
  /// Over the head quarter.
  package var timeToReactivation: Figure<TimeToReactivation>
  /// Over the head quarter.
  package var revenuePerLapsed: Figure<RevenuePerLapsed>
  /// The newest complete month.
  package var shareOfList: Stepped<ShareOfList>
  /// Over the last twelve mature months.
  package var lift: Figure<Lift>
  /// What a holdout could show where there is none.
  package var detectableLift: DetectableLift
}

extension Analysis {
  /// Whether the orders have the column that the definition of a discount looks at: with codes
  /// configured only an order's code says so.
  var saysWhatWasDiscounted: Bool {
    cohort.has("discount_code", in: .orders)
      || definitions.winbackCodes.isEmpty && cohort.has("discount", in: .orders)
  }

  /// The lift of the last twelve mature months, or why there is none.
  func liftFigure() -> Figure<Lift> {
    guard cohort.has(.assignments) else { return .missing(.needs(.assignments)) }
    if let lift = lift(year) { return .value(lift) }
    let isYoung = heldOut.contains { !isMature($0, definitions.window) }
    return .missing(isYoung ? .holdoutImmature : .noHoldout)
  }
}
