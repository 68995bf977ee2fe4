import Metrics
import Tables
import Testing

@testable import winback

/// A folder seen from one day: what the screens ask, and the report that the answers must agree with.
struct AnalysedFolder: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let analysis: Analysis
  let report: Report
  /// What it was read with.
  let options: ReadingOptions

  /// Reads a folder; `asOf` as on the command line.
  init(
    _ path: String, asOf: String? = nil, changing change: (inout Definitions) -> Void = { _ in }
  ) throws {
    var configuration = try Configuration(folder: path)
    change(&configuration.definitions)
    let cohort = try Cohort.read(path, options: configuration.reading)
    testDescription = path
    analysis = Analysis(
      History(cohort), definitions: configuration.definitions, asOf: asOf.flatMap { Day($0) })
    options = configuration.reading
    report = Report(analysis, options: options)
  }

  /// Writes a folder and reads it.
  init(_ folder: SampleFolder, asOf: String? = nil) throws {
    let written = try TemporaryFolder(folder.files())
    let read = try AnalysedFolder(written.path, asOf: asOf)
    testDescription = "\(folder.testDescription) as of \(asOf ?? "its end")"
    analysis = read.analysis
    report = read.report
    options = read.options
  }

  /// The folders that laws are tried on, and the sample data, from two days each.
  static let all: [AnalysedFolder] =
    lawFolders.flatMap { folder in
      [nil, "2025-08-15"].compactMap { try? AnalysedFolder(folder, asOf: $0) }
    }
    + [nil, "2026-05-20"].compactMap { try? AnalysedFolder(sampleData, asOf: $0) }
}

extension Analysis {
  /// What the files say of a tactic, with the list that its page shows.
  func evidence(for tactic: Tactic) -> TacticEvidence {
    evidence(for: tactic, listing: WorkList(tactic.rawValue).map(roster))
  }
}
