import Glyphs
import Metrics
import Tables
import Terminal

/// Who came back: the period's enrolments told apart by one thing at a time.
enum SegmentsPage {
  static func page(_ evidence: Evidence, _ breakdown: Breakdown, window: Int) -> Page {
    let report = evidence.report
    let dimension = breakdown.dimension
    let rows = breakdown.rows.sorted { ($0.place, $1.enrolled) < ($1.place, $0.enrolled) }
    let crumbs = [ScreenName.segments.title, "by \(dimension.words)"]
    if rows.isEmpty {
      let span = Wording.span(report.quarter.span)
      let reason = "Nobody was enrolled in \(span): there is nobody to tell apart."
      return Page(crumbs, [Section(nil, .sentences([Sentence(reason)]))])
    }
    return Page(
      crumbs,
      [
        Section(nil, .sentences(Sentence.overriding(report) + [told(rows, dimension)])),
        Section(
          "Enrolled \(Wording.span(report.quarter.span)), by \(dimension.words); the bar is day \(window)",
          .table(table(rows, dimension, window))),
        Section(
          nil,
          .sentences([
            Sentence(
              "Each column counts those whose days are over, so day 90 can lie below day 60. \"more\" and "
                + "\"less\" than the rest are clear, chance over the whole table allowed for. The dotted "
                + "line is the rate of all. b tells people apart by something else.",
              .muted)
          ])),
      ])
  }

  /// Which rows stand out.
  private static func told(_ rows: [Breakdown.Row], _ dimension: Dimension) -> Sentence {
    let told = rows.filter { $0.isTold && $0.againstRest != nil }
    guard !told.isEmpty else {
      return Sentence("By \(dimension.words) no row differs clearly from the rest.", .bold)
    }
    let words = told.map { row in
      let isMore = (row.againstRest?.difference.value ?? 0) > 0
      return "\(SafeText(row.name, limit: 40)) \(isMore ? "more" : "less")"
    }
    return Sentence("Clearly apart from the rest: \(Wording.list(words)).", .bold)
  }

  private static func table(
    _ rows: [Breakdown.Row], _ dimension: Dimension, _ window: Int
  ) -> Table {
    let axis = Axis(
      atLeast: Axis.end(of: rows.map(\.rate)),
      reference: rows.reduce(Proportion(0, of: 0)) { $0 + $1.rate }.value)
    let others = [30, 60, 90].filter { $0 != window }
    return Table(
      [
        .init(dimension.title, .left, minimum: 18),
        .init("", .left, dropped: 6, minimum: 13, axis: axis),
        .init("day \(window)", term: .rateByDay),
        .init("95 %", dropped: 5, term: .rateByDay), .init("n", dropped: 4, term: .n),
        .init("vs rest", .left, dropped: 7, term: .versusRest),
      ]
        + others.enumerated().flatMap { place, days -> [Table.Column] in
          [
            .init("day \(days)", dropped: 3 - place, term: .rateByDay),
            .init("n at \(days)", dropped: -place, term: .n),
          ]
        },
      rows.map { row(of: $0, dimension, axis, others) })
  }

  private static func row(
    of row: Breakdown.Row, _ dimension: Dimension, _ axis: Axis, _ others: [Int]
  ) -> Table.Row {
    let rates = [30: row.rate30, 60: row.rate60, 90: row.rate90]
    return Table.Row(
      [
        .init(SafeText(row.name, limit: 40).description), .whisker(row.rate, axis),
        .rate(row.rate, row.isTold ? .bold : nil), .interval(of: row.rate), .count(row.rate.n),
        .verdict(row),
      ]
        + others.flatMap { days -> [Table.Cell] in
          guard let rate = rates[days] else { return [Table.Cell(""), Table.Cell("")] }
          return [.rate(rate), .count(rate.n, .muted)]
        },
      detail: row.againstRest?.sentence("of the rest", isTold: row.isTold),
      link: .layer(.selection(Selection([.row(dimension, row.name)]))),
      mark: Mark(dimension, row.name), population: row.population)
  }
}
