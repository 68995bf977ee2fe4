import Metrics
import Tables

/// The report as one long CSV table, a number a row: for spreadsheets and for loading elsewhere.
enum CSVOutput {
  static let header = [
    "section", "name", "measure", "from", "to", "x", "n", "value", "low", "high", "missing",
  ]

  static func text(_ report: Report) -> String {
    let rows =
      [header] + scorecard(report) + channels(report) + breakdowns(report) + months(report)
    return rows.map { $0.map(field).joined(separator: ",") }.joined(separator: "\r\n") + "\r\n"
  }

  private static func scorecard(_ report: Report) -> [[String]] {
    report.lines.map { line in
      let span = line.span
      return row(
        "scorecard", line.title, line.key, span, x: line.x, n: line.n,
        value: line.figure.value?.number, interval: line.interval,
        missing: line.figure.missing)
    }
  }

  private static func channels(_ report: Report) -> [[String]] {
    [("channel quarter", report.quarter), ("channel year", report.year)].flatMap {
      section, period in
      period.channels.flatMap { channel in
        channelRows(section, channel, period.span)
      }
    }
  }

  private static func channelRows(_ section: String, _ channel: ChannelRow, _ span: MonthSpan)
    -> [[String]]
  {
    func number(
      _ measure: String, _ value: Double?, _ interval: Interval? = nil, _ missing: Missing? = nil
    )
      -> [String]
    {
      row(
        section, channel.name, measure, span, value: value, interval: interval, missing: missing)
    }
    let rate = channel.rate.value
    return [
      row(
        section, channel.name, "rate", span, x: channel.reactivations, n: channel.contacted,
        value: rate?.value, interval: rate?.interval, missing: channel.rate.missing),
      number("revenue", channel.revenue), number("contribution", channel.contribution),
      number("cost", channel.cost),
      number(
        "attributed_return", channel.attributedReturn.value, nil,
        channel.attributedReturn.missing),
      number("net_roi", channel.netROI.value, channel.netROIInterval, channel.netROI.missing),
      number(
        "cost_per_reactivation", channel.costPerReactivation.value, nil,
        channel.costPerReactivation.missing),
    ]
  }

  private static func breakdowns(_ report: Report) -> [[String]] {
    [("quarter", report.quarter), ("year", report.year)].flatMap { name, period in
      period.breakdowns.flatMap { breakdown in
        breakdown.rows.flatMap { line in
          [("day_30", line.rate30), ("day_60", line.rate60), ("day_90", line.rate90)].map {
            measure, rate in
            row(
              "\(breakdown.dimension.rawValue) \(name)", line.name, measure, period.span,
              x: rate.x, n: rate.n, value: rate.value, interval: rate.interval,
              missing: rate.n == 0 ? .nobody : nil)
          }
        }
      }
    }
  }

  private static func months(_ report: Report) -> [[String]] {
    report.months.flatMap { month in
      [("day_30", month.rate30), ("day_60", month.rate60), ("day_90", month.rate90)].map {
        measure, figure in
        let rate = figure.value
        return row(
          "month", month.month.description, measure, MonthSpan(1, endingWith: month.month),
          x: rate?.x, n: rate?.n, value: rate?.value, interval: rate?.interval,
          missing: figure.missing)
      }
    }
  }

  private static func row(
    _ section: String, _ name: String, _ measure: String, _ span: MonthSpan?, x: Int? = nil,
    n: Int? = nil, value: Double?, interval: Interval?, missing: Missing?
  ) -> [String] {
    [
      section, name, measure, span?.from.description ?? "", span?.to.description ?? "",
      x.map(String.init) ?? "", n.map(String.init) ?? "", value.map { "\($0)" } ?? "",
      interval.map { "\($0.low)" } ?? "", interval.map { "\($0.high)" } ?? "",
      missing.map(Wording.missing) ?? "",
    ]
  }

  /// A field by RFC 4180; a text that a spreadsheet would run as a formula gets an apostrophe.
  static func field(_ text: String) -> String {
    var text = text
    if let first = text.first, "=+-@\t\r".contains(first), Double(text) == nil {
      text = "'" + text
    }
    // By bytes: as characters, CR LF is one and neither CR nor LF.
    guard text.utf8.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
