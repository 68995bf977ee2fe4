import Glyphs
import Metrics
import Tables
import Terminal

/// How far each month of enrolments has come back, by its age.
enum CohortsPage {
  static func page(_ evidence: Evidence, _ value: CohortValue) -> Page {
    let rows = evidence.cohorts
    guard !rows.isEmpty else {
      let reason = "Nobody was enrolled and treated: there is no month to follow."
      return Page([ScreenName.cohorts.title], [Section(nil, .sentences([Sentence(reason)]))])
    }
    return Page(
      [ScreenName.cohorts.title],
      [
        Section(nil, .sentences(Sentence.overriding(evidence.report))),
        Section(
          "\(value.words), of those enrolled in a month", .table(table(rows, value, evidence))),
        Section(
          nil,
          .sentences([
            Sentence(
              "A date is the day on which the whole month will be so old: until then there is no "
                + "number, and no small one either. Shades rise in four steps to the highest number here. "
                + "b shows rate, revenue or returns.",
              .muted)
          ])),
      ].filter { $0.stops > 0 })
  }

  private static func table(
    _ rows: [CohortAges], _ value: CohortValue, _ evidence: Evidence
  ) -> Table {
    // The ages that are spoken of stay longest where there is little room.
    let dropped = [7: 3, 14: 4, 30: 8, 45: 5, 60: 9, 90: 7, 120: 2, 180: 1]
    let all = rows.map { CohortRow(row: $0, value: value, report: evidence.report) }
    let most = all.flatMap { row in CohortAges.ages.indices.compactMap(row.number) }.max() ?? 0
    return Table(
      [.init("month", .left), .init("enrolled", dropped: 6, term: .enrolled)]
        + CohortAges.ages.map { .init("day \($0)", dropped: dropped[$0], term: value.term) },
      all.map { row in
        Table.Row(
          [.init(Wording.month(row.row.month)), .count(row.row.enrolled, .muted)]
            + CohortAges.ages.indices.map { row.cell($0, most: most) },
          detail: row.remark, link: .layer(.selection(Selection([.month(row.row.month)]))),
          mark: .month(row.row.month))
      })
  }
}

extension CohortValue {
  /// What a number of it means.
  fileprivate var term: Term {
    switch self {
    case .rate: .rateByDay
    case .revenue: .revenueByAge
    case .returns: .returnsByAge
    }
  }
}

/// A month of enrolments as a row.
struct CohortRow {
  let row: CohortAges
  let value: CohortValue
  let report: Report

  /// The number at an age, by its place; nil where there is none.
  func number(_ age: Int) -> Double? {
    switch value {
    case .rate: row.rates[age].value?.value
    case .revenue: row.revenuePerLapsed[age].value
    case .returns: row.returns[age].value.map(Double.init)
    }
  }

  /// The number at an age with its shade, or the day from which there is one.
  func cell(_ age: Int, most: Double) -> Table.Cell {
    if let missing = row.rates[age].missing { return .notYet(missing) }
    var cell: Table.Cell
    switch value {
    case .rate: cell = .rate(row.rates[age])
    case .revenue: cell = .figure(row.revenuePerLapsed[age], report) { .money($0) }
    case .returns: cell = row.returns[age].value.map { .count($0) } ?? Table.Cell("")
    }
    cell.graphic = .shade(cell.text, most > 0 ? (number(age) ?? 0) / most : 0)
    return cell
  }

  /// What else there is to say of the month.
  var remark: String? {
    var remarks: [String] = []
    let month = report.months.first { $0.month == row.month }
    if let before = month?.restatedFrom {
      remarks.append(
        "Restated since by a new threshold or late refunds: \(Wording.count(before.x)) of "
          + "\(Wording.count(before.n)) when it matured.")
    }
    remarks += (month?.notes ?? []).map { "Note: \(SafeText($0, limit: 60))." }
    return remarks.isEmpty ? nil : remarks.joined(separator: " ")
  }
}

extension Table.Cell {
  /// The day from which there is a number, as short as a column of them allows.
  fileprivate static func notYet(_ missing: Missing) -> Table.Cell {
    guard case .matures(let day) = missing else { return .missing(missing) }
    return Table.Cell(
      "\(day.civil.day) \(day.month.shortName)", .muted, value: .missing(missing))
  }
}
