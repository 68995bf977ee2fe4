import Glyphs
package import Metrics
import Tables
import Terminal

/// What was read, what was refused and why, what is doubtful, and what is missing.
package enum DataPage {
  /// How many rows of a kind are shown.
  static let shownOfAKind = 5

  static func page(_ evidence: Evidence) -> Page {
    let report = evidence.report
    let cohort = evidence.analysis.cohort
    return Page(
      [ScreenName.data.title],
      [
        Section("Files", .table(files(cohort))),
        Section(nil, .sentences(absent(cohort) + unknown(report))),
        Section("Rows", .table(rows(report))),
        Section("Refused", list(report.findings.kinds.map { refused($0, report.findings) })),
        Section("Suspicious", list(report.doubts.map(\.sentence))),
        Section("Bad", list(bad(evidence))),
        Section("Guardrails tripped", list(report.tripped.map(\.checkSentence))),
        Section("No number, and why", list(missing(evidence.lines))),
      ].filter { $0.stops > 0 })
  }

  /// Sentences, or that there are none.
  private static func list(_ sentences: [String]) -> Section.Body {
    sentences.isEmpty
      ? .sentences([Sentence("Nothing.", .muted)]) : .bullets(sentences.map { Sentence($0) })
  }

  private static func files(_ cohort: Cohort) -> Table {
    Table(
      [
        .init("file", .left, minimum: 12), .init("rows", term: .rowsRead),
        .init("refused", dropped: 3, term: .rowsRefused),
        .init("bytes", dropped: 2, term: .fileSize),
      ],
      cohort.files.map { file in
        let unread = file.unknownColumns.prefix(12).map { SafeText($0, limit: 40).description }
        return Table.Row(
          [
            .init(SafeText(file.name, limit: 40).description), .count(file.rowCount),
            .count(file.refusedCount, file.refusedCount > 0 ? Style(.watch) : .muted),
            .count(file.byteCount, .muted),
          ],
          detail: unread.isEmpty ? nil : "columns not read: " + unread.joined(separator: ", "))
      })
  }

  private static func absent(_ cohort: Cohort) -> [Sentence] {
    var sentences: [String] = []
    let absent = Tables.Table.allCases.filter { !cohort.has($0) }.map(\.rawValue)
    if !absent.isEmpty { sentences.append("No file of \(Wording.list(absent, "or")).") }
    if !cohort.strangers.isEmpty {
      let names = cohort.strangers.prefix(8).map { SafeText($0, limit: 40).description }
      sentences.append("Not read, for no table is named so: \(names.joined(separator: ", ")).")
    }
    return sentences.map { Sentence($0) }
  }

  /// What winback.toml names and no file has.
  private static func unknown(_ report: Report) -> [Sentence] {
    if report.unknownNames.isEmpty { return [] }
    let names = report.unknownNames.prefix(8).map { SafeText($0, limit: 60).description }
    return [Sentence("In winback.toml, and in no file: \(names.joined(separator: ", ")).")]
  }

  /// What became of every row.
  package static func rows(_ report: Report) -> Table {
    Table(
      [
        .init("table", .left), .init("files", dropped: 1), .init("rows", term: .rowsRead),
        .init("counted", term: .rowsCounted), .init("newest day", dropped: 2),
      ],
      report.accounts.map { account in
        let causes = account.rows.excluded.filter { $0.count > 0 }.map {
          "\(Wording.count($0.count)) \($0.cause.words)"
        }
        return Table.Row(
          [
            .init(account.table.rawValue), .count(account.files), .count(account.rows.total),
            .count(account.rows.counted),
            account.newestDay.map { .init(Wording.day($0), .muted, value: .day($0)) } ?? .init(""),
          ], detail: causes.isEmpty ? nil : "not counted: " + causes.joined(separator: ", "),
          population: account.rows)
      })
  }

  private static func refused(_ kind: Findings.Kind, _ findings: Findings) -> String {
    let examples = findings.examples[kind] ?? []
    let complaint = (examples.first?.problem ?? kind.problem).complaint
    let count = findings.counts[kind] ?? 0
    let column = kind.column.map { " \(SafeText($0))," } ?? ""
    return "\(kind.table.rawValue),\(column) \(Wording.counted(count, "row")): \(complaint). "
      + places(examples, of: count)
  }

  /// Where the first of a kind stand, and what stood there.
  private static func places(_ examples: [Finding], of count: Int) -> String {
    let shown = examples.prefix(shownOfAKind).map { finding in
      let quotation = finding.quotation.map { " \($0)" } ?? ""
      return "\(SafeText(finding.file)):\(finding.line)\(quotation)"
    }
    let rest = count - shown.count
    return shown.joined(separator: ", ") + (rest > 0 ? " and \(Wording.count(rest)) more." : ".")
  }

  private static func bad(_ evidence: Evidence) -> [String] {
    evidence.lines.filter { $0.status == .bad }.map { line in
      let value = line.figure.value.map { Wording.quantity($0, evidence.report.currency) } ?? ""
      return "\(line.title): \(value), \(Wording.meaning(of: .bad, for: line.key) ?? "bad")."
    }
  }

  /// The lines without a number, a sentence for each reason, with what would give them.
  private static func missing(_ lines: [ScorecardLine]) -> [String] {
    lines.missing.map { reason, titles in
      let advice = Wording.advice(reason).map { " " + $0 } ?? ""
      return "\(Wording.missing(reason).capitalizedFirst): "
        + "\(titles.joined(separator: "; ")).\(advice)"
    }
  }
}
