import ArgumentParser
import Dashboard
import Glibc
import Terminal

/// Opens the dashboard, or prints a screen where there is no terminal to open it on.
struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dashboard", abstract: "Open the dashboard of a cohort folder.",
    discussion: """
      Without a terminal (in a pipe, from cron, with TERM=dumb) the scorecard, or the screen that \
      --open names, is printed as plain text instead.
      """)

  @OptionGroup var input: FolderArguments
  @OptionGroup var address: AddressOption
  @OptionGroup(title: "Settings, over those of the user's settings.toml") var look: SettingsOptions
  @Flag(help: "Print the screen as plain text, without a dashboard.")
  var plain = false

  func run() throws {
    if !plain, isatty(STDOUT_FILENO) == 1,
      let session = Session.open(input, at: address.open, try look.settings())
    {
      try session.run()
    } else {
      try printScreen()
    }
  }

  private func printScreen() throws {
    let dashboard = try input.dashboard(at: address.open)
    guard let evidence = dashboard.evidence, let page = dashboard.wholePage else { return }
    try OutputFile.print(TextOutput.text(evidence.document(of: page)))
  }
}
