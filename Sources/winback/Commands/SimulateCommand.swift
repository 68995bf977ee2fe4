import ArgumentParser
import Simulation

/// Writes a made-up cohort folder.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Write a realistic cohort folder: the same bytes for the same seed.")

  @Argument(help: "The folder to make; it must be new or empty.", completion: .directory)
  var folder: String
  @Option(help: "How many customers, 1 to 5,000,000.")
  var customers: Int
  @Option(help: "Which business of all possible ones: any whole number from 0.")
  var seed: UInt64
  @Option(help: "What kind of business: shop or saas.")
  var model: SimulationPlan.Model = .shop
  @Option(help: "Leave a table out; may be given more than once.")
  var without: [SimulationPlan.Table] = []
  @Option(help: "Timestamps with their zone, or bare dates: zoned or bare.")
  var times: SimulationPlan.Times = .zoned

  func run() throws {
    do {
      let plan = try SimulationPlan(
        customers: customers, seed: seed, model: model, without: Set(without), times: times)
      try Simulation(plan).write(to: folder)
    } catch {
      throw Failure(error.description)
    }
  }
}

extension SimulationPlan.Model: ExpressibleByArgument {}
extension SimulationPlan.Table: ExpressibleByArgument {}
extension SimulationPlan.Times: ExpressibleByArgument {}
