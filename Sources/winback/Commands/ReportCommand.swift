import ArgumentParser
import Metrics
import Tables

/// Prints the report of a cohort folder.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print the report of a cohort folder.")

  @Argument(help: "The cohort folder.")
  var folder = "."
  @Option(help: "The day that the report is of: 2026-10-31. Default: the day of the newest order.")
  var asOf: String?
  @Option(help: "json")
  var format: String = "json"

  func run() throws {
    let configuration = try Configuration(folder: folder)
    let cohort = try Cohort.read(folder, options: configuration.reading)
    let analysis = Analysis(
      History(cohort), definitions: configuration.definitions, asOf: asOf.flatMap { Day($0) })
    let report = Report(analysis, options: configuration.reading)
    print(JSONReport.value(report).document, terminator: "")
  }
}
