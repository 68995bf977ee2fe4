import Metrics
import Tables

extension JSONReport {
  static func scorecard(_ card: Scorecard) -> JSONValue {
    .object([
      ("day_60", line(card.day60) { monthly($0) }),
      ("day_30", line(card.day30) { monthly($0) }),
      (
        "reactivation_rate",
        line(card.reactivationRate) { span($0.span) + [("window_days", .int($0.days))] + rate($0) }
      ),
      ("came_back", stepped(card.cameBack, cameBack)),
      ("roi", stepped(card.roi, money)),
      ("ltv_ratio", stepped(.value(card.lifetimeValue), lifetimeValue)),
      ("churn_cure", stepped(card.churnCure, churnCure)),
      ("payback", stepped(card.payback, payback)),
      ("discount_dependency", stepped(card.discountDependency, discountDependency)),
      ("second_purchase", stepped(.value(card.secondPurchase), secondPurchase)),
      ("time_to_reactivation", line(card.timeToReactivation, timeToReactivation)),
      (
        "revenue_per_lapsed",
        line(card.revenuePerLapsed) {
          span($0.span) + [("n", .int($0.n)), ("value", JSONValue($0.value.value))]
            + population($0.population)
        }
      ),
      ("share_of_list", stepped(.value(card.shareOfList), shareOfList)),
      ("lift", line(card.lift, lift)),
      (
        "detectable_lift",
        .object([
          ("holdout_share", .number(0.1)), ("n", .int(card.detectableLift.treated.n)),
          ("rate", JSONValue(card.detectableLift.treated.value)),
          ("difference", JSONValue(card.detectableLift.difference)),
        ])
      ),
    ])
  }

  private typealias Members = [(String, JSONValue)]

  private static func line<Value>(_ figure: Figure<Value>, _ members: (Value) -> Members)
    -> JSONValue
  {
    switch figure {
    case .value(let value): .object(members(value))
    case .missing(let missing): absent(missing)
    }
  }

  private static func stepped<Value>(
    _ figure: Figure<Stepped<Value>>, _ members: (Value) -> Members
  ) -> JSONValue {
    line(figure) { members($0.now) + [("previous", .object(members($0.previous)))] }
  }

  private static func monthly(_ line: RateLine) -> Members {
    [("cohort", .text(line.span.to.description))] + rate(line)
  }

  private static func rate(_ line: RateLine) -> Members {
    proportion(line.rate)
      + [
        ("previous", .object(proportion(line.previous))),
        ("change", JSONValue(line.change?.value)),
      ] + interval(line.change?.interval, "change_") + population(line.population)
  }

  private static func cameBack(_ line: CameBack) -> Members {
    span(line.span) + [
      ("customers", .int(line.customers)), ("reactivations", .int(line.reactivations)),
      ("cost", JSONValue(line.cost.value)), ("revenue", .number(line.revenue)),
      ("cost_per_return", JSONValue(line.costPerReturn.value)),
      ("acquisition_cost", JSONValue(line.acquisitionCost)),
    ] + population(line.population)
  }

  static func money(_ money: Return) -> [(String, JSONValue)] {
    span(money.span) + [
      ("enrolled", .int(money.enrolled)), ("mature", .bool(money.isMature)),
      ("cost", JSONValue(money.cost)), ("revenue", .number(money.revenue)),
      ("contribution", .number(money.contribution)),
      ("attributed_return", JSONValue(money.attributedReturn.value)),
      ("net_roi", JSONValue(money.netROI.value)),
    ] + population(money.population)
  }

  private static func lifetimeValue(_ line: LifetimeValue) -> Members {
    func side(_ side: LifetimeValue.Side) -> JSONValue {
      .object([("n", .int(side.n)), ("mean", JSONValue(side.mean))])
    }
    return [
      ("cohort", .text(line.month.description)), ("months", .int(12)),
      ("horizon_days", .int(line.horizon)), ("history_days", .int(line.historyDays)),
      ("mature", .bool(line.isMature)), ("reactivated", side(line.reactivated)),
      ("new", side(line.new)), ("value", JSONValue(line.ratio?.value)),
    ] + interval(line.ratio?.interval) + population(line.population)
  }

  private static func churnCure(_ line: ChurnCure) -> Members {
    [
      ("cohort", .text(line.month.description)), ("mature", .bool(line.isMature)),
      ("involuntary", .int(line.involuntary)), ("recovered", .int(line.recovered)),
    ] + proportion(line.rate) + population(line.population)
  }

  private static func payback(_ line: Payback) -> Members {
    span(line.span) + [
      ("n", .int(line.n)), ("cost_per_reactivation", JSONValue(line.costPerReactivation.value)),
      ("median_days", JSONValue(line.medianDays.value)), ("paid_back", .int(line.paidBack)),
    ] + population(line.population)
  }

  private static func discountDependency(_ line: DiscountDependency) -> Members {
    span(line.span) + [("mature", .bool(line.isMature))] + proportion(line.rate)
      + population(line.population)
  }

  private static func secondPurchase(_ line: SecondPurchase) -> Members {
    [("cohort", .text(line.month.description)), ("mature", .bool(line.isMature))]
      + proportion(line.rate)
  }

  private static func timeToReactivation(_ line: TimeToReactivation) -> Members {
    span(line.span) + [
      ("n", .int(line.n)), ("median_days", JSONValue(line.medianDays.value)),
      ("by_day", .object(line.byDay.map { (String($0.day), .int($0.count)) })),
    ] + population(line.population)
  }

  private static func shareOfList(_ line: ShareOfList) -> Members {
    let movement = line.movement
    return [("cohort", .text(line.month.description)), ("contacted", .int(line.contacted))]
      + proportion(line.rate) + population(line.population) + [
        (
          "movement",
          .object([
            ("start", .int(movement.atStart)), ("newly_lapsed", .int(movement.newlyLapsed)),
            ("returned", .int(movement.returned)), ("aged_out", .int(movement.agedOut)),
            ("unsubscribed", .int(movement.unsubscribed)), ("quiet", .int(movement.quiet)),
            ("end", .int(movement.atEnd)),
          ])
        )
      ]
  }

  private static func lift(_ lift: Lift) -> Members {
    span(lift.span) + [
      ("treatment", .object(proportion(lift.treatment))),
      ("holdout", .object(proportion(lift.holdout))),
      ("difference", .number(lift.difference.value)),
    ] + interval(lift.difference.interval) + [
      ("incremental_reactivations", .number(lift.incrementalReactivations)),
      ("incremental_share", JSONValue(lift.incrementalShare)),
      ("incremental_revenue", .number(lift.incrementalRevenue)),
      ("incremental_revenue_se", JSONValue(lift.incrementalRevenueError)),
      ("cost", JSONValue(lift.cost.value)),
      ("incremental_roi", JSONValue(lift.incrementalROI)),
      ("incremental_roi_low", JSONValue(lift.incrementalROIInterval?.low)),
      ("incremental_roi_high", JSONValue(lift.incrementalROIInterval?.high)),
      ("cost_per_incremental_return", JSONValue(lift.costPerIncrementalReturn)),
      ("contaminated", .int(lift.contaminated)),
      ("sample_ratio_p", JSONValue(lift.sampleRatio)),
    ] + population(lift.population)
  }
}
