import Glyphs
import Metrics
import Tables
import Terminal

/// What the number under the cursor means, who is in it and who is not, and how it was worked out.
struct ExplanationPage {
  private let dashboard: Dashboard
  private let report: Report
  private let term: Term
  private let row: Table.Row
  private let cell: Table.Cell
  private let column: Table.Column
  private let table: Table

  /// Nil-safe: where the cursor is on no number the page says so.
  static func page(_ dashboard: Dashboard, _ below: Page) -> Page {
    let place = dashboard.place(of: dashboard.subject, on: below)
    guard let report = dashboard.evidence?.report,
      let table = below.table(at: place.stop.section), let row = table.row(at: place.stop.row),
      row.cells.indices.contains(place.column), let meant = table.explained(row, place.column),
      let term = table.columns[meant].term ?? row.term
    else {
      return Page(["Explain"], [Section(nil, .sentences([Sentence("There is no number here.")]))])
    }
    return ExplanationPage(
      dashboard: dashboard, report: report, term: term, row: row, cell: row.cells[meant],
      column: table.columns[meant], table: table
    ).page
  }

  private var page: Page {
    Page(
      ["Explain", term.entry.title],
      [
        Section(nil, .sentences(opening)), Section("What it means", .sentences(meaning)),
        Section("With today's figures", .bullets(figures)),
        Section("Who is counted", population),
        Section("How good that is", .sentences(bands)),
        Section(
          nil,
          .sentences([
            Sentence("o shows the files and lines behind it; Esc closes.", .muted)
          ])),
      ].filter { $0.stops > 0 })
  }

  private var opening: [Sentence] {
    let subject = zip(table.columns, row.cells).first {
      $0.alignment == .left && !$1.text.isEmpty
    }
    let names = [subject?.1.text ?? "", cohort, column.title].filter { !$0.isEmpty }
    let name = names.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    let isNumber = column.term != nil || cell.value != nil
    let shown = isNumber ? cell.text : valueText
    return [
      Sentence("\(name.joined(separator: ", ")): \(shown.isEmpty ? "no number" : shown)", .bold)
    ]
  }

  /// The months that a row about one number is taken over.
  private var cohort: String {
    table.columns.firstIndex { $0.title == "cohort" }.map { row.cells[$0].text } ?? ""
  }

  /// The number of a row that is about one, where the cursor is on a cell without.
  private var valueText: String { row.cells.dropFirst().first { $0.value != nil }?.text ?? "" }

  private var meaning: [Sentence] {
    let entry = term.entry
    var sentences = [Sentence(entry.definition)]
    if let population = entry.population { sentences.append(Sentence("Over whom: \(population)")) }
    if let formula = entry.formula { sentences.append(Sentence("Worked out as: \(formula).")) }
    if let source = entry.source { sentences.append(Sentence("Method: \(source)", .muted)) }
    return sentences
  }

  /// The arithmetic, from the cell under the cursor or, on a row about one number, from its value.
  private var figures: [Sentence] {
    // On a name or a word of a row about one number, all that the row says of it.
    let cells = cell.value == nil ? row.cells.filter { $0.value != nil } : [cell]
    var lines: [String] = []
    for line in cells.flatMap(Explaining.lines) where !lines.contains(line) { lines.append(line) }
    // What a row says is about the number that it is about, not about each of its columns; what the
    // screen may have no room for is said on all of them.
    if column.term == nil || column.term == rowTerm || row.more != nil {
      lines += [row.detail, row.more].compactMap { $0 }
    }
    return lines.map { Sentence($0) }
  }

  /// What a row of several numbers is about: the rate that its detail compares.
  private var rowTerm: Term? {
    [.firstChannelRate, .rateByDay, .versusRest, .comparison].contains(column.term)
      ? column.term : nil
  }

  private var population: Section.Body {
    guard let population = row.population, population.total > 0 else { return .sentences([]) }
    let rows =
      [("counted", population.counted)]
      + population.excluded.filter { $0.count > 0 }
      .map { ("left out: \($0.cause.words)", $0.count) }
    return .table(
      Table(
        [.init("", .left, minimum: 12), .init("how many")],
        rows.map { Table.Row([.init($0.0), .count($0.1)]) }
          + [Table.Row([.init("all it could be about"), .count(population.total, .bold)])]))
  }

  private var bands: [Sentence] {
    guard let metric = Banded(rawValue: term.rawValue), let band = report.definitions.band(metric)
    else { return [] }
    let isOwn = report.definitions.bands[metric] != nil
    let source =
      isOwn
      ? "These are the [bands.\(metric.rawValue)] of your winback.toml."
      : "Seed benchmarks for a \(report.definitions.model.rawValue): directional, not law; "
        + "[bands.\(metric.rawValue)] in winback.toml replaces them."
    return [Sentence(Explaining.bands(metric, band, report)), Sentence(source, .muted)]
  }
}
