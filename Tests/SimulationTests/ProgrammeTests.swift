import Simulation
import Testing

/// What was planted, counted from the rows in the plainest way.
struct ProgrammeTests {
  @Test(arguments: SimulationPlan.Model.allCases)
  func `a tenth of those who lapse is held out`(model: SimulationPlan.Model) throws {
    let rows = try SimulatedFolder.of(model).rows(.assignments)
    let share = Double(rows.count { $0["arm"] == "holdout" }) / Double(rows.count)
    #expect((0.08...0.12).contains(share))
  }

  @Test func `those who are written to come back more often than those held out`() throws {
    let folder = try SimulatedFolder(SimulationPlan(customers: 7_000, seed: 6))
    let assignments = folder.rows(.assignments)
    let orders = Dictionary(grouping: folder.rows(.orders)) { $0["customer_id", default: ""] }
    var count: [String: (all: Int, back: Int)] = [:]
    for row in assignments {
      let day = row["assigned_at", default: ""].prefix(10)
      let returned = orders[row["customer_id", default: ""], default: []].contains {
        let ordered = $0["ordered_at", default: ""].prefix(10)
        return ordered > day && ordered <= twoMonths(after: day)
      }
      let old = count[row["arm", default: ""], default: (0, 0)]
      count[row["arm", default: ""]] = (old.all + 1, old.back + (returned ? 1 : 0))
    }
    let treated = try #require(count["treatment"])
    let held = try #require(count["holdout"])
    let treatedRate = Double(treated.back) / Double(treated.all)
    let heldRate = Double(held.back) / Double(held.all)
    #expect((0.05...0.12).contains(treatedRate))
    #expect((0.01...0.06).contains(heldRate))
    #expect(treatedRate > heldRate + 0.02)
  }

  @Test func `bargain hunters mostly return with a code, loyal customers do not`() throws {
    let folder = try SimulatedFolder.of(.shop)
    func codes(_ segment: String) -> Double {
      let people = Set(
        folder.rows(.customers).filter { $0["segment"] == segment }.map { $0["customer_id"] })
      let orders = folder.rows(.orders).filter { people.contains($0["customer_id"]) }
      let coded = orders.count { ["COMEBACK20", "MISSYOU15"].contains($0["discount_code"]) }
      return Double(coded) / Double(orders.count)
    }
    #expect(codes("bargain hunter") > 1.5 * codes("loyal"))
    #expect(codes("loyal") > 0)
  }

  @Test(arguments: SimulationPlan.Model.allCases)
  func `sequences go on in order and carry no offer at first`(
    model: SimulationPlan.Model
  ) throws {
    let sends = try SimulatedFolder.of(model).rows(.touches).filter { $0["event"] == "sent" }
    #expect(sends.filter { $0["step"] == "1" }.allSatisfy { $0["offer"] == "" })
    let third = sends.filter { $0["step"] == "3" }
    #expect(third.count { $0["offer"] != "" } * 2 > third.count)
    let counts = (1...3).map { step in sends.count { $0["step"] == "\(step)" } }
    #expect(counts == counts.sorted(by: >))
  }

  @Test func `held out people get no messages, but for a few by mistake`() throws {
    let folder = try SimulatedFolder.of(.shop)
    let assigned = Dictionary(grouping: folder.rows(.assignments)) { $0["customer_id"] }
    let held = assigned.filter { $0.value.allSatisfy { $0["arm"] == "holdout" } }
    let touched = Set(folder.rows(.touches).map { $0["customer_id"] })
    #expect(held.count > 150)
    #expect(held.keys.count { touched.contains($0) } * 20 < held.count)
  }

  @Test func `nobody is written to after unsubscribing`() throws {
    let folder = try SimulatedFolder.of(.shop)
    let gone = Dictionary(
      folder.rows(.touches).filter { $0["event"] == "unsubscribed" }.map {
        ($0["customer_id"], $0["touched_at", default: ""])
      }, uniquingKeysWith: min)
    let sends = folder.rows(.touches).filter { $0["event"] == "sent" }
    #expect(gone.count > 10)
    #expect(
      sends.allSatisfy { $0["touched_at", default: ""] < gone[$0["customer_id"], default: "3"] })
  }

  @Test func `some who never bought get a message by mistake`() throws {
    let folder = try SimulatedFolder.of(.saas)
    let buyers = Set(folder.rows(.orders).map { $0["customer_id"] })
    let sends = folder.rows(.touches).filter { $0["event"] == "sent" }
    let wrong = sends.count { !buyers.contains($0["customer_id"]) }
    #expect(wrong > 0 && wrong * 20 < sends.count)
  }

  /// The same day of the month two months later, which sorts right even where it doesn't exist.
  private func twoMonths(after day: Substring) -> String {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    let month = parts[0] * 12 + parts[1] + 1
    let digits = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(month / 12)-\(digits(month % 12 + 1))-\(digits(parts[2]))"
  }
}
