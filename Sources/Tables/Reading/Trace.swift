/// Where a customer stands in the files.
package struct Trace: Equatable, Sendable {
  /// One row of a file.
  package struct Row: Equatable, Sendable {
    package var table: Table
    /// The file's name within the folder.
    package var file: String
    /// The line that the row starts on, from 1.
    package var line: Int
    /// What stands in it, by the header's names; blank fields are left out.
    package var fields: [Field]
  }

  /// One field of a row.
  package struct Field: Equatable, Sendable {
    package var name: String
    /// As it stands in the file: clean it before it reaches a terminal.
    package var text: String
  }

  /// The customer's id.
  package var customer: String
  /// Whether names and e-mail addresses are in it.
  package var isRevealing: Bool
  package var rows: [Row]
}

extension Cohort {
  /// Finds the rows of a customer in a folder; names and e-mail addresses are left out unless asked for.
  package static func trace(
    _ customer: String, in path: String, options: ReadingOptions, isRevealing: Bool
  ) throws(CohortProblem) -> Trace {
    var trace = Trace(customer: customer, isRevealing: isRevealing, rows: [])
    let tables = Table.allCases.filter { $0.columns.contains("customer_id") }
    let wanted = Array(customer.utf8)
    try FolderWalk(path: path, options: options).visit(tables) { record, layout, place in
      let isWanted = record.with(layout["customer_id"]) { text in
        text.count == wanted.count && text.array == wanted
      }
      guard isWanted else { return }
      let hidden = isRevealing ? [] : ["email", "name"].compactMap { layout[$0] }
      let fields = (0..<layout.fieldCount).filter { !hidden.contains($0) && !record.isBlank($0) }
        .map { Trace.Field(name: layout.names[$0], text: record.text($0)) }
      trace.rows.append(
        Trace.Row(table: place.table, file: place.file, line: place.line, fields: fields))
    }
    return trace
  }
}
