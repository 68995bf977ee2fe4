/// The rows of one table that fall into one stretch of the history.
struct Ledger<Content: Row> {
  private var rows: [Content] = []
  /// Rows written in earlier stretches.
  private var written = 0
  private var hasHeader = false

  /// Takes over the rows of one customer that fall into the stretch.
  mutating func take(_ customerRows: [Content], within stretch: Range<Moment>) {
    for row in customerRows where stretch.contains(row.moment) { rows.append(row) }
  }

  /// Writes the rows in the order of time, ties in the order of customers, and forgets them.
  mutating func write(
    to destination: inout some Destination & ~Copyable, _ plan: SimulationPlan
  ) throws(SimulationError) {
    let end = LineEnd(Content.table, Content.header, plan.export)
    var text = Text()
    if !hasHeader {
      text.append(end.header)
      text.newline()
      hasHeader = true
    }
    var format = RowFormat(
      model: plan.model, times: plan.times, currency: plan.export.currency)
    for key in sortedKeys() {
      let row = rows[Int(key & 0xFFFF_FFFF)]
      let start = text.bytes.count
      format.number = written
      row.write(to: &text, format)
      end.write(row: written, of: Int(row.customer), from: start, to: &text)
      written += 1
      if text.isLong {
        try destination.append(text.bytes, to: Content.table.file)
        text.removeAll()
      }
    }
    try destination.append(text.bytes, to: Content.table.file)
    rows.removeAll(keepingCapacity: true)
  }

  /// Second and place in one number each: sorting these is several times faster than the rows.
  private func sortedKeys() -> [UInt64] {
    var keys: [UInt64] = []
    keys.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      keys.append(UInt64(UInt32(bitPattern: row.moment.seconds)) << 32 | UInt64(index))
    }
    keys.sort()
    return keys
  }
}
