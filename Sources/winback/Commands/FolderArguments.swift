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

  /// Reads the folder and works out what is known of it.
  func evidence() throws(Failure) -> Evidence {
    do {
      var configuration = try Configuration(folder: folder)
      configuration.reading.today = today ?? configuration.reading.zone.today
      let cohort = try Cohort.read(folder, options: configuration.reading)
      let analysis = Analysis(
        History(cohort), definitions: configuration.definitions, asOf: asOf)
      return Evidence(analysis, options: configuration.reading)
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
