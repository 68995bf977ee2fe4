/// Where in a file's records the columns of a table stand.
struct Layout {
  /// The fields of every record of the file.
  let fieldCount: Int
  private let positions: [String: Int]
  /// The header's own names, field by field.
  let names: [String]
  let unknown: [String]

  /// Finds the columns by name; `renamed` gives their names for ours.
  init(header: [String], table: Table, renamed: [String: String], file: String)
    throws(CohortProblem)
  {
    var positions: [String: Int] = [:]
    for column in table.columns {
      let name = renamed[column] ?? column
      let places = header.indices.filter { header[$0] == name }
      if places.count > 1 { throw .repeatedColumn(name: file, column: name) }
      positions[column] = places.first
    }
    let missing = table.required.filter { positions[$0] == nil }.map { renamed[$0] ?? $0 }
    guard missing.isEmpty else {
      throw .missingColumns(name: file, table: table, missing: missing, found: header)
    }
    self.positions = positions
    names = header
    fieldCount = header.count
    unknown = header.indices.filter { !positions.values.contains($0) }.map { header[$0] }
  }

  /// The columns of ours that the file has.
  var columns: Set<String> { Set(positions.keys) }

  /// The position of one of our columns, or nil where the file has no such column.
  subscript(column: String) -> Int? { positions[column] }

  /// How the file's header names a column of ours.
  func name(of column: String) -> String { positions[column].map { names[$0] } ?? column }
}
