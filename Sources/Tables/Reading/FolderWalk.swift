/// Goes back to the files of a folder, record by record: what is asked seldom needs no column.
struct FolderWalk {
  /// A record, and where it stands.
  struct Place {
    var table: Table
    var file: String
    var line: Int
  }

  private let path: String
  private let folder: Folder
  private let options: ReadingOptions

  init(path: String, options: ReadingOptions) throws(CohortProblem) {
    self.path = path
    self.options = options
    folder = try Folder(path: path)
  }

  /// Visits every record that can be split into fields, in the order in which a cohort is read.
  func visit(
    _ tables: [Table], _ body: (borrowing Record, Layout, Place) -> Void
  ) throws(CohortProblem) {
    for table in tables {
      for name in folder.files[table] ?? [] { try visit(name, of: table, body) }
    }
  }

  private func visit(
    _ name: String, of table: Table, _ body: (borrowing Record, Layout, Place) -> Void
  ) throws(CohortProblem) {
    do {
      var reader = try RecordReader(path: "\(path)/\(name)")
      _ = try reader.start()
      guard case .record = try reader.next() else { return }
      let header = reader.record.fields.indices.map { reader.record.text($0) }
      let layout = try Layout(
        header: header, table: table, renamed: options.columnNames[table] ?? [:], file: name)
      while true {
        switch try reader.next() {
        case .end: return try reader.expectUnchanged()
        case .malformed: continue
        case .record:
          guard reader.record.fields.count == layout.fieldCount else { continue }
          body(reader.record, layout, Place(table: table, file: name, line: reader.record.line))
        }
      }
    } catch let problem as FileProblem {
      throw .file(name: name, problem)
    } catch let problem as CohortProblem {
      throw problem
    } catch {
      preconditionFailure("reading throws file and cohort problems only")
    }
  }
}
