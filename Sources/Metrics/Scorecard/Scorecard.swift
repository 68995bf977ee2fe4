import Tables

/// A number of the scorecard and the same number one period earlier.
package struct Stepped<Value: Equatable & Sendable>: Equatable, Sendable {
  package var now: Value
  package var previous: Value
}

/// All lines of the scorecard.
package struct Scorecard: Sendable {
  package var day60: Figure<RateLine>
  package var day30: Figure<RateLine>
  package var reactivationRate: Figure<RateLine>
  package var cameBack: Figure<Stepped<CameBack>>
  package var roi: Figure<Stepped<Return>>
  package var lifetimeValue: Stepped<LifetimeValue>
  package var churnCure: Figure<Stepped<ChurnCure>>
  package var payback: Figure<Stepped<Payback>>
  package var discountDependency: Figure<Stepped<DiscountDependency>>
  package var secondPurchase: Stepped<SecondPurchase>
  package var timeToReactivation: Figure<TimeToReactivation>
  package var revenuePerLapsed: Figure<RevenuePerLapsed>
  package var shareOfList: Stepped<ShareOfList>
  package var lift: Figure<Lift>
  /// What a holdout could show where there is none.
  package var detectableLift: DetectableLift
}

extension Analysis {
  func scorecard() -> Scorecard {
    let contacts = cohort.has(.touches) || cohort.has(.assignments) ? nil : Need.touches
    let costs = contacts ?? (isCosted ? nil : .spend)
    let discounts =
      contacts
      ?? (cohort.has("discount", in: .orders) || cohort.has("discount_code", in: .orders)
        ? nil : .discount)
    let worth = newestMature(definitions.horizon)
    let cured = newest { $0.last.adding(months: definitions.churnCureMonths) }
    let second = newestMature(definitions.secondPurchaseDays)
    let whole = newestMature(0)
    return Scorecard(
      day60: unless(contacts) { monthlyRate(60) },
      day30: unless(contacts) { monthlyRate(30) },
      reactivationRate: unless(contacts) { quarterlyRate() },
      cameBack: unless(contacts) { stepped(cameBack) },
      roi: unless(costs) { stepped(money) },
      lifetimeValue: Stepped(now: lifetimeValue(worth), previous: lifetimeValue(worth - 1)),
      churnCure: unless(cohort.has(.cancellations) ? nil : .cancellations) {
        Stepped(now: churnCure(cured), previous: churnCure(cured - 1))
      },
      payback: unless(costs) { stepped(payback) },
      discountDependency: unless(discounts) { stepped(discountDependency) },
      secondPurchase: Stepped(now: secondPurchase(second), previous: secondPurchase(second - 1)),
      timeToReactivation: unless(contacts) { timeToReactivation(quarter) },
      revenuePerLapsed: unless(contacts) { revenuePerLapsed(quarter) },
      shareOfList: Stepped(now: shareOfList(whole), previous: shareOfList(whole - 1)),
      lift: liftFigure(), detectableLift: detectableLift(year))
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
    return lift(year).map { .value($0) } ?? .missing(.noHoldout)
  }
}
