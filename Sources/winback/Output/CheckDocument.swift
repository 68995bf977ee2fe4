import Dashboard
import Glyphs
import Metrics
import Tables

/// What `check` prints: the files, every kind of refused row, and what is doubtful.
enum CheckDocument {
  /// How many rows of a kind are shown.
  static let shownOfAKind = 5

  static func document(_ report: Report, _ cohort: Cohort) -> Document {
    var document = Document()
    document.append(
      .title("winback check", right: "as of \(Wording.day(report.asOf))"))
    appendFiles(cohort, &document)
    document.append(.heading("Rows"))
    document.append(
      .table(
        [
          .init(title: "table", alignment: .left), .init(title: "files"), .init(title: "rows"),
          .init(title: "counted"),
        ], report.accounts.map(ReportDocument.accountRow)))
    appendRefused(report.findings, &document)
    document.append(.heading("Suspicious"))
    document.append(
      report.doubts.isEmpty
        ? .paragraph("Nothing.") : .bullets(report.doubts.map(\.sentence)))
    document.append(.heading("Bad"))
    let bad = report.lines.filter { $0.status == .bad }.map { line in
      let value = line.figure.value.map { Wording.quantity($0, report.currency) } ?? ""
      return "\(line.title): \(value), \(Wording.meaning(of: .bad, for: line.key) ?? "bad")."
    }
    document.append(bad.isEmpty ? .paragraph("Nothing.") : .bullets(bad))
    return document
  }

  private static func appendFiles(_ cohort: Cohort, _ document: inout Document) {
    document.append(.heading("Files"))
    document.append(
      .table(
        [
          .init(title: "file", alignment: .left), .init(title: "rows"), .init(title: "refused"),
          .init(title: "bytes"),
        ],
        cohort.files.map { file in
          Document.Row(
            [
              SafeText(file.name, limit: 40).description, Wording.count(file.rowCount),
              Wording.count(file.refusedCount), Wording.count(file.byteCount),
            ],
            note: file.unknownColumns.isEmpty
              ? nil
              : "columns not read: "
                + file.unknownColumns.prefix(12).map { SafeText($0, limit: 40).description }
                .joined(separator: ", "))
        }))
    let absent = Table.allCases.filter { !cohort.has($0) }.map(\.rawValue)
    if !absent.isEmpty {
      document.append(.paragraph("No file of \(Wording.list(absent, "or"))."))
    }
    if !cohort.strangers.isEmpty {
      let names = cohort.strangers.prefix(8).map { SafeText($0, limit: 40).description }
      document.append(
        .paragraph("Not read, for no table is named so: \(names.joined(separator: ", "))."))
    }
  }

  private static func appendRefused(_ findings: Findings, _ document: inout Document) {
    document.append(.heading("Refused"))
    if findings.count == 0 {
      document.append(.paragraph("Nothing."))
      return
    }
    document.append(
      .bullets(
        findings.kinds.map { kind in
          let examples = findings.examples[kind] ?? []
          let complaint = (examples.first?.problem ?? kind.problem).complaint
          let count = findings.counts[kind] ?? 0
          let column = kind.column.map { " \(SafeText($0))," } ?? ""
          return "\(kind.table.rawValue),\(column) \(Wording.counted(count, "row")): "
            + "\(complaint). \(places(examples, of: count))"
        }))
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
}
