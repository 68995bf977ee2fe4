import Dashboard
import Glyphs
import Metrics
import Tables

/// The report that a person reads in a mail, from the answer down to what was refused.
enum ReportDocument {
  static func document(_ report: Report) -> Document {
    var document = Document()
    let name = report.definitions.name.map { "  \(SafeText($0, limit: 60))" } ?? ""
    document.append(
      .title(
        "winback\(name)",
        right: report.dayAndCustomers))
    document.append(.paragraph(report.headline.sentence(report)))
    if let target = report.headline.targetSentence { document.append(.paragraph(target)) }
    if let holdout = report.holdoutSentence { document.append(.paragraph(holdout)) }
    appendDistrust(report, &document)
    appendReview(report, &document)
    appendScorecard(report, &document)
    appendGuardrails(report, &document)
    appendPlaybook(report, &document)
    appendChannels(report, &document)
    appendSegments(report, &document)
    appendMonths(report, &document)
    appendDefinitions(report, &document)
    appendRows(report, &document)
    return document
  }

  private static func appendDistrust(_ report: Report, _ document: inout Document) {
    // The opening sentence says the others already.
    let reasons = report.headline.distrust.filter { !report.overriding.contains($0) }
    if reasons.isEmpty { return }
    document.append(.heading("What to distrust"))
    document.append(.bullets(reasons.map(\.sentence)))
  }

  private static func appendReview(_ report: Report, _ document: inout Document) {
    guard report.scorecard.day60.value != nil, !report.months.isEmpty else { return }
    document.append(.heading("What changed, and what did the work"))
    document.append(.bullets(report.review.sentences(report)))
  }

  private static func appendScorecard(_ report: Report, _ document: inout Document) {
    let shown = report.lines.filter { $0.figure.value != nil }
    if !shown.isEmpty { appendLines(shown, report, &document) }
    appendMissing(report.lines, &document)
  }

  private static func appendLines(
    _ shown: [ScorecardLine], _ report: Report, _ document: inout Document
  ) {
    document.append(.heading("Scorecard"))
    let columns: [Document.Column] = [
      .init(title: "", alignment: .left), .init(title: "cohort", alignment: .left),
      .init(title: "value"), .init(title: "95 % interval"), .init(title: "n"),
      .init(title: "status", alignment: .left),
    ]
    document.append(
      .table(
        columns,
        shown.map { line in
          let quantity = line.figure.value
          let interval = quantity.flatMap { quantity in
            line.interval.map { Wording.interval($0, of: quantity) }
          }
          return Document.Row(
            [
              line.title, line.span.map(Wording.span) ?? "",
              quantity.map { Wording.quantity($0, report.currency) } ?? "", interval ?? "",
              line.n.map(Wording.count) ?? "", statusText(line),
            ], note: note(line))
        }))
    document.append(
      .paragraph(
        "A status is a seed benchmark, directional, or your own [bands]; low n is under 30 people or "
          + "5 of them."))
  }

  /// The lines without a number, a bullet for each reason.
  private static func appendMissing(_ lines: [ScorecardLine], _ document: inout Document) {
    let missing = lines.missing
    if missing.isEmpty { return }
    document.append(.heading("No number, and why"))
    document.append(
      .bullets(
        missing.map { reason, titles in
          "\(Wording.missing(reason).capitalizedFirst): \(titles.joined(separator: "; "))."
        }))
  }

  private static func statusText(_ line: ScorecardLine) -> String {
    line.isLow ? "low n" : line.status?.rawValue ?? ""
  }

  /// What a status usually means, and what else the line must say.
  private static func note(_ line: ScorecardLine) -> String? {
    let meaning = line.status.flatMap { Wording.meaning(of: $0, for: line.key) }
    let parts = [meaning, line.note].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}
