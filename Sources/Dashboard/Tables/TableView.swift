import Metrics

/// How one table of a layer is looked at.
struct TableView: Hashable, Sendable {
  /// The section of the page that holds the table.
  var section: Int
  var filter = Filter("")
  var order: Order?

  /// By which column rows are sorted.
  struct Order: Hashable, Sendable {
    /// The column's title.
    var column: String
    /// Whether the largest, or the last letter, comes first.
    var isDescending: Bool
  }

  /// Whether everything is seen as it comes.
  var isPlain: Bool { filter.isEmpty && order == nil }
}

extension Table {
  /// The rows that a filter leaves, in the order that is asked for.
  func seen(through view: TableView) -> Table {
    var table = self
    if !view.filter.isEmpty {
      table.rows = rows.filter { meets($0, view.filter.conditions) }
      if table.rows.isEmpty { table.emptyText = "No row is left: Esc clears the filter." }
    }
    if let order = view.order, let column = columns.firstIndex(where: { $0.title == order.column })
    {
      table.rows = table.rows.sorted(by: column, isDescending: order.isDescending)
    }
    table.rowCount = table.rows.count
    return table
  }

  /// Whether a row meets all conditions.
  func meets(_ row: Row, _ conditions: [Filter.Condition]) -> Bool {
    conditions.allSatisfy { condition in
      switch condition {
      case .word(let word, let isExcluded):
        row.cells.contains { $0.text.lowercased().contains(word) } != isExcluded
      case .number(let name, let comparator, let number):
        column(named: name).flatMap { row.cells[$0].value?.shown }
          .map { comparator.holds($0, number) } ?? false
      }
    }
  }

  /// The first condition that asks for a column which is not here.
  func missingColumn(_ filter: Filter) -> String? {
    for case .number(let name, _, _) in filter.conditions where column(named: name) == nil {
      return name
    }
    return nil
  }

  /// The titles of the columns that hold numbers.
  var numberTitles: [String] {
    columns.indices.filter { column in
      !columns[column].title.isEmpty && rows.contains { $0.cells[column].value?.shown != nil }
    }.map { columns[$0].title }
  }

  /// The column of a name: the whole title, else the first title that begins so.
  private func column(named name: String) -> Int? {
    let titles = columns.map { $0.title.lowercased().filter { $0 != " " && $0 != "%" } }
    return titles.firstIndex(of: name) ?? titles.firstIndex { !$0.isEmpty && $0.hasPrefix(name) }
  }
}

extension [Table.Row] {
  /// Numbers by their size, words by their letters, and what has neither last; equals stay as they are.
  fileprivate func sorted(by column: Int, isDescending: Bool) -> [Table.Row] {
    func number(_ row: Table.Row) -> Double? { row.cells[column].value?.shown }
    let hasNumbers = contains { number($0) != nil }
    let ranked = enumerated().sorted { left, right in
      if hasNumbers {
        let (a, b) = (number(left.element), number(right.element))
        guard let a, let b else {
          return a == nil && b == nil ? left.offset < right.offset : a != nil
        }
        if a != b { return isDescending ? a > b : a < b }
      } else {
        let (a, b) = (left.element.cells[column].text, right.element.cells[column].text)
        if a.isEmpty != b.isEmpty { return b.isEmpty }
        if a != b { return isDescending ? a > b : a < b }
      }
      return left.offset < right.offset
    }
    return ranked.map(\.element)
  }
}
