import Simulation
import Testing

struct TicketTests {
  @Test(arguments: SimulationPlan.Model.allCases)
  func `a few customers in a hundred open a ticket`(model: SimulationPlan.Model) throws {
    let folder = try SimulatedFolder.of(model)
    let customers = Set(folder.rows(.customers).map { $0["customer_id"] })
    let askers = Set(folder.rows(.tickets).map { $0["customer_id"] })
    #expect(askers.isSubset(of: customers))
    #expect((0.04...0.1).contains(Double(askers.count) / Double(customers.count)))
  }

  @Test(arguments: SimulationPlan.Model.allCases)
  func `most who leave over the support had opened a ticket shortly before`(
    model: SimulationPlan.Model
  ) throws {
    let folder = try SimulatedFolder.of(model)
    let tickets = Dictionary(grouping: folder.rows(.tickets)) { $0["customer_id"] }
    func share(_ isOf: (String) -> Bool) throws -> Double {
      let ends = folder.rows(.cancellations).filter { isOf($0["reason", default: ""]) }
      let asked = try ends.count { row in
        let end = try dayNumber(row["cancelled_at", default: ""])
        return try tickets[row["customer_id"], default: []].contains {
          try (1...20).contains(end - dayNumber($0["opened_at", default: ""]))
        }
      }
      return Double(asked) / Double(ends.count)
    }
    #expect(try share { $0 == "support friction" } > 0.5)
    #expect(try share { $0 != "support friction" } < 0.05)
  }

  @Test(arguments: SimulationPlan.Model.allCases)
  func `only the tickets of the last weeks are open or pending`(
    model: SimulationPlan.Model
  ) throws {
    let tickets = try SimulatedFolder.of(model).rows(.tickets)
    let rest = tickets.filter { $0["status"] != "solved" }
    #expect(rest.count > 0 && rest.count * 6 < tickets.count)
    #expect(rest.allSatisfy { $0["opened_at", default: ""] > "2026-10-10" })
  }
}
