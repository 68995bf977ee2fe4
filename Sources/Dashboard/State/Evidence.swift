package import Metrics
package import Tables

/// What is known of a cohort on a day: all that the screens are made from.
///
/// A class because the state is copied with every key, and this never changes.
package final class Evidence: Sendable {
  package let analysis: Analysis
  package let report: Report
  /// What the files were read with.
  private let options: ReadingOptions
  /// The scorecard's lines.
  let lines: [ScorecardLine]
  /// The months of enrolment by their age.
  let cohorts: [CohortAges]
  /// From the first order to the newest, whatever the day of the report; nil without orders.
  let orderDays: ClosedRange<Day>?

  /// What an analysis shows of a cohort that was read with some options.
  package init(_ analysis: Analysis, options: ReadingOptions) {
    self.analysis = analysis
    self.options = options
    report = Report(analysis, options: options)
    lines = report.lines
    cohorts = analysis.cohortAges()
    orderDays = analysis.history.orderDays
  }

  /// The same files, seen from another day.
  package func at(_ day: Day) -> Evidence {
    Evidence(
      Analysis(analysis.history, definitions: analysis.definitions, asOf: day), options: options)
  }
}
