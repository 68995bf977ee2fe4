import Glyphs
import Metrics
import Tables
import Terminal

/// How far each month of enrolments has come back, by its age.
enum CohortsPage {
  static func page(_ evidence: Evidence) -> Page {
    let rows = evidence.cohorts
    guard !rows.isEmpty else {
      return Page(
        [ScreenName.cohorts.title],
        [
          Section(
            nil,
            .sentences([Sentence("Nobody was enrolled and treated: there is no month to follow.")]))
        ])
    }
    return Page(
      [ScreenName.cohorts.title],
      [
        Section(nil, .sentences(Sentence.overriding(evidence.report))),
        Section("Back by day, of those enrolled in a month", .table(table(rows, evidence))),
        Section(
          nil,
          .sentences([
            Sentence(
              "A date is the day on which the whole month will be so old: until then there is no "
                + "number, and no small one either. Shades rise in four steps to the highest number here.",
              .muted)
          ])),
      ].filter { $0.stops > 0 })
  }

  private static func table(_ rows: [CohortAges], _ evidence: Evidence) -> Table {
    let most = rows.flatMap(\.rates).compactMap { $0.value?.value }.max() ?? 0
    // The ages that are spoken of stay longest where there is little room.
    let dropped = [7: 3, 14: 4, 30: 8, 45: 5, 60: 9, 90: 7, 120: 2, 180: 1]
    return Table(
      [.init("month", .left), .init("enrolled", dropped: 6)]
        + CohortAges.ages.map { .init("day \($0)", dropped: dropped[$0]) },
      rows.map { row in
        let restated = evidence.report.months.first { $0.month == row.month }
        return Table.Row(
          [.init(Wording.month(row.month)), .init(Wording.count(row.enrolled), .muted)]
            + row.rates.map { cell($0, most: most) },
          detail: remark(row, restated), link: .layer(.group(.month(row.month))))
      })
  }

  private static func cell(_ rate: Figure<Proportion>, most: Double) -> Table.Cell {
    switch rate {
    case .value(let rate):
      let text = rate.value.map(Wording.percent) ?? ""
      return Table.Cell(
        text, rate.isLow ? .muted : .plain,
        graphic: .shade(text, most > 0 ? (rate.value ?? 0) / most : 0))
    case .missing(.matures(let day)):
      return Table.Cell("\(day.civil.day) \(day.month.shortName)", .muted)
    case .missing(let missing): return Table.Cell(Wording.missing(missing), .muted)
    }
  }

  private static func remark(_ row: CohortAges, _ month: MonthRow?) -> String? {
    var remarks: [String] = []
    if let before = month?.restatedFrom {
      remarks.append(
        "Restated since by a new threshold or late refunds: \(Wording.count(before.x)) of "
          + "\(Wording.count(before.n)) when it matured.")
    }
    remarks += (month?.notes ?? []).map { "Note: \(SafeText($0, limit: 60))." }
    return remarks.isEmpty ? nil : remarks.joined(separator: " ")
  }
}
