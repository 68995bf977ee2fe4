package import Metrics
package import Tables

/// What is known of a cohort, seen in one way: all that the screens are made from.
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
  /// Whether some customer ids are e-mail addresses, and so hidden until they are asked for.
  let hidesIds: Bool
  /// From the first order to the newest, whatever the day of the report; nil without orders.
  package let orderDays: ClosedRange<Day>?

  /// What an analysis shows of a cohort that was read with some options.
  package init(_ analysis: Analysis, options: ReadingOptions) {
    self.analysis = analysis
    self.options = options
    let cohorts = Later { analysis.cohortAges() }
    let hidesIds = Later { analysis.cohort.customers.contain(byte: UInt8(ascii: "@")) }
    report = Report(analysis, options: options)
    lines = report.lines
    self.cohorts = cohorts.value
    self.hidesIds = hidesIds.value
    orderDays = analysis.history.orderDays
  }

  /// The same files on the same day, through another period.
  private init(_ other: Evidence, periodMonths: Int) {
    analysis = Analysis(other.analysis, periodMonths: periodMonths)
    report = Report(other.report, through: analysis)
    options = other.options
    lines = report.lines
    cohorts = other.cohorts
    hidesIds = other.hidesIds
    orderDays = other.orderDays
  }

  /// The same files, seen in another way.
  package func seen(through lens: Lens) -> Evidence {
    if (lens.asOf ?? orderDays?.upperBound) == analysis.asOf {
      return Evidence(self, periodMonths: lens.period.months)
    }
    var definitions = analysis.definitions
    definitions.periodMonths = lens.period.months
    return Evidence(
      Analysis(analysis.history, definitions: definitions, asOf: lens.asOf), options: options)
  }

  /// In which way it is seen.
  var lens: Lens {
    let period = PeriodLength.allCases.first { $0.months == analysis.definitions.periodMonths }
    return Lens(
      asOf: report.asOf == orderDays?.upperBound ? nil : report.asOf, period: period ?? .quarter)
  }

  /// Whether it shows what a lens asks for.
  func isSeen(through lens: Lens) -> Bool {
    report.asOf == (lens.asOf ?? orderDays?.upperBound ?? report.asOf)
      && analysis.definitions.periodMonths == lens.period.months
  }
}
