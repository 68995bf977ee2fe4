import Simulation
import Testing

struct BusinessTests {
  @Test func `about half of the buyers buy once`() throws {
    let orders = try SimulatedFolder.of(.shop).rows(.orders).filter { $0["status"] == "paid" }
    let counts = Dictionary(orders.map { ($0["customer_id"], 1) }, uniquingKeysWith: +)
    let once = Double(counts.values.count { $0 == 1 }) / Double(counts.count)
    #expect((0.45...0.62).contains(once))
  }

  @Test(
    arguments: [
      (SimulationPlan.Model.shop, "cancelled"), (.shop, "pending"), (.shop, "failed"),
      (.shop, "refunded"), (.shop, "partially_refunded"), (.saas, "failed"),
      (.saas, "refunded"),
    ])
  func `a few orders go wrong`(model: SimulationPlan.Model, status: String) throws {
    let orders = try SimulatedFolder.of(model).rows(.orders)
    let share = Double(orders.count { $0["status"] == status }) / Double(orders.count)
    #expect(share > 0.001 && share < 0.05)
  }

  @Test func `some refunds say when and some do not`() throws {
    let refunds = try SimulatedFolder.of(.shop).rows(.orders).filter { $0["refunded"] != "0.00" }
    let dated = refunds.count { $0["refunded_at"] != "" }
    #expect(dated > refunds.count / 2 && dated < refunds.count)
  }

  @Test func `some customers order twice on one day`() throws {
    let orders = try SimulatedFolder.of(.shop).rows(.orders).filter { $0["status"] == "paid" }
    let days = orders.map {
      $0["customer_id", default: ""] + $0["ordered_at", default: ""].prefix(10)
    }
    #expect(Set(days).count < days.count - 20)
  }

  @Test func `gaps between orders make a threshold of one to four months`() throws {
    let orders = try SimulatedFolder.of(.shop).rows(.orders)
    let customers = Dictionary(grouping: orders) { $0["customer_id", default: ""] }
    var gaps: [Int] = []
    for own in customers.values {
      let days = try own.map { try dayNumber($0["ordered_at", default: ""]) }.sorted()
      gaps += zip(days, days.dropFirst()).map { $1 - $0 }.filter { $0 > 0 }
    }
    #expect((15...60).contains(gaps.sorted()[gaps.count / 2]))
  }

  @Test func `most subscribers pay every month`() throws {
    let orders = try SimulatedFolder.of(.saas).rows(.orders).filter { $0["status"] == "paid" }
    let own = Dictionary(grouping: orders) { $0["customer_id", default: ""] }
    var gaps: [Int] = []
    for payments in own.values {
      let days = try payments.map { try dayNumber($0["ordered_at", default: ""]) }
      gaps += zip(days, days.dropFirst()).map { $1 - $0 }
    }
    let monthly = gaps.count { (28...31).contains($0) }
    let annual = gaps.count { (365...366).contains($0) }
    #expect(monthly * 10 > gaps.count * 9)
    #expect(annual > 50)
  }

  @Test(
    arguments: [
      "price", "neglect", "product fit", "support friction", "switching", "other", "",
    ])
  func `people leave for every reason, and some write why`(reason: String) throws {
    let all = try SimulatedFolder.of(.saas).rows(.cancellations)
    let rows = all.filter { $0["reason"] == reason && $0["voluntary"] == "true" }
    #expect(rows.count > 20)
    let comments = rows.count { $0["comment"] != "" }
    #expect(comments > 0 && comments < rows.count)
  }

  @Test func `some failed payments are made up for within a month`() throws {
    let folder = try SimulatedFolder.of(.saas)
    let failed = folder.rows(.cancellations).filter { $0["voluntary"] == "false" }
    let orders = Dictionary(grouping: folder.rows(.orders)) { $0["customer_id", default: ""] }
    var recovered = 0
    for row in failed {
      let end = try dayNumber(row["cancelled_at", default: ""])
      let days = try orders[row["customer_id", default: ""], default: []].map {
        try dayNumber($0["ordered_at", default: ""])
      }
      if days.contains(where: { $0 > end && $0 <= end + 30 }) { recovered += 1 }
    }
    #expect(recovered * 4 > failed.count && recovered * 4 < failed.count * 3)
  }

  @Test(arguments: SimulationPlan.Model.allCases)
  func `forty customers are enough for every file`(model: SimulationPlan.Model) throws {
    let folder = try SimulatedFolder(SimulationPlan(customers: 40, seed: 2, model: model))
    #expect(folder.rows(.customers).count == 40)
    // Not even one in forty may have asked the support anything.
    for table in SimulationPlan.Table.allCases where model.keeps(table) && table != .tickets {
      #expect(folder.rows(table).count > 1, "\(table)")
    }
  }

  @Test(arguments: SimulationPlan.Model.allCases)
  func `one customer alone makes a folder`(model: SimulationPlan.Model) throws {
    let folder = try SimulatedFolder(SimulationPlan(customers: 1, seed: 1, model: model))
    #expect(folder.rows(.customers).count == 1)
    #expect(folder.files.count == (model == .shop ? 9 : 8))
  }
}
