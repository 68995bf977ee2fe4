import Simulation
import Testing

/// The columns of the customer file that each kind of business has of its own.
struct AccountTests {
  @Test func `a third of the buyers have points, with the day on which they are lost`() throws {
    let folder = try SimulatedFolder.of(.shop)
    let buyers = Set(folder.rows(.orders).map { $0["customer_id"] })
    let people = folder.rows(.customers)
    #expect(people.allSatisfy { ($0["points"] == "") == ($0["points_expire_at"] == "") })
    let holders = people.filter { $0["points"] != "" }
    #expect(holders.allSatisfy { buyers.contains($0["customer_id"]) })
    #expect((0.28...0.4).contains(Double(holders.count) / Double(buyers.count)))
    #expect(holders.contains { $0["points"] == "0" })
    let days = holders.map { $0["points_expire_at", default: ""] }
    #expect(days.allSatisfy { $0 > "2026-06-30" && $0 < "2027-11-01" })
    #expect(days.contains { $0 < "2026-10-31" } && days.contains { $0 > "2027-09-01" })
  }

  @Test func `a subscription's worth is what its cancellation says`() throws {
    let folder = try SimulatedFolder.of(.saas)
    let people = folder.rows(.customers)
    let values = Dictionary(
      uniqueKeysWithValues: people.map { ($0["customer_id"], $0["value", default: ""]) })
    for end in folder.rows(.cancellations) where values[end["customer_id"]] != "" {
      #expect(values[end["customer_id"]] == end["value"])
    }
    let payers = people.filter { $0["plan"] != "trial" }
    let blank = payers.count { $0["value"] == "" }
    #expect(blank > 0 && blank * 10 < payers.count)
    #expect(people.filter { $0["plan"] == "trial" }.allSatisfy { $0["value"] == "" })
  }

  @Test func `only a trial has a day on which it ended, once that is over`() throws {
    let people = try SimulatedFolder.of(.saas).rows(.customers)
    let ended = people.filter { $0["trial_ended_at"] != "" }
    // A few were never sorted into any group.
    #expect(ended.allSatisfy { ["trial", ""].contains($0["segment"]) })
    let trials = people.filter { $0["segment"] == "trial" }
    let known = trials.count { $0["trial_ended_at"] != "" }
    #expect(known < trials.count && known * 10 > trials.count * 9)
    #expect(ended.allSatisfy { $0["trial_ended_at", default: ""] >= "2024-09-15" })
  }
}
