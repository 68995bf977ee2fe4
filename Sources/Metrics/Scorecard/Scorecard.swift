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
  /// All lines; those that do not look at the period are taken from `other`, a scorecard of the same day
  /// through another.
  func scorecard(after other: Scorecard? = nil) -> Scorecard {
    let contacts = cohort.has(.touches) || cohort.has(.assignments) ? nil : Need.touches
    let costs = contacts ?? (isCosted ? nil : .spend)
    let discounts =
      contacts
      ?? (saysWhatWasDiscounted ? nil : .discount)
    let worth = newestMature(definitions.horizon)
    let cured = newest { $0.last.adding(months: definitions.churnCureMonths) }
    let second = newestMature(definitions.secondPurchaseDays)
    let whole = newestMature(0)
    return Scorecard(
      day60: other?.day60 ?? unless(contacts) { monthlyRate(60) },
      day30: other?.day30 ?? unless(contacts) { monthlyRate(30) },
      reactivationRate: unless(contacts) { quarterlyRate() },
      cameBack: unless(contacts) { stepped(cameBack) },
      roi: unless(costs) { stepped(money) },
      lifetimeValue: other?.lifetimeValue
        ?? Stepped(now: lifetimeValue(worth), previous: lifetimeValue(worth - 1)),
      churnCure: other?.churnCure
        ?? unless(cohort.has(.cancellations) ? nil : .cancellations) {
          Stepped(now: churnCure(cured), previous: churnCure(cured - 1))
        },
      payback: unless(costs) { stepped(payback) },
      discountDependency: unless(discounts) { stepped(discountDependency) },
      secondPurchase: other?.secondPurchase
        ?? Stepped(now: secondPurchase(second), previous: secondPurchase(second - 1)),
      timeToReactivation: unless(contacts) { timeToReactivation(quarter) },
      revenuePerLapsed: unless(contacts) { revenuePerLapsed(quarter) },
      shareOfList: other?.shareOfList
        ?? Stepped(now: shareOfList(whole), previous: shareOfList(whole - 1)),
      lift: other?.lift ?? liftFigure(),
      detectableLift: other?.detectableLift ?? detectableLift(year))
  }

  /// Whether the orders have the column that the definition of a discount looks at: with codes
  /// configured only an order's code says so.
  var saysWhatWasDiscounted: Bool {
    cohort.has("discount_code", in: .orders)
      || definitions.winbackCodes.isEmpty && cohort.has("discount", in: .orders)
  }

  /// The quarter's value and the quarter before's.
  private func stepped<Value: Equatable>(_ of: (MonthSpan) -> Value) -> Stepped<Value> {
    Stepped(now: of(quarter), previous: of(quarter.previous))
  }

  private func unless<Value>(_ need: Need?, _ value: () -> Value) -> Figure<Value> {
    need.map { .missing(.needs($0)) } ?? .value(value())
  }

  private func liftFigure() -> Figure<Lift> {
    guard cohort.has(.assignments) else { return .missing(.needs(.assignments)) }
    if let lift = lift(year) { return .value(lift) }
    let isYoung = heldOut.contains { !isMature($0, definitions.window) }
    return .missing(isYoung ? .holdoutImmature : .noHoldout)
  }
}
