import ArgumentParser
import Simulation

/// Writes a made-up cohort folder.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Write a realistic cohort folder: the same bytes for the same seed.")

  @Argument(help: "The folder to make; it must be new or empty.", completion: .directory)
  var folder: String
  @Flag(help: "The shop of sample-data; takes no other option.")
  var sample = false
  @Option(help: ArgumentHelp("How many customers, 1 to 5,000,000.", valueName: "n"))
  var customers: Int?
  @Option(
    help: ArgumentHelp(
      "Which business of all possible ones: any whole number from 0.", valueName: "n"))
  var seed: UInt64?
  @Option(help: "What kind of business; a shop unless told otherwise.")
  var model: SimulationPlan.Model?
  @Option(
    help: ArgumentHelp(
      "Leave a table out, any but orders; may be given more than once.", valueName: "table"))
  var without: [SimulationPlan.Table] = []
  @Option(help: "Timestamps with their zone unless told otherwise, or bare dates.")
  var times: SimulationPlan.Times?

  func validate() throws { _ = try plan() }

  func run() throws {
    let plan = try plan()
    do {
      try Simulation(plan).write(to: folder)
    } catch {
      throw Failure(error.description)
    }
  }

  private func plan() throws -> SimulationPlan {
    if sample {
      guard customers == nil, seed == nil, model == nil, without.isEmpty, times == nil else {
        throw ValidationError("--sample is one shop, and takes no other option.")
      }
      return .sample
    }
    guard let customers else { throw missing("--customers <n>") }
    guard let seed else { throw missing("--seed <n>") }
    do {
      return try SimulationPlan(
        customers: customers, seed: seed, model: model ?? .shop, without: Set(without),
        times: times ?? .zoned)
    } catch {
      throw ValidationError(error.description)
    }
  }

  private func missing(_ option: String) -> ValidationError {
    ValidationError("Missing expected argument '\(option)', or --sample.")
  }
}

extension SimulationPlan.Model: ExpressibleByArgument {}
extension SimulationPlan.Table: ExpressibleByArgument {}
extension SimulationPlan.Times: ExpressibleByArgument {}
