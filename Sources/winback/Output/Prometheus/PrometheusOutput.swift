import Metrics
import Tables

/// The report in the Prometheus text format, for node_exporter's textfile collector.
///
/// Names and labels are a public interface: they are added to, never renamed. Shares and returns are
/// ratios, times are seconds, amounts are in the currency that a label names.
enum PrometheusOutput {
  static func text(_ report: Report) -> String {
    (about(report) + scorecard(report) + channels(report) + guardrails(report) + playbook(report))
      .map(\.text).joined()
  }

  private static let secondsOfDay = 86_400.0

  private static func seconds(_ day: Day) -> Double { Double(day.number) * secondsOfDay }

  private static func about(_ report: Report) -> [MetricFamily] {
    var asOf = MetricFamily(
      "winback_report_as_of_timestamp_seconds", "The day of the report, at 00:00 UTC.")
    asOf.add(seconds(report.asOf))
    var customers = MetricFamily("winback_customers", "Customers by where they stand.")
    for (status, count) in [
      ("active", report.customers.active), ("at_risk", report.customers.atRisk),
      ("lapsed", report.customers.lapsed), ("never_bought", report.customers.neverBought),
    ] {
      customers.add(Double(count), ("status", status))
    }
    var doubts = MetricFamily(
      "winback_doubts", "What makes numbers doubtful, as winback check says.")
    doubts.add(Double(report.doubts.count))
    return [asOf, customers, doubts] + tables(report)
  }

  private static func tables(_ report: Report) -> [MetricFamily] {
    var read = MetricFamily("winback_table_rows", "Rows of a table, refused ones included.")
    var refused = MetricFamily("winback_table_refused_rows", "Rows of a table that were refused.")
    var newest = MetricFamily(
      "winback_table_newest_timestamp_seconds", "The newest day with a row, at 00:00 UTC.")
    for account in report.accounts {
      let label = ("table", account.table.rawValue)
      read.add(Double(account.rows.total), label)
      refused.add(Double(report.findings.count(in: account.table)), label)
      newest.add(account.newestDay.map(seconds), label)
    }
    return [read, refused, newest]
  }

  private static func scorecard(_ report: Report) -> [MetricFamily] {
    var ratio = MetricFamily(
      "winback_scorecard_ratio", "Lines of the scorecard that are shares, differences or returns.")
    var lower = MetricFamily(
      "winback_scorecard_lower_bound_ratio", "The lower bound of the 95 % interval of a line.")
    var upper = MetricFamily(
      "winback_scorecard_upper_bound_ratio", "The upper bound of the 95 % interval of a line.")
    var amount = MetricFamily(
      "winback_scorecard_amount", "Lines of the scorecard that are money, in the currency's unit.")
    var duration = MetricFamily(
      "winback_scorecard_seconds", "Lines of the scorecard that are times.")
    var people = MetricFamily("winback_scorecard_people", "Lines of the scorecard that are people.")
    var base = MetricFamily("winback_scorecard_sample_people", "How many a line is taken over.")
    var status = MetricFamily(
      "winback_scorecard_status", "1 for the status that a line has, 0 for the others.")
    for line in report.lines {
      let label = ("line", line.key)
      switch line.figure.value {
      case .share(let number), .points(let number), .ratio(let number), .growth(let number):
        ratio.add(number, label)
        lower.add(line.interval?.low, label)
        upper.add(line.interval?.high, label)
      case .money(let number): amount.add(number, label, ("currency", report.currency ?? ""))
      case .days(let number): duration.add(number * secondsOfDay, label)
      case .count(let number): people.add(Double(number), label)
      case nil: break
      }
      base.add(line.n.map(Double.init), label)
      guard let own = line.status else { continue }
      for other in [Status.bad, .watch, .healthy, .best] {
        status.add(own == other ? 1 : 0, label, ("status", other.rawValue))
      }
    }
    return [ratio, lower, upper, amount, duration, people, base, status]
  }

  private static func channels(_ report: Report) -> [MetricFamily] {
    var contacted = MetricFamily(
      "winback_channel_contacted_episodes", "Lapses that a channel wrote to, in the quarter.")
    var returns = MetricFamily(
      "winback_channel_reactivations", "Returns credited to a channel, in the quarter.")
    var revenue = MetricFamily(
      "winback_channel_revenue_amount", "Net revenue credited to a channel, in the quarter.")
    var cost = MetricFamily("winback_channel_cost_amount", "What a channel cost, in the quarter.")
    var roi = MetricFamily("winback_channel_net_roi_ratio", "Net ROI of a channel, in the quarter.")
    for channel in report.quarter.channels {
      let label = ("channel", channel.name)
      let currency = ("currency", report.currency ?? "")
      if !channel.isUnattributed { contacted.add(Double(channel.contacted), label) }
      returns.add(Double(channel.reactivations), label)
      revenue.add(channel.revenue, label, currency)
      cost.add(channel.cost, label, currency)
      roi.add(channel.netROI.value, label)
    }
    return [contacted, returns, revenue, cost, roi]
  }

  private static func guardrails(_ report: Report) -> [MetricFamily] {
    var tripped = MetricFamily(
      "winback_guardrail_tripped", "1 where a guardrail is tripped, 0 where it holds.")
    var unknown = MetricFamily(
      "winback_guardrail_unknown", "1 where nothing can be told of a guardrail, else 0.")
    var people = MetricFamily("winback_guardrail_people", "Who is behind what a guardrail found.")
    for finding in report.guardrails {
      let label = ("guardrail", finding.guardrail.rawValue)
      switch finding.verdict {
      case .tripped, .held:
        tripped.add(finding.verdict == .tripped ? 1 : 0, label)
        unknown.add(0, label)
        people.add(Double(finding.people), label)
      case .cannotTell: unknown.add(1, label)
      }
    }
    return [tripped, unknown, people]
  }

  private static func playbook(_ report: Report) -> [MetricFamily] {
    var audience = MetricFamily("winback_tactic_audience_people", "Who is on a tactic's work list.")
    var expected = MetricFamily(
      "winback_tactic_expected_reactivations", "What tactics are ranked by: a guess, not a promise."
    )
    for play in report.playbook.plays where play.tactic != .measureAndCut && play.lack == nil {
      let label = ("tactic", play.tactic.rawValue)
      audience.add(Double(play.audience), label)
      expected.add(play.expected, label)
    }
    return [audience, expected]
  }
}
