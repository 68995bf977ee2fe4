import ArgumentParser
import Dashboard
import Metrics
import Tables

/// Prints the report of a cohort folder, or one screen of it.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Print the report of a cohort folder, or with --open one screen of it.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, markdown, prometheus
  }

  @OptionGroup var input: FolderArguments
  @OptionGroup var address: AddressOption
  @Flag(help: "Show e-mail addresses and names on the screen that --open names.")
  var reveal = false
  @Flag(help: "Say on standard error how long each step took.")
  var timings = false
  @Option(help: "How to write it.")
  var format = Format.text
  @Option(
    help: ArgumentHelp(
      "The file to write, instead of standard output, which is -.", valueName: "file"),
    completion: .file())
  var output: String?

  func validate() throws {
    if timings, address.open != nil {
      throw ValidationError("--timings is of the whole report, and takes no --open.")
    }
    if format == .prometheus, address.open != nil {
      throw ValidationError("--format prometheus is of the whole report, and takes no --open.")
    }
  }

  func run() throws {
    let clock = Timings()
    let written = try address.open == nil ? (text: report(clock), hasPeople: false) : screen()
    if let output, output != "-" {
      try OutputFile.write(written.text, to: output, isPrivate: written.hasPeople)
    } else {
      try OutputFile.print(written.text)
    }
  }

  private func report(_ clock: Timings) throws(Failure) -> String {
    let evidence = try input.evidence(timings: clock)
    let text = clock.measure("write it down") { self.text(evidence.report) }
    if timings {
      let rows = evidence.analysis.cohort.files.reduce(0) { $0 + $1.rowCount }
      StandardError.print(String(TextOutput.text(clock.document(rows: rows)).dropLast()))
    }
    return text
  }

  private func text(_ report: Report) -> String {
    switch format {
    case .text: return TextOutput.text(ReportDocument.document(report))
    case .json: return JSONReport.value(report).document
    case .csv: return CSVOutput.text(report)
    case .markdown: return MarkdownOutput.text(ReportDocument.document(report))
    case .prometheus: return PrometheusOutput.text(report)
    }
  }

  /// One screen, and whether single people are on it.
  private func screen() throws(Failure) -> (text: String, hasPeople: Bool) {
    var dashboard = try input.dashboard(at: address.open)
    if reveal { dashboard.reveal(try input.contacts()) }
    guard let evidence = dashboard.evidence, let page = dashboard.wholePage else {
      return ("", false)
    }
    let text =
      switch format {
      case .text: TextOutput.text(evidence.document(of: page))
      case .json:
        JSONPage.value(page, evidence.report, address: dashboard.shownAddress.text).document
      case .csv: dashboard.commaSeparated
      case .markdown: MarkdownOutput.text(evidence.document(of: page))
      case .prometheus: PrometheusOutput.text(evidence.report)
      }
    return (text, dashboard.showsPeople)
  }
}
