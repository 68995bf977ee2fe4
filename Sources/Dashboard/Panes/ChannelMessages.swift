import Glyphs
import Metrics
import Tables
import Terminal

/// What a channel sent: its campaigns, their steps, and the variants of a message.
struct ChannelMessages {
  let report: Report
  let channel: String

  var campaigns: Table {
    Table(
      [
        .init("campaign", .left, minimum: 12), .init("contacted", dropped: 2, term: .contacted),
        .init("returns", term: .returns), .init("rate", term: .creditedRate),
        .init("95 % interval", dropped: 3, term: .creditedRate),
        .init("revenue", dropped: 1, term: .revenue), .init("cost", dropped: 1, term: .cost),
        .init("return", dropped: 4, term: .attributedReturn),
        .init("last sent", dropped: 5, term: .lastSent),
      ],
      report.quarter.campaigns.filter { $0.channel == channel }.map(campaign),
      emptyText: "It sent no campaign to anyone enrolled in these months.")
  }

  private func campaign(_ row: CampaignRow) -> Table.Row {
    Table.Row(
      [
        .init(name(row.campaign)), .count(row.contacted), .count(row.reactivations),
        .rate(row.rate), row.rate.value.map { .interval(of: $0, saysLow: true) } ?? .init(""),
        .quantity(.money(row.revenue), report),
        row.cost.map { .quantity(.money($0), report) } ?? .init("n/a", .muted), ratio(row),
        row.lastSent.map { .init(Wording.day($0), .muted, value: .day($0)) }
          ?? .init("never", .muted),
      ],
      link: row.contacted == 0
        ? nil
        : .layer(
          .selection(Selection([.campaign(channel: row.channel, campaign: row.campaign)]))))
  }

  private func ratio(_ row: CampaignRow) -> Table.Cell {
    guard let cost = row.cost else { return .init("n/a", .muted) }
    if cost <= 0 { return .init("no cost", .muted) }
    if Proportion(row.reactivations, of: row.contacted).isLow { return .init("low n", .muted) }
    return .quantity(
      .ratio(row.revenue / cost), report,
      arithmetic: "\(report.money(row.revenue)) of credited revenue / \(report.money(cost)) of cost"
    )
  }

  var steps: Table {
    Table(
      [
        .init("campaign", .left, minimum: 12), .init("step"),
        .init("still lapsed", dropped: 2, term: .stillLapsed), .init("back", term: .stepRate),
        .init("rate", term: .stepRate), .init("95 % interval", dropped: 3, term: .stepRate),
        .init("so far", dropped: 1, term: .stepChain),
      ],
      report.quarter.steps.filter { $0.channel == channel }.map { row in
        Table.Row(
          [
            .init(name(row.campaign)),
            .init("\(row.step)", value: .quantity(.count(row.step))), .count(row.rate.n),
            .count(row.rate.x), .rate(row.rate), .interval(of: row.rate, saysLow: true),
            .share(row.chained),
          ],
          link: .layer(
            .selection(
              Selection([
                .step(channel: row.channel, campaign: row.campaign, step: row.step)
              ]))))
      }, emptyText: "Its messages carry no step.")
  }

  var variants: Table {
    Table(
      [
        .init("campaign", .left, minimum: 12), .init("step", dropped: 2), .init("variant", .left),
        .init("n", dropped: 3, term: .n), .init("rate", term: .variantRate),
        .init("95 % interval", dropped: 4, term: .variantRate),
        .init("against the first", .left, dropped: 1, minimum: 12, term: .comparison),
      ],
      report.quarter.variants.filter { $0.channel == channel }.map { row in
        Table.Row(
          [
            .init(name(row.campaign)),
            row.step.map { .init("\($0)", value: .quantity(.count($0))) } ?? .init(""),
            .init(SafeText(row.variant, limit: 40).description), .count(row.rate.n),
            .rate(row.rate), .interval(of: row.rate, saysLow: true),
            .init(
              row.againstFirst.map { $0.verdict == .clear ? "clear" : "too close to call" } ?? ""),
          ], detail: row.againstFirst?.sentence("of the first"))
      }, emptyText: "Its messages have no variants.")
  }

  private func name(_ campaign: String) -> String {
    campaign.isEmpty ? "(no name)" : SafeText(campaign, limit: 60).description
  }
}
