import ArgumentParser
import Glibc
import Tables

/// The command line.
@main
struct Winback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "winback",
    abstract: "Whether win-back worked, which channel did the work, and which number to distrust.",
    discussion: """
      winback [DIR] opens the dashboard of a cohort folder, by default the one you are in; where there \
      is no terminal it prints the scorecard. Its options are those of winback dashboard --help.
      """,
    version: "0.1.0",
    subcommands: [
      DashboardCommand.self, ReportCommand.self, CheckCommand.self, AudienceCommand.self,
      SimulateCommand.self, BenchmarkCommand.self,
    ],
    defaultSubcommand: DashboardCommand.self)

  static func main() {
    // A file that may not grow any further is an error to be said, not a reason to die half way.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      // A dashboard stays open, and gives back what it needs no more, and so does what measures one; all
      // others end soon.
      let staysOpen =
        command is DashboardCommand || command is BenchmarkCommand.Keys
        || command is BenchmarkCommand.Steps
      if !staysOpen { keepFreeMemory() }
      try command.run()
    } catch let failure as Failure {
      StandardError.print("winback: \(failure.sentence)")
      Glibc.exit(failure.status)
    } catch {
      exit(withError: error)
    }
  }
}

/// Where complaints go.
enum StandardError {
  static func print(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
