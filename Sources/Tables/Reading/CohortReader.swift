extension Cohort {
  /// Reads a cohort folder.
  ///
  /// A row that cannot be read becomes a finding; a file or folder that cannot is thrown.
  package static func read(_ path: String, options: ReadingOptions) throws(CohortProblem) -> Cohort
  {
    let folder = try Folder(path: path)
    guard folder.files[.orders] != nil else {
      throw .noOrderFile(path: path, others: folder.strangers)
    }
    var context = ReadingContext(options: options)
    for table in Table.allCases {
      for name in folder.files[table] ?? [] {
        if table == .orders { context.orderIds.currentFile += 1 }
        try context.readFile(
          name, of: table, folder: path, renamed: options.columnNames[table] ?? [:])
      }
    }
    guard context.cohort.orders.count > 0 else {
      let findings = context.cohort.findings
      throw .noOrder(
        path: path, refused: findings.count(in: .orders), first: findings.first(in: .orders))
    }
    context.cohort.strangers = folder.strangers
    context.cohort.twins = Cohort.twins(context.cohort.files, in: path)
    try context.expectUnchanged(in: path)
    try context.convertCurrencies(options)
    try context.cohort.checkSums()
    return context.cohort
  }

  /// Sums of amounts are kept in 64 bits: a table that could overflow them is no honest input.
  private func checkSums() throws(CohortProblem) {
    for (table, columns) in [
      ("orders", [orders.revenue, orders.discount, orders.refunded]), ("touches", [touches.cost]),
      ("spend", [spend.amount]), ("carts", [carts.value]),
      ("customers", [customerList.value.filter { $0 != noAmount }, customerList.points]),
    ] {
      let sum = columns.joined().reduce(0.0) { $0 + Double($1.magnitude) }
      if sum > Double(Int64.max) / 2 { throw .amountsTooLarge(name: table) }
    }
  }
}

extension ReadingContext {
  mutating func readFile(
    _ name: String, of table: Table, folder: String, renamed: [String: String]
  ) throws(CohortProblem) {
    var file = InputFile(table: table, name: name)
    do {
      var reader = try RecordReader(path: "\(folder)/\(name)")
      do {
        if let layout = try readHeader(&reader, of: &file, renamed: renamed) {
          try readRows(&reader, layout: layout, into: &file)
        }
      } catch {
        // What is wrong with a file that somebody writes to is that.
        try reader.expectUnchanged()
        throw error
      }
      try reader.expectUnchanged()
      stamps.append(reader.stamp)
      file.byteCount = reader.byteCount
    } catch let problem as FileProblem {
      throw .file(name: name, problem)
    } catch let problem as CohortProblem {
      throw problem
    } catch {
      preconditionFailure("reading throws file and cohort problems only")
    }
    cohort.files.append(file)
  }

  private func readHeader(
    _ reader: inout RecordReader, of file: inout InputFile, renamed: [String: String]
  ) throws -> Layout? {
    let first = try reader.start()
    if let format = FileFormat(firstBytes: first) {
      throw CohortProblem.format(name: file.name, format)
    }
    switch try reader.next() {
    case .end: throw CohortProblem.emptyFile(name: file.name)
    case .malformed(let problem): throw CohortProblem.header(name: file.name, problem)
    case .record:
      let header = reader.record.fields.indices.map { reader.record.text($0) }
      let layout = try Layout(
        header: header, table: file.table, renamed: renamed, file: file.name)
      file.columns = layout.columns
      file.unknownColumns = layout.unknown
      return layout
    }
  }

  private mutating func readRows(
    _ reader: inout RecordReader, layout: Layout, into file: inout InputFile
  ) throws(FileProblem) {
    var rows = file.table.rowReader.init(layout: layout)
    while true {
      switch try reader.next() {
      case .end: return
      case .malformed(let problem):
        file.rowCount += 1
        refuse(Refusal(problem: problem), "", reader.record, layout, &file)
      case .record:
        file.rowCount += 1
        let found = reader.record.fields.count
        if found != layout.fieldCount {
          let problem = RowProblem.fieldCount(found: found, expected: layout.fieldCount)
          refuse(Refusal(problem: problem), "", reader.record, layout, &file)
          continue
        }
        do {
          try rows.read(reader.record, into: &self)
        } catch {
          // A hundred findings of a kind are kept: not a mebibyte each.
          let text = String(
            reader.record.text(error.column.flatMap { layout[$0] }).unicodeScalars.prefix(300))
          refuse(error, text, reader.record, layout, &file)
          continue
        }
      }
    }
  }

  private mutating func refuse(
    _ refusal: Refusal, _ text: String, _ record: borrowing Record, _ layout: Layout,
    _ file: inout InputFile
  ) {
    file.refusedCount += 1
    if file.table == .customers { noteRefusedCustomer(record, layout) }
    let column = refusal.column.map { layout.name(of: $0) }
    cohort.findings.append(
      Finding(
        table: file.table, file: file.name, line: record.line, column: column, text: text,
        problem: refusal.problem),
      kind: Findings.Kind(
        table: file.table, column: column, problem: refusal.problem.kind))
  }
}

extension ReadingContext {
  /// Fails where a file was written to or replaced after it was read: what was read of the others belongs
  /// to another state of the folder.
  func expectUnchanged(in folder: String) throws(CohortProblem) {
    for (file, stamp) in zip(cohort.files, stamps)
    where FileStamp(path: "\(folder)/\(file.name)") != stamp {
      throw .file(name: file.name, .changed)
    }
  }

  /// Keeps whose row was refused, as far as the row says and the customer is known from another table.
  fileprivate mutating func noteRefusedCustomer(_ record: borrowing Record, _ layout: Layout) {
    guard let position = layout["customer_id"], record.fields.indices.contains(position),
      let code = cohort.customers.existingCode(of: record.text(position))
    else { return }
    cohort.customerList.refused.insert(code)
  }
}

extension FileFormat {
  /// Tells formats that are often renamed to .csv by their first bytes.
  init?(firstBytes bytes: [UInt8]) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      self = .utf16
    } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
      self = .spreadsheet
    } else if bytes.starts(with: [0x1F, 0x8B]) {
      self = .gzip
    } else if bytes.starts(with: [0, 0]) {
      self = .zeroBytes
    } else {
      return nil
    }
  }
}
