import Metrics

/// Marking, filtering and sorting rows.
extension Dashboard {
  mutating func toggleMark() {
    guard let mark = rowUnderCursor?.mark else { return }
    if let place = marks.firstIndex(of: mark) {
      marks.remove(at: place)
    } else {
      marks.append(mark)
    }
    let titles = Wording.list(marks.map(\.title))
    message =
      switch marks.count {
      case 0: "Nothing is marked."
      case 1: "Marked: \(titles). Mark another to compare."
      default: "Marked: \(titles). c compares."
      }
  }

  mutating func startFilter() {
    prompt = Prompt(
      kind: .filter(before: view.tables[layer]), text: view.tables[layer]?.filter.text ?? "",
      place: places[layer])
  }

  /// Shows the rows that a text asks for, in the table that the cursor is in.
  mutating func filter(_ text: String) {
    guard let page, let section = tableSection else { return }
    var table = view.tables[layer] ?? TableView(section: section)
    // One table of a page is looked at in a way of its own: the one that the cursor is in.
    if table.section != section, page.table(at: section) != nil {
      table = TableView(section: section)
    }
    table.filter = Filter(text)
    set(table)
    places[layer]?.stop = Stop(section: table.section, row: 0)
    places[layer]?.firstRow = 0
  }

  /// Shows all rows again, in the order asked for.
  mutating func clearFilter() {
    guard var table = view.tables[layer] else { return }
    table.filter = Filter("")
    set(table)
  }

  private mutating func set(_ table: TableView) {
    view.tables[layer] = table.isPlain ? nil : table
  }

  /// By the cursor's column, the largest first; the column that it is sorted by already: as it came.
  mutating func sort() {
    order { current, column, hasNumbers in
      current?.column == column ? nil : .init(column: column, isDescending: hasNumbers)
    }
  }

  mutating func reverse() {
    order { current, column, hasNumbers in
      guard let current, current.column == column else {
        return .init(column: column, isDescending: !hasNumbers)
      }
      return .init(column: column, isDescending: !current.isDescending)
    }
  }

  private mutating func order(
    _ next: (TableView.Order?, String, Bool) -> TableView.Order?
  ) {
    guard let page, let table = tableUnderCursor, let column = columnUnderCursor else { return }
    let section = place(on: page).stop.section
    var view = self.view.tables[layer] ?? TableView(section: section)
    if view.section != section { view = TableView(section: section) }
    // What a list shows of a column depends on where one is in it.
    let listed = layer.listColumns.first { $0.title == table.columns[column].title }
    let hasNumbers =
      listed?.isNumber ?? table.rows.contains { $0.cells[column].value?.shown != nil }
    view.order = next(view.order, table.columns[column].title, hasNumbers)
    let row = rowUnderCursor
    set(view)
    refresh()
    // The cursor stays on its row, wherever that has gone; a list of people begins anew.
    if layer.isList {
      places[layer]?.stop.row = 0
      places[layer]?.firstRow = 0
    } else if let place = tableUnderCursor?.rows.firstIndex(where: { $0 == row }) {
      places[layer]?.stop.row = place
    }
    let title = table.columns[column].title.isEmpty ? "name" : table.columns[column].title
    message =
      view.order.map { "Sorted by \(title), \($0.isDescending ? "largest" : "smallest") first." }
      ?? "In its own order again."
  }

  /// To the next row that meets what was last looked for.
  mutating func moveToMatch(_ way: Int) {
    guard let page, let table = tableUnderCursor else { return }
    var place = place(on: page)
    if layer.isList || !isUnfiltered {
      move(way > 0 ? .down : .up)
      return
    }
    let count = table.rows.count
    for distance in 1...max(1, count) {
      let row = ((place.stop.row + way * distance) % count + count) % count
      if table.meets(table.rows[row], lastFilter.conditions) {
        place.stop.row = row
        places[layer] = place
        return
      }
    }
    message = "No row meets \(lastFilter.text)."
  }
}
