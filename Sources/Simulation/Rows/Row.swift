/// A line of a table that is written in the order of time.
protocol Row {
  static var table: SimulationPlan.Table { get }
  /// The header line, without its end.
  static var header: String { get }
  /// Whose row it is.
  var customer: Int32 { get }
  /// What orders the rows of the file.
  var moment: Moment { get }
  /// Writes the line, without its end.
  func write(to text: inout Text, _ format: RowFormat)
}

/// What a row needs to know to be written, beside itself.
struct RowFormat {
  let model: SimulationPlan.Model
  let times: SimulationPlan.Times
  let currency: StaticString
  /// The row's place in its file, from 0.
  var number = 0
}
