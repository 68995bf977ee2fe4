package import Metrics

/// What is known of a cohort on a day: all that the screens are made from.
///
/// A class because the state is copied with every key, and this never changes.
package final class Evidence: Sendable {
  package let analysis: Analysis
  package let report: Report
  /// The scorecard's lines.
  let lines: [ScorecardLine]

  /// An analysis with its report.
  package init(_ analysis: Analysis, _ report: Report) {
    self.analysis = analysis
    self.report = report
    lines = report.lines
  }
}
