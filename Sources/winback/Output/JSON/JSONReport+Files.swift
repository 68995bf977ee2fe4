import Metrics
import Tables

extension JSONReport {
  /// The answer that the report opens on, in words.
  static func headline(_ report: Report) -> JSONValue {
    let headline = report.headline
    let verdict: (Double, String)? =
      switch headline.target {
      case .reached(let target): (target, "reached")
      case .missed(let target): (target, "missed")
      case .open(let target, _): (target, "open")
      case nil: nil
      }
    return .object([
      ("sentence", .text(headline.sentence(report))),
      (
        "target",
        verdict.map { .object([("value", .number($0.0)), ("verdict", .text($0.1))]) } ?? .null
      ),
      ("holdout", JSONValue(report.holdoutSentence)),
      ("distrust", .list(headline.distrust.map { .text($0.sentence) })),
    ])
  }

  /// The status of every scorecard line that has one.
  static func statuses(_ report: Report) -> JSONValue {
    .object(
      report.lines.compactMap { line in line.status.map { (line.key, .text($0.rawValue)) } })
  }

  /// What became of every row that was read.
  static func inputs(_ accounts: [TableAccount]) -> JSONValue {
    .list(
      accounts.map { account in
        .object([
          ("table", .text(account.table.rawValue)), ("files", .int(account.files)),
          ("newest_day", JSONValue(account.newestDay?.description)),
          ("rows", .int(account.rows.total)), ("counted", .int(account.rows.counted)),
          (
            "excluded",
            .object(account.rows.excluded.map { ($0.cause.rawValue, .int($0.count)) })
          ),
        ])
      })
  }

  /// Every kind of refused row, with the first of it.
  static func refused(_ findings: Findings) -> JSONValue {
    .list(
      findings.kinds.map { kind in
        .object([
          ("table", .text(kind.table.rawValue)), ("column", JSONValue(kind.column)),
          ("count", .int(findings.counts[kind] ?? 0)),
          ("first", JSONValue(findings.examples[kind]?.first?.sentence)),
        ])
      })
  }
}
