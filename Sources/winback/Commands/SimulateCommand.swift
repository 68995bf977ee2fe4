import ArgumentParser
import Simulation

/// Writes a made-up cohort folder.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Write a realistic cohort folder: the same bytes for the same seed.")

  @Argument(help: "The folder to make; it must be new or empty.", completion: .directory)
  var folder: String
  @Option(help: ArgumentHelp("How many customers, 1 to 5,000,000.", valueName: "n"))
  var customers: Int
  @Option(
    help: ArgumentHelp(
      "Which business of all possible ones: any whole number from 0.", valueName: "n"))
  var seed: UInt64
  @Option(help: "What kind of business.")
  var model: SimulationPlan.Model = .shop
  @Option(
    help: ArgumentHelp(
      "Leave a table out, any but orders; may be given more than once.", valueName: "table"))
  var without: [SimulationPlan.Table] = []
  @Option(help: "Timestamps with their zone, or bare dates.")
  var times: SimulationPlan.Times = .zoned

  func run() throws {
    let plan: SimulationPlan
    do {
      plan = try SimulationPlan(
        customers: customers, seed: seed, model: model, without: Set(without), times: times)
    } catch {
      throw ValidationError(error.description)
    }
    do {
      try Simulation(plan).write(to: folder)
    } catch {
      throw Failure(error.description)
    }
  }
}

extension SimulationPlan.Model: ExpressibleByArgument {}
extension SimulationPlan.Table: ExpressibleByArgument {}
extension SimulationPlan.Times: ExpressibleByArgument {}
