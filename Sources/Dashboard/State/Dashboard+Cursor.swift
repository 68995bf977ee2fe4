import Terminal

/// What the cursor is on.
extension Dashboard {
  /// The table that the cursor stands in.
  var tableUnderCursor: Table? { page.flatMap { $0.table(at: place(on: $0).stop.section) } }

  /// The section of the table that the cursor stands in, else of the first table; nil where there is none.
  var tableSection: Int? {
    guard let page else { return nil }
    let section = place(on: page).stop.section
    if page.table(at: section) != nil { return section }
    return page.sections.indices.first { page.table(at: $0) != nil }
  }

  /// The row under the cursor; nil outside of tables.
  var rowUnderCursor: Table.Row? {
    guard let page else { return nil }
    let stop = place(on: page).stop
    return page.table(at: stop.section)?.row(at: stop.row)
  }

  /// The column under the cursor, by its place in the table.
  var columnUnderCursor: Int? {
    guard let page, let shown else { return nil }
    let place = place(on: page)
    return shown.layout.cells(of: place.stop).last { $0.index <= place.column }?.index
  }

  /// The cell under the cursor.
  var cellUnderCursor: Table.Cell? {
    guard let row = rowUnderCursor, let column = columnUnderCursor else { return nil }
    return row.cells[column]
  }

  /// What the number under the cursor means: what its column says, else what its row is about.
  var termUnderCursor: Term? {
    guard let table = tableUnderCursor, let row = rowUnderCursor, let column = columnUnderCursor
    else { return nil }
    return table.explained(row, column).map { table.columns[$0].term ?? row.term } ?? nil
  }

  /// The sentence under the cursor.
  var sentenceUnderCursor: String? {
    guard let page else { return nil }
    let stop = place(on: page).stop
    guard page.sections.indices.contains(stop.section) else { return nil }
    switch page.sections[stop.section].body {
    case .sentences(let sentences), .bullets(let sentences):
      return sentences.indices.contains(stop.row) ? sentences[stop.row].text : nil
    default: return nil
    }
  }
}

extension Page {
  /// The table of a section, where it is one.
  func table(at section: Int) -> Table? {
    guard sections.indices.contains(section), case .table(let table) = sections[section].body else {
      return nil
    }
    return table
  }
}

extension Table {
  /// The column whose number is meant: the one that is pointed at, if it has a meaning; of a name or a
  /// chart, the first number of the row.
  func explained(_ row: Row, _ column: Int) -> Int? {
    if columns[column].term != nil || row.term != nil { return column }
    return columns.indices.first { columns[$0].term != nil && row.cells[$0].value != nil }
  }
}
