/// What to simulate: the business, its size, the seed, and what the folder leaves out.
package struct SimulationPlan: Sendable {
  /// How many people the folder knows, buyers and never-buyers: 1 to 5,000,000.
  package let customers: Int
  /// What every random draw derives from; the same seed gives the same bytes.
  package let seed: UInt64
  /// The kind of business.
  package let model: Model
  /// The tables whose file isn't written; never the orders.
  package let without: Set<Table>
  /// How moments are written.
  package let times: Times
  /// What win-back does to people.
  let effects: PlantedEffects
  /// The first day on which customers arrive, in days since 1970.
  let opening: Int
  /// How its systems write the files.
  let export: Export

  /// Whether the folder has the file of a table.
  func writes(_ table: Table) -> Bool { model.keeps(table) && !without.contains(table) }

  /// One of the streams that belong to one customer, from 0 to one less than there are.
  func stream(_ customer: Int, _ purpose: RandomStream.Purpose) -> RandomStream {
    // The two models share no numbers either.
    RandomStream(
      seed: model == .shop ? seed : ~seed, customer: customer, purpose: purpose)
  }

  /// The sizes that can be simulated.
  package static let customerRange = 1...5_000_000

  /// A table of the cohort folder; the raw value starts its file's name.
  package enum Table: String, CaseIterable, Sendable {
    case orders, touches, assignments, cancellations, spend, customers, tickets, carts

    /// The file's name in the folder.
    package var file: String { rawValue + ".csv" }
  }

  /// The kind of business; the raw value is `model` in winback.toml.
  package enum Model: String, CaseIterable, Sendable {
    /// A shop: customers lapse by silence.
    case shop
    /// A subscription business: customers lapse by cancelling.
    case saas

    /// Whether such a business has a table at all: nobody puts a subscription into a cart.
    package func keeps(_ table: Table) -> Bool { self == .shop || table != .carts }
  }

  /// How moments are written: with seconds and zone offset, or as plain dates.
  package enum Times: String, CaseIterable, Sendable {
    case zoned, bare
  }
}

extension SimulationPlan {
  /// A plan, refused where it makes no sense.
  package init(
    customers: Int, seed: UInt64, model: Model = .shop, without: Set<Table> = [],
    times: Times = .zoned
  ) throws(SimulationError) {
    guard Self.customerRange.contains(customers) else { throw .customersOutOfRange(customers) }
    guard !without.contains(.orders) else { throw .ordersLeftOut }
    self.init(
      customers: customers, seed: seed, model: model, without: without, times: times,
      effects: model == .shop ? .shop : .saas, opening: History.firstDay, export: Export(model))
  }
}
