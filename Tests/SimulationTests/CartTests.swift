import Foundation
import Simulation
import Testing

struct CartTests {
  @Test func `a few buyers in a hundred leave a cart each month, once they have ordered`() throws {
    let folder = try SimulatedFolder.of(.shop)
    let first = Dictionary(
      folder.rows(.orders).map { ($0["customer_id"], $0["ordered_at", default: ""].prefix(10)) },
      uniquingKeysWith: min)
    let carts = folder.rows(.carts)
    for cart in carts {
      let joined = try #require(first[cart["customer_id"]])
      #expect(cart["abandoned_at", default: ""].prefix(10) >= joined)
    }
    let month = carts.filter { $0["abandoned_at", default: ""].hasPrefix("2026-10") }
    let people = Set(month.map { $0["customer_id"] })
    #expect((0.01...0.08).contains(Double(people.count) / Double(first.count)))
  }

  @Test func `about a quarter of the carts become an order within two days`() throws {
    let folder = try SimulatedFolder.of(.shop)
    let orders = try Dictionary(grouping: folder.rows(.orders)) { $0["customer_id"] }
      .mapValues { try $0.map { try second($0["ordered_at", default: ""]) } }
    let carts = folder.rows(.carts)
    let followed = try carts.count { cart in
      let left = try second(cart["abandoned_at", default: ""])
      return orders[cart["customer_id"], default: []].contains {
        $0 > left && $0 <= left + 48 * 3_600
      }
    }
    #expect((0.15...0.4).contains(Double(followed) / Double(carts.count)))
  }

  @Test func `some carts stand open at the end of the history`() throws {
    let carts = try SimulatedFolder.of(.shop).rows(.carts)
    #expect(carts.contains { $0["abandoned_at", default: ""] >= "2026-10-29" })
  }

  @Test func `a cart is worth what an order is`() throws {
    let folder = try SimulatedFolder.of(.shop)
    func mean(_ table: SimulationPlan.Table, _ columns: String...) throws -> Double {
      let rows = folder.rows(table)
      let amounts = try rows.flatMap { row in
        try columns.map { try #require(Double(row[$0, default: ""])) }
      }
      return amounts.reduce(0, +) / Double(rows.count)
    }
    let ratio = try mean(.carts, "value") / mean(.orders, "revenue", "discount")
    #expect((0.8...1.2).contains(ratio))
  }

  @Test func `nobody puts a subscription into a cart`() throws {
    #expect(try SimulatedFolder.of(.saas).files["carts.csv"] == nil)
  }

  /// Seconds since 1970.
  private func second(_ moment: String) throws -> TimeInterval {
    try Date(moment, strategy: .iso8601).timeIntervalSince1970
  }
}
