/// How a business's systems write its files: what differs between businesses, beside the rows.
struct Export {
  /// The word in the orders.
  var currency: StaticString
  /// The whole winback.toml.
  var configuration: String
  /// What comes of messages and isn't logged.
  var unlogged: Set<TouchRow.Event> = []
  /// How many days the shop remembers a cart; nil is for ever.
  var cartDays: Int?
  /// A column at the end that no report asks for, by table.
  var extraColumns: [SimulationPlan.Table: ExtraColumn] = [:]
  /// How careless hands have spoiled rows, in turn, by table.
  var slips: [SimulationPlan.Table: [Slip]] = [:]
  /// One row in so many of a table with slips is spoiled.
  var rowsPerSlip = 4_973

  init(_ model: SimulationPlan.Model) {
    currency = model == .shop ? "EUR" : "USD"
    configuration = Configuration.text(model)
  }

  /// A column whose words each stand beside a share of the customers.
  struct ExtraColumn {
    let name: String
    let words: [String]
  }
}
