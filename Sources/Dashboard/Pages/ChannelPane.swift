import Glyphs
import Metrics
import Tables
import Terminal

/// One channel: its numbers against all channels, when people came back, its campaigns and steps.
enum ChannelPane {
  static func page(_ evidence: Evidence, _ name: String, _ curves: ChannelCurves) -> Page? {
    let report = evidence.report
    guard let row = report.quarter.channels.first(where: { $0.name == name }) else { return nil }
    let title = SafeText(name, limit: 40).description
    let span = Wording.span(report.quarter.span)
    let first = report.quarter.breakdown(.firstChannel).first { $0.name == name }
    return Page(
      [ScreenName.channels.title, title],
      [
        Section(
          nil,
          .sentences(Sentence.overriding(report) + [Sentence(verdict(first, title), .bold)])),
        Section(
          "Enrolled \(span), credited by last touch",
          .table(ChannelNumbers(row: row, report: report).table)),
        Section(
          "Back by day, of those it wrote to first",
          curve(report, title, curves), isBeside: true),
        Section("Campaigns", .table(campaigns(report, name))),
        Section(
          "Steps: of those still lapsed when it was sent, back before the next, whoever is credited",
          .table(steps(report, name))),
        Section("Variants", .table(variants(report, name))),
      ])
  }

  private static func verdict(_ first: Breakdown.Row?, _ title: String) -> String {
    guard let first, let comparison = first.againstRest else {
      return "Nobody heard from \(title) first, so it can be compared with nobody."
    }
    return "Back, of those \(title) wrote to first: "
      + comparison.sentence("whom others wrote to first", isTold: first.isTold)
  }

  private static func curve(
    _ report: Report, _ title: String, _ curves: ChannelCurves
  ) -> Section.Body {
    guard curves.own.count > 0 else {
      return .sentences([Sentence("Nobody heard from \(title) first.", .muted)])
    }
    if curves.own.points.isEmpty {
      return .sentences([
        Sentence(
          "\(Wording.count(curves.own.count)) of these heard from \(title) first, too few for a "
            + "curve.", .muted)
      ])
    }
    return .curves(
      Curves(
        [
          .init(title, curves.own, .series1), .init("others", curves.others, .series2),
        ].filter { $0.curve.count > 0 }, marked: report.definitions.window,
        days: ChannelCurves.days(window: report.definitions.window)
      ))
  }

  private static func campaigns(_ report: Report, _ channel: String) -> Table {
    let rows = report.quarter.campaigns.filter { $0.channel == channel }
    return Table(
      [
        .init("campaign", .left, minimum: 12), .init("contacted", dropped: 2), .init("returns"),
        .init("rate"), .init("95 % interval", dropped: 3), .init("revenue", dropped: 1),
        .init("cost", dropped: 1), .init("return", dropped: 4), .init("last sent", dropped: 5),
      ],
      rows.map { row in
        let rate = row.rate.value
        let cost = row.cost
        return Table.Row([
          .init(campaignName(row.campaign)), .init(Wording.count(row.contacted)),
          .init(Wording.count(row.reactivations)), rateCell(row.rate),
          .init(rate.map(intervalText) ?? "", .muted), .init(report.money(row.revenue)),
          .init(cost.map { report.money($0) } ?? "n/a"),
          ratio(row),
          .init(row.lastSent.map(Wording.day) ?? "never", .muted),
        ])
      }, emptyText: "It sent no campaign to anyone enrolled in these months.")
  }

  private static func steps(_ report: Report, _ channel: String) -> Table {
    Table(
      [
        .init("campaign", .left, minimum: 12), .init("step"), .init("still lapsed", dropped: 2),
        .init("back"), .init("rate"), .init("95 % interval", dropped: 3),
        .init("so far", dropped: 1),
      ],
      report.quarter.steps.filter { $0.channel == channel }.map { row in
        Table.Row([
          .init(campaignName(row.campaign)), .init("\(row.step)"), .init(Wording.count(row.rate.n)),
          .init(Wording.count(row.rate.x)), rateCell(.value(row.rate)),
          .init(intervalText(row.rate), .muted), .init(Wording.percent(row.chained), .muted),
        ])
      }, emptyText: "Its messages carry no step.")
  }

  private static func variants(_ report: Report, _ channel: String) -> Table {
    Table(
      [
        .init("campaign", .left, minimum: 12), .init("step", dropped: 2), .init("variant", .left),
        .init("n", dropped: 3), .init("rate"), .init("95 % interval", dropped: 4),
        .init("against the first", .left, dropped: 1, minimum: 12),
      ],
      report.quarter.variants.filter { $0.channel == channel }.map { row in
        Table.Row(
          [
            .init(campaignName(row.campaign)), .init(row.step.map { "\($0)" } ?? ""),
            .init(SafeText(row.variant, limit: 40).description), .init(Wording.count(row.rate.n)),
            rateCell(.value(row.rate)), .init(intervalText(row.rate), .muted),
            .init(
              row.againstFirst.map { $0.verdict == .clear ? "clear" : "too close to call" } ?? ""),
          ], detail: row.againstFirst?.sentence("of the first"))
      }, emptyText: "Its messages have no variants.")
  }

  private static func ratio(_ row: CampaignRow) -> Table.Cell {
    guard let cost = row.cost else { return .init("n/a", .muted) }
    if cost <= 0 { return .init("no cost", .muted) }
    let isLow = Proportion(row.reactivations, of: row.contacted).isLow
    return isLow ? .init("low n", .muted) : .init(Wording.ratio(row.revenue / cost))
  }

  private static func campaignName(_ name: String) -> String {
    name.isEmpty ? "(no name)" : SafeText(name, limit: 60).description
  }

  static func rateCell(_ rate: Figure<Proportion>) -> Table.Cell {
    switch rate {
    case .value(let rate):
      .init(rate.value.map(Wording.percent) ?? "", rate.isLow ? .muted : .plain)
    case .missing(let missing): .init(Wording.missing(missing), .muted)
    }
  }

  static func intervalText(_ rate: Proportion) -> String {
    guard let value = rate.value, let interval = rate.interval else { return "" }
    return Wording.percents(interval, of: value) + (rate.isLow ? ", low n" : "")
  }
}
