/// How the lines of one table end: the extra column, if any, and a slip in a few of them.
struct LineEnd {
  /// The header line, without its end.
  let header: String
  private let extra: Export.ExtraColumn?
  private let slips: [Slip]
  private let rowsPerSlip: Int

  init(_ table: SimulationPlan.Table, _ header: String, _ export: Export) {
    extra = export.extraColumns[table]
    self.header = header + (extra.map { "," + $0.name } ?? "")
    slips = export.slips[table, default: []]
    rowsPerSlip = export.rowsPerSlip
  }

  /// Ends the line of a row, by its place in the file from 0, that begins at a byte of the text.
  func write(row number: Int, of customer: Int, from start: Int, to text: inout Text) {
    if let extra {
      var chance = RandomStream(state: UInt64(customer))
      text.comma()
      text.append(extra.words[chance.whole(0...extra.words.count - 1)])
    }
    if !slips.isEmpty, number % rowsPerSlip == rowsPerSlip - 1 {
      let slip = slips[number / rowsPerSlip % slips.count]
      text.rewrite(from: start) { slip.spoiled($0, header: header) }
    }
    text.newline()
  }
}
