import Dashboard
import Metrics
import Tables

/// How long it takes to see a cohort through another period or from another day: beside the loop, while keys go
/// on being answered.
enum StepTimings {
  /// Adds what each step takes to a document: the fastest of some.
  static func describe(_ newest: Evidence, plays: Int, in document: inout Document) {
    let day = newest.report.asOf
    let steps: [(name: String, lens: Lens)] = [
      ("to the month", Lens(period: .month)), ("to the year", Lens(period: .year)),
      ("a day back", Lens(asOf: day - 1)),
      ("a month back", Lens(asOf: Day(day.month.first.number - 1))),
    ]
    document.append(.heading("Steps, milliseconds each"))
    document.append(
      .table(
        [.init(title: "step", alignment: .left), .init(title: "takes")],
        steps.map { step in
          let times = (0..<plays).map { _ in
            ContinuousClock().measure { _ = newest.seen(through: step.lens) }
          }
          return Document.Row([step.name, KeyTimings.milliseconds(times.min() ?? .zero)])
        }))
  }
}
