/// One block of a file and what became of its records.
struct Piece<Rows: RowReader>: Sendable {
  var block = Block()
  private(set) var rows: Rows
  private(set) var rowCount = 0
  private(set) var refusedCount = 0
  /// The rows that were refused; their lines are counted from the start of the block.
  private(set) var findings = Findings()
  /// The ids of refused customers, and how many rows of the block were read before.
  private(set) var refusedCustomers: [(id: [UInt8], rowsBefore: Int)] = []

  init(_ reader: PieceReader<Rows>) { rows = Rows(layout: reader.layout, today: reader.today) }

  /// Reads all records of the block.
  mutating func read(_ reader: inout PieceReader<Rows>) {
    let layout = reader.layout
    while true {
      switch block.next() {
      case .end: return
      case .malformed(let problem, let fieldCount):
        rowCount += 1
        refuse(Refusal(problem: problem), fieldCount, reader)
      case .record(let fieldCount):
        rowCount += 1
        guard fieldCount == layout.fieldCount else {
          let problem = RowProblem.fieldCount(found: fieldCount, expected: layout.fieldCount)
          refuse(Refusal(problem: problem), fieldCount, reader)
          continue
        }
        block.reduceQuotes(fieldCount: fieldCount)
        do throws(Refusal) {
          try rows.read(block.record, &reader.clock)
        } catch {
          refuse(error, fieldCount, reader)
        }
      }
    }
  }

  /// Adds all that was read to the cohort; `lines` line breaks came before the block.
  mutating func add(to context: inout ReadingContext, _ file: inout InputFile, lines: inout Int) {
    let known = Int32(context.cohort.customers.count)
    rows.add(block.record.bytes, to: &context)
    // The first row of each customer in the block.
    let firstRows =
      refusedCustomers.isEmpty
      ? [:]
      : Dictionary(context.codes.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    for (id, rowsBefore) in refusedCustomers {
      guard let code = id.withSpan({ context.cohort.customers.existingCode(of: $0) }),
        code < known || firstRows[code].map({ $0 < rowsBefore }) == true
      else { continue }
      context.cohort.customerList.refused.insert(code)
    }
    context.cohort.findings.append(findings, linesBefore: lines)
    file.rowCount += rowCount
    file.refusedCount += refusedCount
    lines += block.lines
  }

  /// Forgets all rows, and makes room for the fields of a record.
  mutating func clear(_ reader: PieceReader<Rows>) {
    rows.removeAll()
    rowCount = 0
    refusedCount = 0
    findings = Findings()
    refusedCustomers = []
    let fieldCount = reader.layout.fieldCount
    if block.record.fields.count != fieldCount {
      block.record.fields = [Record.Field](
        repeating: Record.Field(start: 0, end: 0), count: fieldCount)
    }
  }

  private mutating func refuse(
    _ refusal: Refusal, _ fieldCount: Int, _ reader: PieceReader<Rows>
  ) {
    refusedCount += 1
    let layout = reader.layout
    if reader.table == .customers, let position = layout["customer_id"], position < fieldCount {
      refusedCustomers.append(
        (block.record.unquoted(position), rowCount - refusedCount))
    }
    let column = refusal.column.map { layout.name(of: $0) }
    let kind = Findings.Kind(table: reader.table, column: column, problem: refusal.problem.kind)
    let isKept = findings.counts[kind, default: 0] < Findings.keptOfAKind
    findings.append(isKept ? finding(refusal, column, reader) : nil, kind: kind)
  }

  private func finding(
    _ refusal: Refusal, _ column: String?, _ reader: PieceReader<Rows>
  ) -> Finding {
    // A hundred findings of a kind are kept: not a mebibyte each.
    let text = refusal.column.map {
      String(block.record.text(reader.layout[$0]).unicodeScalars.prefix(300))
    }
    return Finding(
      table: reader.table, file: reader.file, line: block.record.line, column: column,
      text: text ?? "", problem: refusal.problem)
  }
}

/// What reads the pieces of a file, one at a time.
struct PieceReader<Rows: RowReader>: Sendable {
  let table: Table
  let file: String
  let layout: Layout
  let today: Day?
  /// The bytes to make room for: those of all files of the table before the first, 0 before others.
  let expectedSize: Int
  var clock: BusinessClock
  /// Who is told how far it has come.
  let progress: ReadingProgress
}
