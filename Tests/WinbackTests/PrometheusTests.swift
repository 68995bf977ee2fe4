import Foundation
import Metrics
import Testing

@testable import winback

/// The report for node_exporter's textfile collector.
struct PrometheusTests {
  private static func read(_ report: Report) throws -> PrometheusText {
    try PrometheusText(PrometheusOutput.text(report))
  }

  /// The names are a public interface: this list may grow, and nothing in it may change.
  private static let names = [
    "winback_report_as_of_timestamp_seconds", "winback_customers", "winback_doubts",
    "winback_table_rows", "winback_table_refused_rows", "winback_table_newest_timestamp_seconds",
    "winback_scorecard_ratio", "winback_scorecard_lower_bound_ratio",
    "winback_scorecard_upper_bound_ratio", "winback_scorecard_amount", "winback_scorecard_seconds",
    "winback_scorecard_people", "winback_scorecard_sample_people", "winback_scorecard_status",
    "winback_channel_contacted_episodes", "winback_channel_reactivations",
    "winback_channel_revenue_amount", "winback_channel_cost_amount",
    "winback_channel_net_roi_ratio",
    "winback_guardrail_tripped", "winback_guardrail_unknown", "winback_guardrail_people",
    "winback_tactic_audience_people", "winback_tactic_expected_reactivations",
  ]

  @Test func `the sample is valid text with the names that it always had`() throws {
    #expect(try Self.read(AnalysedFolder(sampleData).report).names == Self.names)
  }

  @Test func `a number has the value of the report, in base units`() throws {
    let report = try AnalysedFolder(sampleData).report
    let text = try Self.read(report)
    func value(_ name: String, _ labels: [String: String] = [:]) -> Double? {
      text.values[.init(name: name, labels: labels)]
    }
    // 31 October 2026, 00:00 UTC.
    #expect(value("winback_report_as_of_timestamp_seconds") == 1_793_404_800)
    #expect(value("winback_scorecard_ratio", ["line": "day_60"]) == 33.0 / 364)
    #expect(value("winback_scorecard_sample_people", ["line": "day_60"]) == 364)
    #expect(value("winback_scorecard_status", ["line": "day_60", "status": "healthy"]) == 1)
    #expect(value("winback_scorecard_status", ["line": "day_60", "status": "bad"]) == 0)
    #expect(value("winback_customers", ["status": "never_bought"]) == 685)
    #expect(value("winback_table_refused_rows", ["table": "orders"]) == 4)
    #expect(value("winback_guardrail_tripped", ["guardrail": "habit"]) == 1)
    #expect(value("winback_guardrail_tripped", ["guardrail": "blast"]) == 0)
    #expect(value("winback_guardrail_unknown", ["guardrail": "extended"]) == 1)
    #expect(value("winback_guardrail_tripped", ["guardrail": "extended"]) == nil)
    let speed = report.lines.first { $0.key == "time_to_reactivation" }?.figure.value?.number
    #expect(
      value("winback_scorecard_seconds", ["line": "time_to_reactivation"])
        == speed.map { $0 * 86_400 })
  }

  @Test func `a missing number is no sample, and never 0`() throws {
    let folder = try TemporaryFolder([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n"
    ])
    let text = try Self.read(report(ofFolder: folder.path))
    #expect(text.values.keys.allSatisfy { $0.labels["line"] != "day_60" })
    #expect(!text.names.contains("winback_channel_cost_amount"))
    #expect(
      text.values[.init(name: "winback_guardrail_unknown", labels: ["guardrail": "blast"])] == 1)
  }

  @Test func `names that a file is spoiled by are escaped, and stay apart`() throws {
    let names = ["a\"b", "a\\b", "\u{202E}evil", "\u{200B}", "e\u{1B}[31m", "plain", "naïve ☕"]
    let book = Book {
      for (number, name) in zip(1..., names) {
        $0.order("p\(number)", "2026-01-01")
        $0.send("p\(number)", "2026-02-10", by: "\"\(name.replacing("\"", with: "\"\""))\"")
        $0.order("p\(number)", "2026-02-12")
      }
    }
    let written = PrometheusOutput.text(try book.analysed().report)
    #expect(
      written.unicodeScalars.allSatisfy { $0 == "\n" || !$0.properties.isDefaultIgnorableCodePoint }
    )
    #expect(written.utf8.allSatisfy { $0 == 10 || $0 >= 32 })
    let text = try PrometheusText(written)
    let channels = text.values.keys.filter { $0.name == "winback_channel_reactivations" }
      .compactMap { $0.labels["channel"] }
    #expect(
      Set(channels) == [
        "a\"b", "a\\b", "\\u{202e}evil", "\\u{200b}", "e\\u{1b}[31m", "plain", "naïve ☕",
      ])
  }

  @Test(arguments: [
    ("winback_x 1", "the last line has no end"), ("winback_x 1\n", "has no HELP"),
    ("# HELP winback_x a\n# TYPE winback_x gauge\nwinback_x 1\nwinback_x 2\n", "a series twice"),
    ("# HELP winback_x a\n# TYPE winback_x gauge\nwinback_x 1 1700000000\n", "a time after it"),
    ("# HELP winback_days a\n# TYPE winback_days gauge\nwinback_days 1\n", "bad name"),
    ("# HELP winback_x a\n# TYPE winback_x gauge\nwinback_x{a=\"\\d\"} 1\n", "a backslash"),
  ])
  func `the reader of the tests finds what a scraper would refuse`(text: String, fault: String) {
    let error = #expect(throws: PrometheusText.Fault.self) { _ = try PrometheusText(text) }
    #expect(error?.description.contains(fault) == true)
  }
}
