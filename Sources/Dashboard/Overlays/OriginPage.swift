import Glyphs
import Metrics
import Tables
import Terminal

/// The files and lines behind what the cursor is on.
struct OriginPage {
  private let dashboard: Dashboard
  private let evidence: Evidence

  static func page(_ dashboard: inout Dashboard, _ below: Page) -> Page {
    guard let evidence = dashboard.evidence else { return Page(["Origin"], []) }
    let page = OriginPage(dashboard: dashboard, evidence: evidence)
    let place = dashboard.place(of: dashboard.subject, on: below)
    let row = below.table(at: place.stop.section)?.row(at: place.stop.row)
    if case .person(let id) = dashboard.subject { return page.lines(of: id) }
    if case .layer(.person(let id)) = row?.link { return page.lines(of: id) }
    let subject = row?.cells.first?.text ?? ""
    if let source = page.source(of: dashboard.subject, row?.link) {
      let reported = source.reportedCount(evidence.report)
      let count = reported ?? dashboard.detail(.roster(source, nil))?.roster?.count ?? 0
      return page.files(
        subject, way(count, "Who is behind it", to: .roster(source), "Nobody is behind it."))
    }
    let selection = row?.mark.map { Selection([$0.condition]) } ?? below.selection ?? Selection()
    let count = dashboard.detail(.count(selection))?.count ?? 0
    return page.files(
      subject, way(count, selection.title, to: .people(selection), "Nobody was enrolled."))
  }

  private static let reading =
    "A number is folded from many rows. Its people are one by one below; o on one of them shows file and "
    + "line of each row."

  /// A customer's rows, with their lines.
  private func lines(of id: String) -> Page {
    let name = Masking.shown(id, isRevealed: dashboard.contacts != nil)
    guard let trace = dashboard.trace, trace.customer == id else {
      return Page(
        ["Origin", name], [Section(nil, .sentences([Sentence("Looking through the files …")]))])
    }
    return Page(
      ["Origin", name],
      [
        Section(
          nil,
          .sentences([
            Sentence(
              "\(name) stands in \(Wording.counted(trace.rows.count, "row")) of the files.", .bold)
          ])),
        Section(
          nil,
          .table(
            Table(
              [
                .init("file", .left, minimum: 12), .init("line"),
                .init("what it says", .left, minimum: 20),
              ], trace.rows.map(row), emptyText: "No file has a row of it any more."))),
      ])
  }

  private func row(_ row: Trace.Row) -> Table.Row {
    let isHidden = dashboard.contacts == nil
    // Whose rows they are is known.
    let words = row.fields.filter { $0.text != dashboard.trace?.customer }.map { field in
      let text = isHidden ? Masking.shown(field.text, isRevealed: false) : field.text
      return "\(SafeText(field.name, limit: 30)) \(SafeText(text, limit: 60))"
    }.joined(separator: ", ")
    return Table.Row(
      [
        .init(SafeText(row.file, limit: 40).description),
        .init(Wording.count(row.line), value: .quantity(.count(row.line))),
        .init(words.fitted(to: 200)),
      ], detail: words)
  }

  /// The files that a number is folded from; its lines are those of its people.
  private func files(_ subject: String, _ people: Table) -> Page {
    Page(
      ["Origin"] + (subject.isEmpty ? [] : [subject]),
      [
        Section(nil, .sentences([Sentence(OriginPage.reading)])),
        Section("People", .table(people)),
        Section("Files it is worked out from", .table(files)),
      ])
  }

  /// The way to the people behind a number.
  private static func way(_ count: Int, _ title: String, to layer: Layer, _ empty: String) -> Table
  {
    Table(
      [.init("who", .left, minimum: 20), .init("people")],
      count == 0 ? [] : [PaneParts.way(title, count, to: layer)], emptyText: empty)
  }

  /// The list of people that is shown, or that a row of guardrails or of the playbook leads to.
  private func source(of layer: Layer, _ link: Link?) -> RosterSource? {
    switch (link, layer) {
    case (.layer(.roster(let source)), _), (_, .roster(let source)): source
    case (.layer(.tactic(let tactic)), _), (_, .tactic(let tactic)):
      WorkList(tactic.rawValue).map { .list($0) }
    default: nil
    }
  }

  private var files: Table {
    Table(
      [
        .init("file", .left, minimum: 12), .init("rows", term: .rowsRead),
        .init("refused", term: .rowsRefused), .init("columns read", .left, dropped: 1, minimum: 16),
      ],
      evidence.analysis.cohort.files.map { file in
        Table.Row([
          .init(SafeText(file.name, limit: 40).description), .count(file.rowCount),
          .count(file.refusedCount, file.refusedCount > 0 ? Style(.watch) : .muted),
          .init(file.columns.sorted().joined(separator: ", "), .muted),
        ])
      })
  }
}
