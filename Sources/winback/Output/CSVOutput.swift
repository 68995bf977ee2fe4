import Dashboard
import Metrics
import Tables

/// The report as one long CSV table, a number a row: for spreadsheets and for loading elsewhere.
///
/// Every row carries the report's day and currency, so that the reports of many months can be put
/// under each other.
enum CSVOutput {
  /// One number.
  private struct Row {
    var section: String
    var name: String
    var measure: String
    var span: MonthSpan?
    var x: Int?
    var n: Int?
    var value: Double?
    var interval: Interval?
    var missing: Missing?
    var status: String?

    /// A share with its parts.
    init(
      _ section: String, _ name: String, _ measure: String, _ span: MonthSpan?, _ rate: Proportion?,
      missing: Missing? = nil
    ) {
      self.init(section, name, measure, span, rate?.value, rate?.interval, missing: missing)
      x = rate?.x
      n = rate?.n
      if rate?.n == 0 { self.missing = .nobody }
    }

    /// Any other number.
    init(
      _ section: String, _ name: String, _ measure: String, _ span: MonthSpan?, _ value: Double?,
      _ interval: Interval? = nil, missing: Missing? = nil
    ) {
      self.section = section
      self.name = name
      self.measure = measure
      self.span = span
      self.value = value
      self.interval = interval
      self.missing = missing
    }

    static let header = [
      "section", "name", "measure", "from", "to", "x", "n", "value", "low", "high", "missing",
      "status",
    ]

    var fields: [String] {
      [
        section, name, measure, span?.from.description ?? "", span?.to.description ?? "",
        x.map(String.init) ?? "", n.map(String.init) ?? "", value.map { "\($0)" } ?? "",
        interval.map { "\($0.low)" } ?? "", interval.map { "\($0.high)" } ?? "",
        missing.map(Wording.missing) ?? "", status ?? "",
      ]
    }
  }

  static func text(_ report: Report) -> String {
    let rows =
      scorecard(report) + channels(report) + breakdowns(report) + months(report)
      + guardrails(report) + playbook(report)
    let head = [report.asOf.description, report.currency ?? ""]
    let lines = [["as_of", "currency"] + Row.header] + rows.map { head + $0.fields }
    return CommaSeparated.text(lines)
  }

  private static func scorecard(_ report: Report) -> [Row] {
    report.lines.map { line in
      var row = Row(
        "scorecard", line.title, line.key, line.span, line.figure.value?.number, line.interval,
        missing: line.figure.missing)
      row.x = line.x
      row.n = line.n
      row.status = line.status?.rawValue
      return row
    }
  }

  private static func channels(_ report: Report) -> [Row] {
    [("channel quarter", report.quarter), ("channel year", report.year)].flatMap {
      section, period in
      period.channels.flatMap { channelRows(section, $0, period.span) }
    }
  }

  private static func channelRows(_ section: String, _ channel: ChannelRow, _ span: MonthSpan)
    -> [Row]
  {
    func row(_ measure: String, _ value: Double?, _ interval: Interval? = nil) -> Row {
      Row(section, channel.name, measure, span, value, interval)
    }
    func row(_ measure: String, _ figure: Figure<Double>, _ interval: Interval? = nil) -> Row {
      Row(section, channel.name, measure, span, figure.value, interval, missing: figure.missing)
    }
    let earned = [
      row("reactivations", Double(channel.reactivations)), row("revenue", channel.revenue),
      row("contribution", channel.contribution),
      Row(section, channel.name, "discount_dependency", span, channel.discountDependency),
    ]
    // What nobody sent has no rate and no cost.
    if channel.isUnattributed { return earned }
    return earned + [
      Row(
        section, channel.name, "rate", span, channel.rate.value, missing: channel.rate.missing),
      row("cost", channel.cost), row("attributed_return", channel.attributedReturn),
      row("net_roi", channel.netROI, channel.netROIInterval),
      row("cost_per_reactivation", channel.costPerReactivation),
      row("ltv_ratio", channel.lifetimeRatio?.value, channel.lifetimeRatio?.interval),
    ]
  }

  private static func breakdowns(_ report: Report) -> [Row] {
    [("quarter", report.quarter), ("year", report.year)].flatMap { name, period in
      period.breakdowns.flatMap { breakdown in
        breakdown.rows.flatMap { line in
          [("day_30", line.rate30), ("day_60", line.rate60), ("day_90", line.rate90)].map {
            measure, rate in
            Row("\(breakdown.dimension.rawValue) \(name)", line.name, measure, period.span, rate)
          }
        }
      }
    }
  }

  private static func guardrails(_ report: Report) -> [Row] {
    report.guardrails.map { finding in
      let name = finding.guardrail.rawValue
      var row: Row
      switch finding.measure {
      case .share(let share): row = Row("guardrail", name, "found", nil, share)
      case .count(let count, let base):
        row = Row("guardrail", name, "found", nil, Double(count))
        (row.x, row.n) = (count, base)
      case .days(let days, let count):
        row = Row("guardrail", name, "found", nil, days)
        row.n = count
      case .age(let days, _): row = Row("guardrail", name, "found", nil, Double(days))
      case nil: row = Row("guardrail", name, "found", nil, nil as Double?)
      }
      row.status = finding.verdict.word
      return row
    }
  }

  private static func playbook(_ report: Report) -> [Row] {
    report.playbook.plays.filter { $0.lack == nil }.flatMap { play in
      [
        Row("tactic", play.tactic.rawValue, "audience", nil, Double(play.audience)),
        Row("tactic", play.tactic.rawValue, "value", nil, play.value),
        Row("tactic", play.tactic.rawValue, "expected", nil, play.expected),
      ]
    }
  }

  private static func months(_ report: Report) -> [Row] {
    report.months.flatMap { month in
      [("day_30", month.rate30), ("day_60", month.rate60), ("day_90", month.rate90)].map {
        measure, figure in
        Row(
          "month", month.month.description, measure, month.month.span,
          figure.value, missing: figure.missing)
      }
    }
  }
}
