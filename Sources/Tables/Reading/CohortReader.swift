extension Cohort {
  /// Reads a cohort folder.
  ///
  /// A row that cannot be read becomes a finding; a file or folder that cannot is thrown.
  package static func read(
    _ path: String, options: ReadingOptions, progress: ReadingProgress = ReadingProgress()
  ) throws(CohortProblem) -> Cohort {
    let folder = try Folder(path: path)
    guard folder.files[.orders] != nil else {
      throw .noOrderFile(path: path, others: folder.strangers)
    }
    var context = ReadingContext(options: options)
    let sizes = folder.files.mapValues { names in
      names.reduce(0) { $0 + (FileStamp(path: "\(path)/\($1)")?.size ?? 0) }
    }
    let allBytes = sizes.values.reduce(0, +)
    progress.change { $0.allBytes = allBytes }
    // Every drop of a customer file mostly lists the same people.
    let listed =
      (folder.files[.customers] ?? []).map {
        FileBytes.roughLineCount("\(path)/\($0)")
      }.max() ?? 0
    // A table that grows is moved: nothing is added meanwhile, and the other cores soon have nothing to do.
    context.cohort.customers.reserve(
      min(listed + listed / 16, (sizes[.customers] ?? 0) / Cohort.shortestCustomer))
    for table in Table.allCases {
      for name in folder.files[table] ?? [] {
        context.expectedSize = name == folder.files[table]?.first ? sizes[table] ?? 0 : 0
        try context.readFile(
          name, of: table, folder: path, renamed: options.columnNames[table] ?? [:],
          progress: progress)
        try progress.expectWanted()
      }
      if table == .orders { try context.convertCurrencies(in: path) }
      context.putInOrder(table)
    }
    context.finish()
    guard context.cohort.orders.count > 0 else {
      let findings = context.cohort.findings
      throw .noOrder(
        path: path, refused: findings.count(in: .orders), first: findings.first(in: .orders))
    }
    context.cohort.strangers = folder.strangers
    context.cohort.twins = Cohort.twins(context.cohort.files, in: path)
    try context.expectUnchanged(in: path)
    try context.cohort.checkSums()
    progress.change { $0.isRead = true }
    return context.cohort
  }

  /// Lines of a customer file are hardly shorter, in bytes: no file is to claim memory by empty ones.
  private static let shortestCustomer = 32

  /// Sums of amounts are kept in 64 bits: a table that could overflow them is no honest input.
  private func checkSums() throws(CohortProblem) {
    // Those of an order that another replaced are nobody's.
    let refunds = orders.refund.filter { $0 >= 0 }.map { orders.refunds[Int($0)].amount }
    let revenue = Later { Amount.magnitude(orders.revenue) }
    let discount = Later { Amount.magnitude(orders.discount) }
    let costs = Later {
      Amount.magnitude(touches.deal.lazy.map { touches.deals[Int($0)].cost })
    }
    let listed =
      Amount.magnitude(customerList.value.written) + Amount.magnitude(customerList.points.written)
    let sums: [(table: Table, sum: Double)] = [
      (.orders, Amount.magnitude(refunds) + revenue.value + discount.value),
      (.touches, costs.value), (.spend, Amount.magnitude(spend.amount)),
      (.carts, Amount.magnitude(carts.value)), (.customers, listed),
    ]
    // What does not fit is brought down to half of 64 bits: that very sum is none that was read.
    let tooLarge = sums.first { $0.sum >= Double(Int64.max) / 2 }
    if let tooLarge { throw .amountsTooLarge(name: tooLarge.table.rawValue) }
  }
}

extension ReadingContext {
  mutating func readFile(
    _ name: String, of table: Table, folder: String, renamed: [String: String],
    progress: ReadingProgress = ReadingProgress()
  ) throws(CohortProblem) {
    var file = InputFile(table: table, name: name)
    if table == .orders { orderIds.beginFile() }
    do {
      var reader = try RecordReader(path: "\(folder)/\(name)")
      stamps.append(reader.stamp)
      let layout: Layout
      do {
        layout = try readHeader(&reader, of: &file, renamed: renamed)
      } catch {
        // What is wrong with a file that somebody writes to is that.
        try reader.expectUnchanged()
        throw error
      }
      try readRows(reader, layout: layout, progress, into: &file)
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
  ) throws -> Layout {
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
    _ reader: consuming sending RecordReader, layout: Layout, _ progress: ReadingProgress,
    into file: inout InputFile
  ) throws(FileProblem) {
    // Written out: a reader that is only known when the program runs would cost every row a detour.
    switch file.table {
    case .orders: try read(OrderReader.self, reader, layout, progress, &file)
    case .touches: try read(TouchReader.self, reader, layout, progress, &file)
    case .assignments: try read(AssignmentReader.self, reader, layout, progress, &file)
    case .cancellations: try read(CancellationReader.self, reader, layout, progress, &file)
    case .spend: try read(SpendReader.self, reader, layout, progress, &file)
    case .customers: try read(CustomerReader.self, reader, layout, progress, &file)
    case .tickets: try read(TicketReader.self, reader, layout, progress, &file)
    case .carts: try read(CartReader.self, reader, layout, progress, &file)
    }
  }

  private mutating func read<Rows: RowReader>(
    _: Rows.Type, _ reader: consuming sending RecordReader, _ layout: Layout,
    _ progress: ReadingProgress,
    _ file: inout InputFile
  ) throws(FileProblem) {
    let pieces = PieceReader<Rows>(
      table: file.table, file: file.name, layout: layout, today: options.today,
      expectedSize: expectedSize, clock: BusinessClock(zone: options.zone), progress: progress)
    try PieceQueue<Rows>.read(reader, pieces, into: &file, of: &self)
  }

  /// Fails where a file was written to or replaced after it was read: what was read of the others belongs
  /// to another state of the folder.
  func expectUnchanged(in folder: String) throws(CohortProblem) {
    for (file, stamp) in zip(cohort.files, stamps)
    where FileStamp(path: "\(folder)/\(file.name)") != stamp {
      throw .file(name: file.name, .changed)
    }
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
