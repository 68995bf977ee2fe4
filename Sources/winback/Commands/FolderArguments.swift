import ArgumentParser
import Dashboard
import Glibc
import Glyphs
import Metrics
import Tables

/// The cohort folder and the day: what every command that reads one takes.
struct FolderArguments: ParsableArguments {
  @Argument(help: "The cohort folder.", completion: .directory)
  var folder = "."
  @Option(
    help: ArgumentHelp(
      "The day the report is of, such as 2026-10-31. (default: the day of the newest order)",
      valueName: "day"),
    transform: FolderArguments.day)
  var asOf: Day?
  @Option(
    help: ArgumentHelp(
      "The day to take for today: later orders are refused. (default: the clock's day)",
      valueName: "day"),
    transform: FolderArguments.day)
  var today: Day?

  /// From where an address, or else the options, have the folder seen.
  func lens(_ address: Address?) -> Lens {
    var lens = address?.lens ?? Lens()
    if let asOf { lens.asOf = asOf }
    return lens
  }

  /// Reads the folder and works out what is known of it, seen through a lens or as the options say.
  func evidence(
    through lens: Lens? = nil, progress: ReadingProgress = ReadingProgress(),
    timings: Timings = Timings()
  ) throws(Failure) -> Evidence {
    let lens = lens ?? self.lens(nil)
    return try reading { configuration in
      let cohort = try timings.measure("read the files") {
        try Cohort.read(folder, options: configuration.reading, progress: progress)
      }
      let history = timings.measure("find the customers", consume cohort) { History($0) }
      try progress.expectWanted()
      var definitions = configuration.definitions
      definitions.periodMonths = lens.period.months
      let analysis = timings.measure("find the lapses") {
        Analysis(history, definitions: definitions, asOf: lens.asOf)
      }
      try progress.expectWanted()
      return timings.measure("work out the report") {
        Evidence(analysis, options: configuration.reading)
      }
    }
  }

  /// Finds a customer's rows in the files.
  func trace(_ customer: String, isRevealing: Bool) throws(Failure) -> Trace {
    try reading { configuration in
      try Cohort.trace(
        customer, in: folder, options: configuration.reading, isRevealing: isRevealing)
    }
  }

  /// Reads names and e-mail addresses.
  func contacts() throws(Failure) -> [String: Contact] {
    try reading { try Cohort.contacts(in: folder, options: $0.reading) }
  }

  /// Does something with the folder's configuration, and turns what goes wrong into a sentence.
  private func reading<Value>(_ body: (Configuration) throws -> Value) throws(Failure) -> Value {
    do {
      var configuration = try Configuration(folder: folder)
      configuration.reading.today = today ?? configuration.reading.zone.today
      return try body(configuration)
    } catch let problem as ConfigurationProblem {
      throw Failure(problem.sentence)
    } catch let problem as CohortProblem {
      throw Failure(problem.sentence)
    } catch {
      throw Failure("\(error)")
    }
  }

  private static func day(_ text: String) throws -> Day {
    guard let day = Day(text) else {
      throw ValidationError("\(SafeText(text)) is no day; write one such as 2026-10-31.")
    }
    return day
  }
}

extension TimeZoneRules {
  /// The day that it is now in the zone.
  var today: Day { day(ofUniversalSecond: Int64(time(nil))) }
}
