import Dashboard
import Metrics

/// A screen as JSON: the same sentences, rows and curves, each number with its text and its parts.
enum JSONPage {
  static func value(_ page: Page, _ report: Report, address: String) -> JSONValue {
    .object([
      ("schema", 1), ("address", .text(address)), ("as_of", .text("\(report.asOf)")),
      ("header", .text(report.dayAndCustomers)), ("name", JSONValue(report.definitions.name)),
      ("currency", JSONValue(report.currency)), ("crumbs", .list(page.crumbs.map { .text($0) })),
      ("sections", .list(page.sections.map(section))),
    ])
  }

  private static func section(_ section: Section) -> JSONValue {
    let heading: (String, JSONValue) = ("heading", JSONValue(section.heading))
    switch section.body {
    case .sentences(let sentences), .bullets(let sentences):
      return .object([heading, ("sentences", .list(sentences.map { .text($0.text) }))])
    case .table(let table):
      return .object([
        heading, ("columns", .list(table.columns.map(column))),
        ("rows", .list(table.rows.map { row($0, table.columns) })),
        ("row_count", .int(table.rowCount)),
        ("empty", table.rowCount == 0 ? .text(table.emptyText) : .null),
      ])
    case .curves(let curves): return .object([heading, ("curves", self.curves(curves))])
    case .columns(let chart):
      return .object([
        heading, ("axis_label", .text(chart.axis.endText)),
        ("months", .list(chart.bars.map(bar))),
      ])
    }
  }

  private static func column(_ column: Table.Column) -> JSONValue {
    .object([
      ("title", .text(column.title)), ("term", JSONValue(column.term?.rawValue)),
      ("axis_from", column.axis == nil ? .null : .int(0)),
      ("axis_to", JSONValue(column.axis?.end)), ("axis_label", JSONValue(column.axis?.endText)),
    ])
  }

  private static func row(_ row: Table.Row, _ columns: [Table.Column]) -> JSONValue {
    .object([
      ("cells", .list(row.cells.map(cell))), ("detail", JSONValue(row.whole)),
      ("hint", JSONValue(row.hint)), ("term", JSONValue(row.term?.rawValue)),
    ])
  }

  private static func cell(_ cell: Table.Cell) -> JSONValue {
    .object([("text", .text(cell.text))] + parts(cell.value) + graphic(cell.graphic))
  }

  /// The plain numbers behind a cell: shares of one, amounts in units.
  private static func parts(_ value: Table.Value?) -> [(String, JSONValue)] {
    switch value {
    case .proportion(let rate):
      [
        ("value", JSONValue(rate.value)), ("x", .int(rate.x)), ("n", .int(rate.n)),
        ("low", JSONValue(rate.interval?.low)), ("high", JSONValue(rate.interval?.high)),
      ]
    case .quantity(.count(let count)): [("value", .int(count))]
    case .quantity(let quantity): [("value", .number(quantity.number))]
    case .interval(let interval, _):
      [("low", .number(interval.low)), ("high", .number(interval.high))]
    case .bounds(let rate):
      [("low", JSONValue(rate.interval?.low)), ("high", JSONValue(rate.interval?.high))]
    case .day(let day): [("value", .text("\(day)"))]
    case .missing(let missing): [("missing", .text(Wording.missing(missing)))]
    case nil: []
    }
  }

  private static func graphic(_ graphic: Table.Graphic?) -> [(String, JSONValue)] {
    guard case .trend(let values) = graphic else { return [] }
    return [("trend", .list(values.map { JSONValue($0) }))]
  }

  private static func curves(_ curves: Curves) -> JSONValue {
    .object([
      ("marked_day", .int(curves.marked)), ("days", .int(curves.days)),
      ("ticks", .list(curves.ticks.map { .int($0) })),
      ("axis_labels", .list(curves.axisLabels.map { .text($0) })),
      ("lines", .list(curves.lines.map { line($0, curves.marked) })),
    ])
  }

  private static func line(_ line: Curves.Line, _ marked: Int) -> JSONValue {
    .object([
      ("name", .text(line.name)), ("label", .text(line.label(on: marked))),
      ("n", .int(line.curve.count)), ("observed_through", .int(line.curve.observedThrough)),
      (
        "points",
        .list(
          line.curve.points.map { point in
            .object([
              ("day", .int(point.day)), ("share", .number(point.share)),
              ("low", JSONValue(point.interval?.low)), ("high", JSONValue(point.interval?.high)),
              ("at_risk", .int(point.atRisk)), ("at_risk_text", .text(Wording.count(point.atRisk))),
            ])
          })
      ),
    ])
  }

  private static func bar(_ bar: ColumnChart.Bar) -> JSONValue {
    let rate = bar.rate.value
    let value =
      bar.rate.value.map { Table.Value.proportion($0) }
      ?? bar.rate.missing.map { .missing($0) }
    return .object(
      [
        ("month", .text(bar.label)),
        ("text", JSONValue(bar.numberText)),
        ("n_text", JSONValue(rate.map { Wording.count($0.n) })),
      ] + parts(value))
  }
}
