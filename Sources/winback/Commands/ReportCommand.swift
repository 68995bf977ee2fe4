import ArgumentParser
import Dashboard
import Metrics
import Tables

/// Prints the report of a cohort folder.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print the report of a cohort folder.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, markdown
  }

  @OptionGroup var input: FolderArguments
  @Option(help: "How to write it.")
  var format = Format.text
  @Option(
    help: ArgumentHelp("The file to write, instead of standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let report = try input.evidence().report
    let text =
      switch format {
      case .text: TextOutput.text(ReportDocument.document(report))
      case .json: JSONReport.value(report).document
      case .csv: CSVOutput.text(report)
      case .markdown: MarkdownOutput.text(ReportDocument.document(report))
      }
    if let output {
      try OutputFile.write(text, to: output)
    } else {
      try OutputFile.print(text)
    }
  }
}
