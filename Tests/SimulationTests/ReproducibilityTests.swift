import Simulation
import Testing

struct ReproducibilityTests {
  @Test(arguments: SimulationPlan.Model.allCases)
  func `the same seed gives the same bytes, another seed others`(
    model: SimulationPlan.Model
  ) throws {
    func files(seed: UInt64) throws -> [String: [UInt8]] {
      try SimulatedFolder(SimulationPlan(customers: 300, seed: seed, model: model)).files
    }
    let first = try files(seed: 1)
    #expect(try files(seed: 1) == first)
    let other = try files(seed: 2)
    for file in first.keys where file != "winback.toml" {
      #expect(other[file] != first[file], "\(file)")
    }
  }

  @Test(
    arguments: SimulationPlan.Model.allCases,
    SimulationPlan.Table.allCases.filter { $0 != .orders })
  func `leaving a table out changes no other file`(
    model: SimulationPlan.Model, table: SimulationPlan.Table
  ) throws {
    let whole = try SimulatedFolder(SimulationPlan(customers: 200, seed: 3, model: model))
    let part = try SimulatedFolder(
      SimulationPlan(customers: 200, seed: 3, model: model, without: [table]))
    #expect(part.files == whole.files.filter { $0.key != table.file })
    #expect(whole.files.count == (model == .shop ? 9 : 8))
  }

  @Test(arguments: SimulationPlan.Model.allCases, [40, 130, 299])
  func `how much is held in memory changes nothing`(
    model: SimulationPlan.Model, customersHeld: Int
  ) throws {
    let plan = try SimulationPlan(customers: 300, seed: 4, model: model)
    let streamed = try SimulatedFolder(plan, customersHeld: customersHeld)
    #expect(streamed.files == (try SimulatedFolder(plan).files))
  }

  @Test func `bare times are the business days of the zoned ones`() throws {
    let zoned = try SimulatedFolder(SimulationPlan(customers: 300, seed: 5))
    let bare = try SimulatedFolder(SimulationPlan(customers: 300, seed: 5, times: .bare))
    let days = zip(zoned.rows(.orders), bare.rows(.orders)).map { zoned, bare in
      (zoned["ordered_at", default: ""].prefix(10), bare["ordered_at", default: ""])
    }
    #expect(days.count > 500)
    // Orders carry the business's own clock, so the day is already there.
    #expect(days.allSatisfy { $0.0 == $0.1 })
    #expect(bare.rows(.touches).allSatisfy { $0["touched_at", default: ""].utf8.count == 10 })
  }

  @Test func `the first lines of a small shop are these`() throws {
    let orders = try SimulatedFolder(SimulationPlan(customers: 40, seed: 7)).text("orders.csv")
    let lines = orders.split(separator: "\n").prefix(4).joined(separator: "\n")
    #expect(
      lines == """
        order_id,customer_id,ordered_at,revenue,discount,discount_code,refunded,refunded_at,\
        status,currency
        #10001,C100001,2024-09-02T19:57:01+02:00,82.40,0.00,,0.00,,paid,EUR
        #10002,C100001,2024-09-26T22:55:55+02:00,50.50,0.00,,0.00,,paid,EUR
        #10003,C100002,2024-10-10T12:43:44+02:00,70.90,0.00,,0.00,,paid,EUR
        """)
  }
}
