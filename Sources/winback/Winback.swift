import ArgumentParser

/// The command line.
@main
struct Winback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winback",
    abstract: "Whether win-back worked, which channel did the work, and which number to distrust.",
    version: "0.1.0",
    subcommands: [ReportCommand.self],
    defaultSubcommand: ReportCommand.self)
}
