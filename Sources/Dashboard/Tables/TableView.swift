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

  /// What is seen first, if anything is to be done before the last step, and that step. Rows are put in order
  /// before some of them are left out: with every letter that is typed only the filter changes.
  var steps: (wider: TableView?, last: TableView) {
    if filter.isEmpty || order == nil { return (nil, self) }
    return (TableView(section: section, order: order), TableView(section: section, filter: filter))
  }
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
        // While a name is typed it names no column yet: that hides nothing.
        column(named: name).map { column in
          row.cells[column].value?.compared.map { comparator.holds($0, number) } ?? false
        } ?? true
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

  /// The columns that hold numbers, as a filter names them.
  var numberNames: [String] {
    columns.indices.filter { column in
      rows.contains { $0.cells[column].value?.compared != nil }
    }.map { columns[$0].name }.filter { !$0.isEmpty }
  }

  /// Whether the numbers of a column can be put in one order.
  func isOrdered(_ column: Int) -> Bool {
    Set(rows.compactMap { $0.cells[column].value?.kind }).count < 2
  }

  /// The column of a name: the whole name, else the only one that begins so; `rate` is the first share
  /// where no column is called so.
  private func column(named name: String) -> Int? {
    let names = columns.map(\.name)
    if let whole = names.firstIndex(of: name) { return whole }
    let beginning = names.indices.filter { names[$0].hasPrefix(name) }
    if beginning.count == 1 { return beginning[0] }
    guard name == "rate" else { return nil }
    return columns.indices.first { column in
      rows.contains { if case .proportion = $0.cells[column].value { true } else { false } }
    }
  }
}

extension Table.Column {
  /// The title as a filter names it: `day60`.
  fileprivate var name: String { title.lowercased().filter { $0 != " " && $0 != "%" } }
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
