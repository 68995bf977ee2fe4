import Foundation
import Metrics
import Simulation
import Tables
import Testing

@testable import winback

/// Nothing that was read disappears: every row is counted, or not counted for a reason.
struct AccountTests {
  /// A folder as `simulate` writes it, with one row in fifty spoilt.
  private func spoiltFolder(_ model: SimulationPlan.Model) throws -> TemporaryFolder {
    let plan = try SimulationPlan(customers: 600, seed: 3, model: model)
    var files = MemoryDestination()
    try Simulation(plan).write(to: &files)
    let folder = try TemporaryFolder()
    for (name, bytes) in files.files {
      guard name.hasSuffix(".csv") else {
        try folder.write(name, Data(bytes))
        continue
      }
      let lines = bytes.split(separator: 10).enumerated().map { index, line in
        index % 50 == 49 ? Array("spoilt".utf8) : Array(line)
      }
      try folder.write(name, Data(lines.joined(separator: [10])))
    }
    return folder
  }

  @Test(arguments: SimulationPlan.Model.allCases, [nil, "2026-03-15", "2025-06-30"])
  func `what is counted and what is not make up the rows read`(
    model: SimulationPlan.Model, asOf: String?
  ) throws {
    let folder = try spoiltFolder(model)
    let report = try report(ofFolder: folder.path, asOf: asOf)
    // A subscription business has no carts.
    #expect(
      report.accounts.map(\.table) == Table.allCases.filter { model == .shop || $0 != .carts })
    for account in report.accounts {
      let name = account.table.rawValue
      let text = try String(contentsOfFile: "\(folder.path)/\(name).csv", encoding: .utf8)
      // A quoted line break would make two lines of a row: simulate writes none.
      let rows = text.split(separator: "\n").count - 1
      #expect(account.rows.total == rows, "\(name)")
      let refused = account.rows.excluded.first { $0.cause == .refused }?.count
      #expect(refused == (rows + 1) / 50, "\(name)")
      #expect(account.rows.excluded.allSatisfy { $0.count >= 0 }, "\(name)")
    }
  }

  @Test(arguments: SimulationPlan.Model.allCases)
  func `lines over one quarter are about the same people, however many they count`(
    model: SimulationPlan.Model
  ) throws {
    let folder = try spoiltFolder(model)
    let report = try report(ofFolder: folder.path)
    let keys = [
      "reactivation_rate", "came_back", "attributed_return", "payback", "discount_dependency",
      "time_to_reactivation", "revenue_per_lapsed",
    ]
    let totals = keys.map { key in
      report.lines.first { $0.key == key }?.population?.total
    }
    let quarter = report.quarter.span
    let enrolled = report.months.filter { (quarter.from...quarter.to).contains($0.month) }
      .reduce(0) { $0 + $1.enrolled }
    let heldOut = report.scorecard.cameBack.value?.now.population.excluded.first?.count ?? 0
    #expect(heldOut > 0)
    #expect(totals == keys.map { _ in enrolled + heldOut })
  }

  @Test(arguments: [("orders", 4_000), ("touches", 4_000)])
  func `nothing of a simulated shop is refused`(table: String, least: Int) throws {
    let plan = try SimulationPlan(customers: 2_000, seed: 5)
    var files = MemoryDestination()
    try Simulation(plan).write(to: &files)
    let folder = try TemporaryFolder()
    for (name, bytes) in files.files { try folder.write(name, Data(bytes)) }
    let report = try report(ofFolder: folder.path)
    #expect(report.findings.count == 0)
    let account = try #require(report.accounts.first { $0.table.rawValue == table })
    #expect(account.rows.counted >= least)
  }
}
