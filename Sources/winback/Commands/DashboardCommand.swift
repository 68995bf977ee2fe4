import ArgumentParser
import Dashboard
import Glibc
import Terminal

/// Opens the dashboard, or prints the scorecard where there is no terminal to open it on.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard of a cohort folder.",
    discussion: """
      Without a terminal (in a pipe, from cron, with TERM=dumb) the scorecard is printed as plain \
      text instead.
      """)

  @OptionGroup var input: FolderArguments
  @Flag(help: "Print the scorecard as plain text, without a dashboard.")
  var plain = false

  func run() throws {
    if !plain, isatty(STDOUT_FILENO) == 1, let session = Session.open(input) {
      try session.run()
    } else {
      try printScorecard()
    }
  }

  private func printScorecard() throws {
    let document = try input.evidence().scorecard
    try OutputFile.print(TextOutput.text(document))
  }
}
