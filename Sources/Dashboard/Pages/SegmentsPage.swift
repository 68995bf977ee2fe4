import Glyphs
import Metrics
import Tables
import Terminal

/// Who came back: the quarter's enrolments told apart by one thing at a time.
enum SegmentsPage {
  static func page(_ evidence: Evidence, by dimension: Dimension) -> Page {
    let report = evidence.report
    let rows = report.quarter.breakdown(dimension).sorted {
      ($0.place, $1.enrolled) < ($1.place, $0.enrolled)
    }
    let span = Wording.span(report.quarter.span)
    return Page(
      [ScreenName.segments.title, "by \(dimension.words)"],
      [
        Section(nil, .sentences(Sentence.overriding(report) + [told(rows, dimension)])),
        Section(
          "Enrolled \(span), by \(dimension.words); the bar is day 60",
          .table(table(rows, dimension))),
        Section(
          nil,
          .sentences([
            Sentence(
              "Each column counts those whose days are over, so day 90 can lie below day 60. \"more\" and "
                + "\"less\" than the rest are clear, chance over the whole table allowed for. The dotted "
                + "line is the rate of all.",
              .muted)
          ])),
      ])
  }

  /// Which rows stand out.
  private static func told(_ rows: [Breakdown.Row], _ dimension: Dimension) -> Sentence {
    let told = rows.filter { $0.isTold && $0.againstRest != nil }
    guard !rows.isEmpty else { return Sentence("Nobody was enrolled in these months.", .bold) }
    guard !told.isEmpty else {
      return Sentence("By \(dimension.words) nobody differs clearly from the rest.", .bold)
    }
    let words = told.map { row in
      let isMore = (row.againstRest?.difference.value ?? 0) > 0
      return "\(SafeText(row.name, limit: 40)) \(isMore ? "more" : "less")"
    }
    return Sentence("Clearly apart from the rest: \(Wording.list(words)).", .bold)
  }

  private static func table(_ rows: [Breakdown.Row], _ dimension: Dimension) -> Table {
    let axis = Axis(
      atLeast: Axis.end(of: rows.map(\.rate60)),
      reference: rows.reduce(Proportion(0, of: 0)) { $0 + $1.rate60 }.value)
    return Table(
      [
        .init(dimension.title, .left, minimum: 18),
        .init("", .left, dropped: 6, minimum: 13, axis: axis), .init("day 60"),
        .init("95 %", dropped: 5), .init("n", dropped: 4), .init("vs rest", .left, dropped: 7),
        .init("day 30", dropped: 3), .init("day 90", dropped: 2), .init("n at 90", dropped: 1),
      ],
      rows.map { row in
        Table.Row(
          [
            .init(SafeText(row.name, limit: 40).description),
            .init(whisker(row, axis), Style(.series1)),
            ChannelPane.rateCell(.value(row.rate60)),
            .init(
              row.rate60.value.flatMap { value in
                row.rate60.interval.map { Wording.percents($0, of: value) }
              } ?? "", .muted),
            .init(Wording.count(row.rate60.n)), .verdict(row),
            ChannelPane.rateCell(.value(row.rate30)), ChannelPane.rateCell(.value(row.rate90)),
            .init(Wording.count(row.rate90.n), .muted),
          ],
          detail: row.againstRest.map {
            "Against the rest: " + $0.sentence("of the rest", isTold: row.isTold)
          },
          link: .layer(.group(.row(dimension, row.name))))
      })
  }

  private static func whisker(_ row: Breakdown.Row, _ axis: Axis) -> Table.Graphic? {
    guard let value = row.rate60.value, let interval = row.rate60.interval else { return nil }
    return .whisker(value, interval, axis)
  }
}

extension Table.Cell {
  /// Whether a row of a breakdown differs from the others, beyond what a table of several rows shows
  /// by chance.
  static func verdict(_ row: Breakdown.Row) -> Table.Cell {
    guard let comparison = row.againstRest else { return Table.Cell("") }
    if row.rate.isLow { return Table.Cell("low n", .muted) }
    guard row.isTold else { return Table.Cell("too close", .muted) }
    return comparison.difference.value > 0
      ? Table.Cell("more", Style(.good, .bold)) : Table.Cell("less", Style(.bad, .bold))
  }
}
