import ArgumentParser
import Dashboard
import Metrics
import Tables

/// Says what was read, refused, suspicious and bad, and ends with 1 where that is asked for.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Say what was read, what was refused and why, and what is suspicious, bad or tripped.",
    discussion: """
      Ends with 0 if nothing named by --fail-on happened, with 1 if something did, and with 2 if \
      the folder cannot be used.
      """)

  enum Cause: String, CaseIterable, ExpressibleByArgument {
    /// A row was refused.
    case refused
    /// The files make numbers doubtful.
    case suspicious
    /// A line of the scorecard is bad.
    case bad
    /// A guardrail is tripped.
    case guardrail
    case never
  }

  @OptionGroup var input: FolderArguments
  @Option(
    help: ArgumentHelp(
      "What to end with 1 for; may be given more than once. (default: suspicious)",
      valueName: "cause"))
  var failOn: [Cause] = []

  func run() throws {
    let evidence = try input.evidence()
    let report = evidence.report
    try OutputFile.print(TextOutput.text(evidence.data))
    let causes = failOn.isEmpty ? [.suspicious] : failOn
    if causes.contains(where: { happened($0, report) }) { throw ExitCode(1) }
  }

  private func happened(_ cause: Cause, _ report: Report) -> Bool {
    switch cause {
    case .refused: report.findings.count > 0
    case .suspicious: !report.doubts.isEmpty
    case .bad: report.lines.contains { $0.status == .bad }
    case .guardrail: !report.tripped.isEmpty
    case .never: false
    }
  }
}
