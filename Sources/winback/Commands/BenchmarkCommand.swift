import ArgumentParser
import Dashboard
import Terminal

/// Measures the program itself: for whoever works on it.
struct BenchmarkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark", abstract: "Measure how fast winback is.", shouldDisplay: false,
    subcommands: [Keys.self, Steps.self])

  /// Measures how long keys take.
  struct Keys: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "keys",
      abstract: "Measure how long it takes from a key to its frame, without a terminal.",
      discussion: """
        Plays 5,000 keys, always the same, from the table of commands, at 80 x 24 and at 200 x 60, three \
        times each, and takes the fastest. What is worked out beside the loop, such as another day, is \
        answered but not counted: `benchmark steps` measures that.

        Run it with optimization: swift run -c release winback benchmark keys sample-data
        """)

    @OptionGroup var input: FolderArguments

    private static let plays = 3

    func run() throws {
      let views = EvidenceViews(try input.evidence())
      var document = Document()
      for size in [Size(columns: 80, rows: 24), Size(columns: 200, rows: 60)] {
        let timings = KeyBenchmark.timings(views, size: size, plays: Keys.plays)
        KeyTimings(timings).describe(size, in: &document)
      }
      try OutputFile.print(TextOutput.text(document))
    }
  }

  /// Measures how long another period or another day takes.
  struct Steps: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "steps",
      abstract:
        "Measure how long it takes to see a folder through another period or from another day.",
      discussion: """
        Takes each step three times from what was read, and the fastest of them.

        Run it with optimization: swift run -c release winback benchmark steps sample-data
        """)

    @OptionGroup var input: FolderArguments

    /// How often each step is taken.
    private static let plays = 3

    func run() throws {
      var document = Document()
      StepTimings.describe(try input.evidence(), plays: Steps.plays, in: &document)
      try OutputFile.print(TextOutput.text(document))
    }
  }
}
