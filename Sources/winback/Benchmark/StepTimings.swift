import Dashboard
import Metrics
import Tables

/// How long it takes to see a cohort through another period or from another day: beside the loop, while keys go
/// on being answered.
enum StepTimings {
  /// Adds what each step takes to a document: the fastest of some.
  static func describe(_ newest: Evidence, plays: Int, in document: inout Document) {
    let day = newest.report.asOf
    var fastest: [(step: String, takes: Duration)] = []
    func time(_ step: String, from evidence: Evidence, to lens: Lens) -> Evidence {
      var seen = evidence
      let takes = ContinuousClock().measure { seen = evidence.seen(through: lens) }
      if let place = fastest.firstIndex(where: { $0.step == step }) {
        fastest[place].takes = min(fastest[place].takes, takes)
      } else {
        fastest.append((step, takes))
      }
      return seen
    }
    for _ in 0..<plays {
      // What one period needs may serve the next: each is seen from a day that was never seen before.
      let (dayBack, monthBack) = (day - 1, Day(day.month.first.number - 1))
      let yesterday = time("a day back", from: newest, to: Lens(asOf: dayBack))
      _ = time("to the month", from: yesterday, to: Lens(asOf: dayBack, period: .month))
      let before = time("a month back", from: newest, to: Lens(asOf: monthBack))
      _ = time("to the year", from: before, to: Lens(asOf: monthBack, period: .year))
    }
    document.append(.heading("Steps, milliseconds each"))
    document.append(
      .table(
        [.init(title: "step", alignment: .left), .init(title: "takes")],
        fastest.map { Document.Row([$0.step, KeyTimings.milliseconds($0.takes)]) }))
  }
}
