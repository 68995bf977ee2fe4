import Glyphs
import Metrics

extension Page {
  /// The page read linearly: the same sentences and rows, charts as tables.
  package func document(title: String, right: String) -> Document {
    var document = Document([.title(title, right: right)])
    for section in sections {
      if let heading = section.heading ?? mainHeading(section) {
        document.append(.heading(heading))
      }
      for block in section.body.blocks { document.append(block) }
    }
    return document
  }

  /// A table that needs no heading on its screen is the one that the page is named after.
  private func mainHeading(_ section: Section) -> String? {
    if case .table = section.body { crumbs.last } else { nil }
  }
}

extension Section.Body {
  fileprivate var blocks: [Document.Block] {
    switch self {
    case .sentences(let sentences): sentences.map { .paragraph($0.text) }
    case .bullets(let sentences): [.bullets(sentences.map(\.text))]
    case .table(let table): [table.block]
    case .curves(let curves): [curves.block]
    case .columns(let chart): [chart.block]
    }
  }
}

extension Table {
  /// The table without its graphics, as many columns as a line of text holds, and each row's further
  /// words under it.
  package var block: Document.Block {
    if rowCount == 0 { return .paragraph(emptyText) }
    var words = self
    for index in columns.indices where rows.allSatisfy({ $0.cells[index].text.isEmpty }) {
      // What is empty all the way down takes no room and is left out below.
      words.columns[index].dropped = 0
      words.columns[index].minimum = nil
    }
    let shown = TableLayout(words, width: TextOutput.width - Layout.indent).columns.map(\.index)
      .filter { index in rows.contains { $0.hasText(at: index) } }
    return .table(
      shown.map { .init(title: columns[$0].title, alignment: columns[$0].alignment) },
      rows.map { row in
        .init(
          shown.map { row.hasText(at: $0) ? row.cells[$0].text : "" },
          note: [rest(of: row, besides: shown), row.note].compactMap { $0 }.joined(separator: " "))
      })
  }

  /// What stands in columns that a line has no room for: `n 541, 95 % 6.3 to 10.9.`
  private func rest(of row: Row, besides shown: [Int]) -> String? {
    let words = columns.indices.filter { !shown.contains($0) && row.hasText(at: $0) }
      .map { "\(columns[$0].title) \(row.cells[$0].text)" }
    return words.isEmpty ? nil : words.joined(separator: ", ").capitalizedFirst + "."
  }
}

extension Table.Row {
  fileprivate func hasText(at index: Int) -> Bool {
    !cells[index].text.isEmpty && !cells[index].runsOn
  }

  /// The detail; without one, what runs on over empty cells, which would widen its own column.
  fileprivate var note: String? { whole ?? cells.first { $0.runsOn && !$0.text.isEmpty }?.text }
}

extension Curves {
  /// The curves at the days that are looked at.
  fileprivate var block: Document.Block {
    .table(
      [.init(title: "by day")]
        + lines.flatMap { line -> [Document.Column] in
          let name = Document.Column(title: SafeText(line.name, limit: 24).description)
          return [name] + (line.showsInterval ? [.init(title: "95 %")] : []) + [
            .init(title: "at risk")
          ]
        },
      [7, 14, 30, 45, 60, 90].filter { $0 <= days }.map { day in
        .init(["\(day)"] + lines.flatMap { $0.cells(on: day) })
      })
  }
}

extension Curves.Line {
  /// What a row of a day says of the curve.
  fileprivate func cells(on day: Int) -> [String] {
    guard let point = curve.point(on: day) else {
      return ["too few"] + (showsInterval ? [""] : []) + [""]
    }
    let share = Wording.percent(point.share) + (day <= curve.observedThrough ? "" : " so far")
    let interval = point.interval.map { Wording.percents($0, of: point.share) } ?? ""
    return [share] + (showsInterval ? [interval] : []) + [Wording.count(point.atRisk)]
  }
}

extension ColumnChart {
  /// The columns as rows.
  fileprivate var block: Document.Block {
    .table(
      [
        .init(title: "month", alignment: .left), .init(title: "rate"), .init(title: "95 %"),
        .init(title: "n"),
      ],
      bars.map { bar in
        let rate = bar.rate.value
        let cells = [Table.Cell.rate(bar.rate), rate.map { .interval(of: $0) } ?? Table.Cell("")]
        return .init([bar.label] + cells.map(\.text) + [rate.map { Wording.count($0.n) } ?? ""])
      })
  }
}
