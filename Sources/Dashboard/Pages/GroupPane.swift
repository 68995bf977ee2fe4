import Glyphs
import Metrics
import Tables
import Terminal

/// One row of a breakdown, or one month of enrolments: its numbers beside the others', when people came
/// back, and which channels they are credited to.
enum GroupPane {
  static func page(_ evidence: Evidence, _ group: Group, _ detail: GroupDetail) -> Page {
    let report = evidence.report
    return Page(
      group.crumbs,
      [
        Section(
          nil,
          .sentences(
            Sentence.overriding(report)
              + [Sentence(verdict(report, group, detail), .bold)])),
        Section(
          group.heading(detail.span), .table(numbers(report, group, detail))),
        Section("Back by day", curve(report, group, detail), isBeside: true),
        Section("Who is credited with the returns", .table(returns(detail))),
      ])
  }

  private static func verdict(_ report: Report, _ group: Group, _ detail: GroupDetail) -> String {
    let window = report.definitions.window
    if let comparison = detail.comparison {
      return "Back within \(window) days: "
        + comparison.sentence(group.othersWords, isTold: isTold(report, group))
    }
    if case .month(let month) = group, month.last + window > report.asOf {
      return
        "Its \(window) days are over on \(Wording.day(month.last + window)): too early to compare."
    }
    return "There is nobody that it could be compared with."
  }

  /// Whether the table that a row stands in allows to say that it differs.
  private static func isTold(_ report: Report, _ group: Group) -> Bool {
    guard case .row(let dimension, let name) = group else { return true }
    return report.quarter.breakdown(dimension).first { $0.name == name }?.isTold ?? false
  }

  private static func numbers(_ report: Report, _ group: Group, _ detail: GroupDetail) -> Table {
    func rate(_ title: String, _ days: Int, _ path: KeyPath<GroupNumbers, Proportion>) -> Table.Row
    {
      let own = detail.own[keyPath: path]
      // Of a month that is not so old yet there is no number, only a date.
      if case .month(let month) = group, month.last + days > report.asOf {
        return Table.Row([
          .init(title), .init("n/a", .muted),
          .init("matures \(Wording.day(month.last + days))", .muted, runsOn: true), .init(""),
          .init(""),
        ])
      }
      return Table.Row([
        .init(title), ChannelPane.rateCell(.value(own)),
        .init(ChannelPane.intervalText(own), .muted),
        .init(Wording.count(own.n)),
        .init(detail.others[keyPath: path].value.map(Wording.percent) ?? "", .muted),
      ])
    }
    return Table(
      [
        .init("", .left, minimum: 12), .init(group.shortTitle), .init("95 % interval", dropped: 1),
        .init("n", dropped: 2), .init(group.othersTitle, dropped: 3),
      ],
      [
        line("Enrolled", Wording.count(detail.own.enrolled), Wording.count(detail.others.enrolled)),
        rate("Day 30", 30, \.rate30), rate("Day 60", 60, \.rate60), rate("Day 90", 90, \.rate90),
        line("Median days to return", days(detail.own), days(detail.others)),
        line("Revenue per lapsed", revenue(detail.own, report), revenue(detail.others, report)),
        discounts(report, detail),
      ])
  }

  private static func line(
    _ title: String, _ own: String, _ others: String, interval: String = "", n: String = ""
  ) -> Table.Row {
    Table.Row([
      .init(title), .init(own, own == "n/a" ? .muted : .bold), .init(interval, .muted), .init(n),
      .init(others, .muted),
    ])
  }

  private static func discounts(_ report: Report, _ detail: GroupDetail) -> Table.Row {
    guard report.scorecard.discountDependency.value != nil else {
      return line("Discounted returns", "n/a", "")
    }
    let own = detail.own.discounted
    return line(
      "Discounted returns", own.value.map(Wording.percent) ?? "n/a",
      detail.others.discounted.value.map(Wording.percent) ?? "",
      interval: ChannelPane.intervalText(own), n: Wording.count(own.n))
  }

  private static func days(_ numbers: GroupNumbers) -> String {
    numbers.medianDays.value.map(Wording.days) ?? "n/a"
  }

  private static func revenue(_ numbers: GroupNumbers, _ report: Report) -> String {
    numbers.revenuePerLapsed.value.map { report.money($0) } ?? "n/a"
  }

  private static func curve(
    _ report: Report, _ group: Group, _ detail: GroupDetail
  ) -> Section.Body {
    if detail.own.curve.points.isEmpty {
      return .sentences([Sentence("Too few for a curve: under 20 people.", .muted)])
    }
    let lines = [
      Curves.Line(group.shortTitle, detail.own.curve, .series1),
      Curves.Line(group.othersTitle, detail.others.curve, .series2),
    ]
    return .curves(
      Curves(
        lines.filter { $0.curve.count > 0 }, marked: report.definitions.window,
        days: ChannelCurves.days(window: report.definitions.window)))
  }

  private static func returns(_ detail: GroupDetail) -> Table {
    let total = detail.own.returns.reduce(0) { $0 + $1.count }
    return Table(
      [.init("channel", .left, minimum: 12), .init("returns"), .init("share")],
      detail.own.returns.map { share in
        Table.Row(
          [
            .init(SafeText(share.name, limit: 40).description), .init(Wording.count(share.count)),
            .init(Wording.percent(Double(share.count) / Double(total)), .muted),
          ])
      }, emptyText: "Nobody has come back yet.")
  }
}

extension Group {
  /// What it is, at its full length.
  var title: String {
    switch self {
    case .row(_, let name): SafeText(name, limit: 40).description
    case .month(let month): Wording.month(month)
    }
  }

  /// Over its numbers.
  fileprivate func heading(_ span: MonthSpan) -> String {
    switch self {
    case .row: "\(title), enrolled \(Wording.span(span))"
    case .month: "Enrolled \(title)"
    }
  }

  /// What it is, over a column.
  var shortTitle: String {
    switch self {
    case .row(_, let name): SafeText(name, limit: 12).description
    case .month(let month): Wording.month(month)
    }
  }

  /// Whom it is compared with, over a column.
  var othersTitle: String {
    switch self {
    case .row: "the rest"
    case .month(let month): Wording.month(month - 1)
    }
  }

  /// Whom it is compared with, in a sentence.
  fileprivate var othersWords: String {
    switch self {
    case .row: "of the rest"
    case .month(let month): "of \(Wording.month(month - 1))"
    }
  }

  /// Where it is.
  fileprivate var crumbs: [String] {
    switch self {
    case .row(let dimension, _):
      [ScreenName.segments.title, "by \(dimension.words)", title]
    case .month: [ScreenName.cohorts.title, title]
    }
  }
}
