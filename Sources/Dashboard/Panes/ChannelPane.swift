import Glyphs
import Metrics
import Tables
import Terminal

/// One channel: its numbers against all channels, when people came back, its months, campaigns, steps
/// and variants, and who they are.
enum ChannelPane {
  /// `group` is those whom the channel wrote to first; nil where it wrote to nobody first.
  static func page(
    _ evidence: Evidence, _ name: String, _ group: GroupDetail?, isTold: Bool, window: Int
  ) -> Page? {
    let report = evidence.report
    guard let row = report.quarter.channels.first(where: { $0.name == name }) else { return nil }
    let title = SafeText(name, limit: 40).description
    let first = Selection([.row(.firstChannel, name)])
    let messages = ChannelMessages(report: report, channel: name)
    return Page(
      [ScreenName.channels.title, title],
      [
        Section(
          nil,
          .sentences(
            Sentence.overriding(report)
              + [Sentence(verdict(title, group, isTold: isTold, window), .bold)])),
        Section(
          "Enrolled \(Wording.span(report.quarter.span)), credited by last touch",
          .table(ChannelNumbers(row: row, report: report).table)),
        Section(
          "Back by day; dots: 95 %",
          PaneParts.curve(group, title, "others", nobody: "Nobody heard from \(title) first."),
          isBeside: true),
        Section("Campaigns", .table(messages.campaigns)),
        Section(
          "Steps: of those still lapsed when it was sent, back before the next, whoever is credited",
          .table(messages.steps)),
        Section("Variants", .table(messages.variants)),
      ]
        + PaneParts.months(
          group, "Twelve months: back within \(window) days, of those it wrote to first") + [
          Section("People", .table(people(row, first, group)))
        ], of: first)
  }

  private static func verdict(
    _ title: String, _ group: GroupDetail?, isTold: Bool, _ window: Int
  ) -> String {
    guard let comparison = group?.comparison else {
      return "Nobody heard from \(title) first, so it can be compared with nobody."
    }
    return "Back within \(window) days, of those \(title) wrote to first: "
      + comparison.sentence("whom others wrote to first", isTold: isTold)
  }

  /// The ways on to the people themselves.
  private static func people(
    _ row: ChannelRow, _ first: Selection, _ group: GroupDetail?
  ) -> Table {
    var rows: [Table.Row] = []
    if let group {
      rows.append(
        PaneParts.way("Those it wrote to first", group.own.enrolled, to: .people(first)))
    }
    if row.reactivations > 0 {
      rows.append(
        PaneParts.way(
          "Returns credited to it", row.reactivations,
          to: .people(Selection([.credited(row.name)])), term: .returns))
    }
    return Table(
      [.init("who", .left, minimum: 20), .init("people")], rows,
      emptyText: "Nobody is behind it in these months.")
  }
}
