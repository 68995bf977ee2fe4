import Foundation
import Metrics
import Simulation
import Tables
import Testing

@testable import winback

/// A month that reads otherwise than on the day it matured says so.
struct RestatementTests {
  private func folder(_ model: SimulationPlan.Model, seed: UInt64) throws -> TemporaryFolder {
    var files = MemoryDestination()
    try Simulation(try SimulationPlan(customers: 900, seed: seed, model: model)).write(to: &files)
    let folder = try TemporaryFolder()
    for (name, bytes) in files.files { try folder.write(name, Data(bytes)) }
    return folder
  }

  @Test(arguments: SimulationPlan.Model.allCases, [4, 9] as [UInt64])
  func `a month's figure when it matured is that of the report of that day`(
    model: SimulationPlan.Model, seed: UInt64
  ) throws {
    let folder = try folder(model, seed: seed)
    let mature = try report(ofFolder: folder.path).months.filter(\.isMature)
    #expect(mature.count > 10)
    for row in mature {
      let then = try report(ofFolder: folder.path, asOf: row.maturesOn.description)
      let before = then.months.first { $0.month == row.month }
      let whenMatured = row.restatedFrom ?? row.rate60.value
      // The window is 60 days, so the rate within it is the day-60 rate.
      #expect(before?.rate60.value == whenMatured, "\(row.month)")
    }
  }

  @Test func `a refund that undoes a return after the month matured restates it`() throws {
    // Ten people lapse by 31 January 2026 + 31 days; mailed on 5 March; one buys on 10 March, and the
    // refund of 1 June leaves nothing of it. March matures on 31 March + 60 = 30 May.
    let people = (0..<10).map { "p\($0)" }
    let orders =
      people.enumerated().map { "\($0),\($1),2026-01-31,10,," }
      + ["10,p0,2026-03-10,20,20,2026-06-01", "11,newest,2026-06-30,10,,"]
    let report = try report(
      ofFolder: try keep(
        TemporaryFolder([
          "winback.toml": "[lapse]\ndays = 30\n",
          "orders.csv": "order_id,customer_id,ordered_at,revenue,refunded,refunded_at\n"
            + orders.joined(separator: "\n"),
          "touches.csv": "customer_id,touched_at,channel\n"
            + people.map { "\($0),2026-03-05,email" }.joined(separator: "\n"),
        ])))
    let march = try #require(report.months.first)
    #expect(march.month.description == "2026-03")
    #expect(march.rate60.value == Proportion(0, of: 10))
    #expect(march.restatedFrom == Proportion(1, of: 10))
  }

  private func keep(_ folder: TemporaryFolder) throws -> String {
    kept.append(folder)
    return folder.path
  }

  private let kept = Kept()
}

/// Holds folders until the test that made them is over.
private final class Kept {
  private var folders: [TemporaryFolder] = []

  func append(_ folder: TemporaryFolder) { folders.append(folder) }
}
