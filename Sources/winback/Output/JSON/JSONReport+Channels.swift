import Metrics
import Tables

extension JSONReport {
  static func review(_ review: Review) -> JSONValue {
    .object(
      [
        ("month", .text(review.month.description)),
        ("against", .text(review.against.description)),
        ("change", JSONValue(review.change?.value)),
      ] + interval(review.change?.interval) + [
        ("clear", .bool(review.isClear)),
        ("did_the_work", JSONValue(review.didTheWork)),
        (
          "terms",
          .list(
            review.terms.map { term in
              .object([
                ("name", .text(term.name)), ("rate", .number(term.rate)),
                ("mix", .number(term.mix)),
              ])
            })
        ),
        ("drop", JSONValue(review.drop)),
        ("double", JSONValue(review.double)),
      ])
  }

  static func channel(_ row: ChannelRow) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("contacted", .int(row.contacted)),
      ("reactivations", .int(row.reactivations)), ("revenue", .number(row.revenue)),
      ("contribution", .number(row.contribution)), ("cost", JSONValue(row.cost)),
      ("discounted", .int(row.discounted)),
      ("attributed_return", JSONValue(row.attributedReturn.value)),
      ("net_roi", JSONValue(row.netROI.value)),
      ("rate", row.rate.value.map { .object(proportion($0)) } ?? .null),
      ("cost_per_reactivation", JSONValue(row.costPerReactivation.value)),
      ("net_roi_low", JSONValue(row.netROIInterval?.low)),
      ("net_roi_high", JSONValue(row.netROIInterval?.high)),
      ("clicks", .int(row.clicks)), ("replies", .int(row.replies)),
      ("discount_dependency", .object(proportion(row.discountDependency))),
      ("payback_days", JSONValue(row.paybackDays.value)),
      (
        "ltv_ratio",
        row.lifetimeRatio.map { ratio in
          .object(
            [("n", .int(ratio.n)), ("value", .number(ratio.value))] + interval(ratio.interval))
        } ?? .null
      ),
    ])
  }

  static func breakdowns(_ breakdowns: [Breakdown]) -> JSONValue {
    .object(
      breakdowns.map { breakdown in
        (breakdown.dimension.rawValue, .list(breakdown.rows.map(row)))
      })
  }

  private static func row(_ row: Breakdown.Row) -> JSONValue {
    .object([
      ("name", .text(row.name)), ("enrolled", .int(row.enrolled)),
      ("rate_30", .object(proportion(row.rate30))), ("rate_60", .object(proportion(row.rate60))),
      ("rate_90", .object(proportion(row.rate90))), ("rate", .object(proportion(row.rate))),
      ("q_value", JSONValue(row.qValue)), ("standout", .bool(row.isStandout)),
      ("against_rest", comparison(row.againstRest)),
    ])
  }

  static func comparison(_ comparison: Comparison?) -> JSONValue {
    guard let comparison else { return nil }
    let (isClear, gap): (Bool, Double?) =
      switch comparison.verdict {
      case .clear: (true, nil)
      case .tooClose(let gap): (false, gap)
      }
    return .object(
      [("difference", .number(comparison.difference.value))]
        + interval(comparison.difference.interval) + [
          ("clear", .bool(isClear)), ("detectable_gap", JSONValue(gap)),
        ])
  }
}
