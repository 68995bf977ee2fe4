import Metrics
import Tables

/// The report as JSON: a public interface. Keys are added, never renamed or removed, within a schema.
enum JSONReport {
  static let schema = 1

  static func value(_ report: Report) -> JSONValue {
    .object([
      ("schema", .int(schema)),
      ("as_of", .text(report.asOf.description)),
      ("currency", JSONValue(report.currency)),
      ("basis", .text(report.definitions.margin == nil ? "revenue" : "contribution")),
      ("headline", headline(report)),
      ("statuses", statuses(report)),
      ("inputs", inputs(report.accounts)),
      ("refused", refused(report.findings)),
      ("suspicious", .list(report.doubts.map { .text($0.sentence) })),
      ("lapse", lapse(report)),
      ("uncontacted", uncontacted(report.uncontacted)),
      ("outside", outside(report)),
      ("episodes", episodes(report.episodes)),
      ("scorecard", scorecard(report.scorecard)),
      ("review", review(report.review)),
      ("months", .list(report.months.map(month))),
      ("breakdown", periods(report) { breakdowns($0.breakdowns) }),
      ("channels", periods(report) { .list($0.channels.map(channel)) }),
      ("campaigns", periods(report) { .list($0.campaigns.map(campaign)) }),
      ("steps", periods(report) { .list($0.steps.map(step)) }),
      ("variants", periods(report) { .list($0.variants.map(variant)) }),
      ("credit", periods(report) { credits($0.credits) }),
      ("money", .list(report.monthReturns.map { .object(money($0)) })),
      ("guardrails", .list(report.guardrails.map { guardrail($0) })),
      ("playbook", playbook(report)),
    ])
  }

  private static func periods(_ report: Report, _ part: (Period) -> JSONValue) -> JSONValue {
    .object([("quarter", part(report.quarter)), ("year", part(report.year))])
  }

  private static func lapse(_ report: Report) -> JSONValue {
    let lapse = report.lapse
    return .object([
      ("median_gap_days", JSONValue(lapse.medianGap)),
      ("median_gap_days_3_months_ago", JSONValue(lapse.medianGapBefore)),
      ("gaps", .int(lapse.gaps)),
      ("repeat_customers", .int(lapse.repeatCustomers)),
      ("source", .text(lapse.source.rawValue)),
      ("lapsed_after_days", JSONValue(lapse.lapsedAfter)),
      ("at_risk_after_days", JSONValue(lapse.atRiskAfter)),
      ("customer_median_gap_days", JSONValue(lapse.customerMedianGap)),
      ("km_median_gap_days", JSONValue(lapse.survivalMedianGap)),
      (
        "customers",
        .object([
          ("active", .int(report.customers.active)),
          ("at_risk", .int(report.customers.atRisk)),
          ("lapsed", .int(report.customers.lapsed)),
          ("never_bought", .int(report.customers.neverBought)),
        ])
      ),
    ])
  }

  private static func uncontacted(_ uncontacted: Uncontacted) -> JSONValue {
    .object(
      [
        ("window_days", .int(uncontacted.windowDays)),
        ("episodes", .int(uncontacted.episodes)),
        ("implausible", .bool(uncontacted.isImplausible)),
      ] + incidence(uncontacted.incidence))
  }

  private static func outside(_ report: Report) -> JSONValue {
    func rows(_ outside: Outside) -> JSONValue {
      .object([
        ("rows", .int(outside.rows)),
        ("never_bought", .int(outside.neverBought)),
        ("before_first_purchase", .int(outside.beforeFirstPurchase)),
        ("not_lapsed", .int(outside.notLapsed)),
        ("after_return", .int(outside.afterReturn)),
      ])
    }
    return .object([
      ("touches", rows(report.outsideTouches)), ("assignments", rows(report.outsideAssignments)),
    ])
  }

  private static func episodes(_ counts: Report.EpisodeCounts) -> JSONValue {
    .object([
      ("total", .int(counts.total)), ("open", .int(counts.open)),
      ("enrolled", .int(counts.enrolled)), ("treatment", .int(counts.treatment)),
      ("holdout", .int(counts.holdout)),
    ])
  }

  private static func month(_ row: MonthRow) -> JSONValue {
    .object([
      ("month", .text(row.month.description)),
      ("enrolled", .int(row.enrolled)),
      ("mature", .bool(row.isMature)),
      ("matures_on", .text(row.maturesOn.description)),
      ("rate_30", figure(row.rate30)),
      ("rate_60", figure(row.rate60)),
      ("rate_90", figure(row.rate90)),
      ("day_60", row.day60.value == nil ? .null : .object(incidence(row.day60))),
      ("median_days_to_reactivation", JSONValue(row.medianDays.value)),
      ("revenue_per_lapsed", JSONValue(row.revenuePerLapsed.value)),
      ("restated_from", row.restatedFrom.map { .object(proportion($0)) } ?? .null),
      ("notes", .list(row.notes.map { .text($0) })),
    ])
  }

  private static func figure(_ figure: Figure<Proportion>) -> JSONValue {
    figure.value.map { .object(proportion($0)) } ?? .null
  }
}

/// Members that many parts of the report share.
extension JSONReport {
  static func proportion(_ rate: Proportion) -> [(String, JSONValue)] {
    [("x", .int(rate.x)), ("n", .int(rate.n)), ("value", JSONValue(rate.value))]
      + interval(rate.interval)
  }

  static func interval(_ interval: Interval?, _ prefix: String = "") -> [(String, JSONValue)] {
    [(prefix + "low", JSONValue(interval?.low)), (prefix + "high", JSONValue(interval?.high))]
  }

  static func incidence(_ figure: Figure<Incidence>) -> [(String, JSONValue)] {
    [("value", JSONValue(figure.value?.value))] + interval(figure.value?.interval)
  }

  static func span(_ span: MonthSpan) -> [(String, JSONValue)] {
    [("from", .text(span.from.description)), ("to", .text(span.to.description))]
  }

  /// Who is counted and who is not, by cause.
  static func population(_ population: Population) -> [(String, JSONValue)] {
    [
      (
        "population",
        .object([
          ("total", .int(population.total)), ("counted", .int(population.counted)),
          (
            "excluded",
            .object(population.excluded.map { ($0.cause.rawValue, .int($0.count)) })
          ),
        ])
      )
    ]
  }

  /// What stands in a line's place where a folder lacks what it needs.
  static func absent(_ missing: Missing) -> JSONValue {
    switch missing {
    case .needs(let need): .object([("value", nil), ("needs", .text(need.rawValue))])
    default: .null
    }
  }
}
