import Testing

@testable import Simulation

struct TrialTests {
  @Test func `a few trials in a hundred that are written to begin to pay after it`() throws {
    let folder = try Self.folder(conversion: 0.04)
    let trials = Set(
      folder.rows(.customers).filter { $0["segment"] == "trial" }.map { $0["customer_id"] })
    let sent = Self.first("touched_at", in: folder.rows(.touches))
    let paid = Self.first("ordered_at", in: folder.rows(.orders))
    let written = trials.filter { sent[$0] != nil }
    let converted = trials.filter { paid[$0] != nil }
    #expect(written.count > 400)
    #expect((0.015...0.075).contains(Double(converted.count) / Double(written.count)))
    for customer in converted {
      #expect(try #require(paid[customer]) > (try #require(sent[customer])))
    }
  }

  @Test func `a trial that pays has the smallest plan, and still a day on which it ended`() throws {
    let folder = try Self.folder(conversion: 0.5)
    let paid = Set(folder.rows(.orders).map { $0["customer_id"] })
    let trials = folder.rows(.customers).filter { $0["segment"] == "trial" }
    let payers = trials.filter { paid.contains($0["customer_id"]) }
    #expect(payers.count > 100)
    #expect(payers.allSatisfy { $0["plan"] == "starter" && $0["trial_ended_at"] != "" })
    let others = trials.filter { !paid.contains($0["customer_id"]) }
    #expect(others.allSatisfy { $0["plan"] == "trial" && $0["value"] == "" })
  }

  @Test func `a trial that converts changes nobody else`() throws {
    let all = try Self.folder(conversion: 1)
    let none = try Self.folder(conversion: 0)
    let trials = Set(
      none.rows(.customers).filter { $0["plan"] == "trial" }.map { $0["customer_id"] })
    for table in [SimulationPlan.Table.orders, .touches, .assignments, .cancellations, .tickets] {
      func others(_ folder: SimulatedFolder) -> [[String: String]] {
        folder.rows(table).filter { !trials.contains($0["customer_id"]) }.map {
          // Invoices are numbered through.
          $0.filter { $0.key != "order_id" }
        }
      }
      #expect(others(all) == others(none), "\(table)")
    }
  }

  /// A subscription business that writes to nearly every trial, of whom a share begins to pay.
  private static func folder(conversion: Double) throws -> SimulatedFolder {
    var effects = PlantedEffects.saas
    effects.mistake = 1
    effects.conversion = conversion
    return try SimulatedFolder(
      SimulationPlan(
        customers: 6_000, seed: 8, model: .saas, without: [], times: .bare, effects: effects,
        opening: History.firstDay, export: Export(.saas)))
  }

  private static func first(
    _ column: String, in rows: [[String: String]]
  ) -> [String?: String] {
    Dictionary(
      rows.map { ($0["customer_id"], $0[column, default: ""]) }, uniquingKeysWith: min)
  }
}
