import Metrics
package import Tables

extension Page {
  /// The page as CSV. A page with one table has a row a row, numbers plain and shares of one; a page of
  /// several has a row a number, since their columns differ. Every row carries the report's day and the
  /// address of the screen.
  package func commaSeparated(asOf: Day, place: String, hasTitles: Bool = true) -> String {
    let tables = sections.compactMap { section -> (heading: String, table: Table)? in
      guard case .table(let table) = section.body else { return nil }
      return (section.heading ?? crumbs.last ?? "", table)
    }
    let head = ["\(asOf)", place]
    let rows = tables.count == 1 ? tables[0].table.wide : Page.long(tables)
    return CommaSeparated.text(
      rows.enumerated().map { ($0 == 0 ? ["as_of", "screen"] : head) + $1 }
        .dropFirst(hasTitles ? 0 : 1))
  }

  private static func long(_ tables: [(heading: String, table: Table)]) -> [[String]] {
    [["table", "row", "column", "value", "x", "n", "low", "high", "text"]]
      + tables.flatMap { heading, table in
        table.rows.flatMap { row in
          table.columns.indices.dropFirst().compactMap { index in
            let cell = row.cells[index]
            if cell.text.isEmpty, cell.value == nil { return nil }
            return [heading, row.cells.first?.text ?? "", table.columns[index].title]
              + cell.parts + [cell.text]
          }
        }
      }
  }
}

extension Table {
  /// The titles, then a row a row: numbers plain, all else as it is seen; charts are left out.
  var wide: [[String]] {
    let shown = columns.indices.filter { index in
      !columns[index].title.isEmpty || index == 0
        || rows.contains { !$0.cells[index].text.isEmpty }
    }.filter { columns[$0].axis == nil }
    return [shown.map { columns[$0].title.isEmpty ? "name" : columns[$0].title }]
      + rows.map { row in shown.map { row.cells[$0].plain } }
  }

  /// The table as it is seen, columns parted by tabs: what spreadsheets take from a clipboard.
  var tabbed: String {
    let shown = columns.indices.filter { index in
      rows.contains { !$0.cells[index].text.isEmpty }
    }
    func line(_ texts: [String]) -> String {
      texts.map(CommaSeparated.guarded).joined(separator: "\t") + "\n"
    }
    return line(shown.map { columns[$0].title })
      + rows.map { row in line(shown.map { row.cells[$0].text }) }.joined()
  }
}

extension Table.Cell {
  /// The number without its unit, shares of one; the lower bound of an interval would say too little, so
  /// intervals stay as they are seen.
  fileprivate var plain: String {
    switch value {
    case .proportion(let rate): rate.value.map { "\($0)" } ?? ""
    case .quantity(.count(let count)): "\(count)"
    case .quantity(let quantity): "\(quantity.number)"
    case .day(let day): "\(day)"
    case .interval, .bounds, .missing: text
    // A dash stands for nothing.
    case nil: text == "-" ? "" : text
    }
  }

  /// The value, x, n and the bounds, each empty where there is none.
  fileprivate var parts: [String] {
    switch value {
    case .proportion(let rate):
      [
        rate.value.map { "\($0)" } ?? "", "\(rate.x)", "\(rate.n)",
        rate.interval.map { "\($0.low)" } ?? "", rate.interval.map { "\($0.high)" } ?? "",
      ]
    case .quantity(let quantity): ["\(quantity.number)", "", "", "", ""]
    case .interval(let interval, _): ["", "", "", "\(interval.low)", "\(interval.high)"]
    case .bounds(let rate):
      [
        "", "\(rate.x)", "\(rate.n)", rate.interval.map { "\($0.low)" } ?? "",
        rate.interval.map { "\($0.high)" } ?? "",
      ]
    case .day(let day): ["\(day)", "", "", "", ""]
    case .missing, nil: ["", "", "", "", ""]
    }
  }
}
