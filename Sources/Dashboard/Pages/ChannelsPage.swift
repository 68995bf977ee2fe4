import Glyphs
import Metrics
import Tables
import Terminal

/// Which channel did the work: a row a channel.
enum ChannelsPage {
  static func page(_ evidence: Evidence) -> Page {
    let report = evidence.report
    let span = Wording.span(report.quarter.span)
    guard report.has(.touches), !report.quarter.channels.isEmpty else {
      return Page(
        [ScreenName.channels.title],
        [
          Section(
            nil,
            .sentences([
              Sentence(
                report.has(.touches)
                  ? "Nobody was enrolled in \(span): no channel has anything to show."
                  : "Nothing says who was written to: channels need touches.")
            ]))
        ])
    }
    return Page(
      [ScreenName.channels.title],
      [
        Section(
          nil,
          .sentences(
            Sentence.overriding(report)
              + report.review.sentences(report).map { Sentence($0, .bold) })),
        Section(
          "Enrolled \(span): came back within \(report.definitions.window) days, by who wrote first; "
            + "returns and money by last touch", .table(table(report))),
        Section(nil, .sentences(remarks(report))),
      ])
  }

  private static func table(_ report: Report) -> Table {
    let first = Dictionary(
      report.quarter.breakdown(.firstChannel).map { ($0.name, $0) },
      uniquingKeysWith: { one, _ in one })
    let rows = report.quarter.channels.map {
      ChannelRowContent(row: $0, first: first[$0.name], report: report)
    }
    let axis = Axis(
      atLeast: Axis.end(of: rows.compactMap(\.fair)),
      reference: rows.compactMap(\.fair).reduce(Proportion(0, of: 0), +).value)
    return Table(
      [
        .init("channel", .left, minimum: 12),
        .init("", .left, dropped: 7, minimum: 13, axis: axis),
        .init("rate", dropped: 11), .init("95 %", dropped: 5), .init("n", dropped: 4),
        .init("vs rest", .left, dropped: 8), .init("returns"), .init("share", dropped: 3),
        .init("return", dropped: 10), .init("per return", dropped: 6),
        .init("discounted", dropped: 2), .init("year ROI", dropped: 9), .init("95 %", dropped: 1),
      ], rows.sorted { $0.precedes($1) }.map { $0.tableRow(axis) })
  }

  private static func remarks(_ report: Report) -> [Sentence] {
    var sentences = [
      "Everyone enrolled has one first channel, so these rates may be compared: \"more\" and \"less\" "
        + "are clear, chance over the whole table allowed for. A return is credited to the last touch "
        + "within its channel's window; credited returns add up to all returns. The dotted line is the "
        + "rate of all. Year ROI is the net ROI of \(Wording.span(report.year.span))."
    ]
    if let returns = report.quarter.breakdown(.firstChannel)
      .first(where: { $0.name == Breakdown.Row.nobodyWrote })?.rate.x, returns > 0
    {
      sentences.append(
        "\(Wording.counted(returns, "return")) came before anyone wrote, compared with nobody.")
    }
    if report.scorecard.roi.value != nil, report.definitions.margin == nil {
      sentences.append("Net ROI is on revenue basis: no margin is configured.")
    }
    return sentences.map { Sentence($0, .muted) }
  }
}

/// A channel as a row.
struct ChannelRowContent {
  let row: ChannelRow
  /// Those whom it wrote to first; nil where it wrote to nobody first.
  let first: Breakdown.Row?
  let report: Report

  /// Whether it stands above another: by returns, and what no touch earned last.
  func precedes(_ other: ChannelRowContent) -> Bool {
    if row.isUnattributed != other.row.isUnattributed { return other.row.isUnattributed }
    return row.reactivations > other.row.reactivations
  }

  /// The rate that may be compared.
  var fair: Proportion? { first?.rate }

  func tableRow(_ axis: Axis) -> Table.Row {
    let returns = report.quarter.channels.reduce(0) { $0 + $1.reactivations }
    let share = returns == 0 ? nil : Double(row.reactivations) / Double(returns)
    return Table.Row(
      [
        .init(SafeText(row.name, limit: 40).description), .init(whisker(axis), Style(.series1)),
        rate, .init(interval, .muted), .init(fair.map { Wording.count($0.n) } ?? ""), verdict,
        .init(Wording.count(row.reactivations)),
        .init(share.map(Wording.percent) ?? "", .muted), ratio,
        perReturn, .init(discounted), .init(yearROI), .init(yearROIInterval, .muted),
      ], detail: detail, link: row.isUnattributed ? nil : .layer(.channel(row.name)))
  }

  private func whisker(_ axis: Axis) -> Table.Graphic? {
    guard let fair, let value = fair.value, let interval = fair.interval else { return nil }
    return .whisker(value, interval, axis)
  }

  private var rate: Table.Cell {
    guard let fair, let value = fair.value else { return .init("") }
    if fair.isLow { return .init(Wording.percent(value), .muted) }
    return .init(Wording.percent(value), first?.isTold == true ? .bold : .plain)
  }

  private var verdict: Table.Cell { first.map { .verdict($0) } ?? .init("") }

  private var interval: String {
    guard let fair, let value = fair.value, let interval = fair.interval else { return "" }
    return Wording.percents(interval, of: value)
  }

  private var ratio: Table.Cell {
    if row.isUnattributed { return .init("") }
    switch row.attributedReturn {
    case .value where isLow: return .init("low n", .muted)
    case .value(let ratio):
      let status =
        report.isCostWhole && !isLow
        ? report.status(.attributedReturn, ratio, nil) : nil
      return .init(Wording.ratio(ratio), status?.style ?? .plain)
    case .missing(let missing):
      return .init(missing == .noCost ? "no cost" : "n/a", .muted)
    }
  }

  private var perReturn: Table.Cell {
    if row.isUnattributed || row.cost == 0 { return .init("") }
    if isLow { return .init("low n", .muted) }
    return .init(row.costPerReactivation.value.map { report.money($0) } ?? "")
  }

  private var discounted: String {
    guard report.scorecard.discountDependency.value != nil else { return "n/a" }
    let dependency = row.discountDependency
    if dependency.n == 0 { return "" }
    if dependency.n < 30 { return "\(dependency.x) of \(dependency.n)" }
    return dependency.value.map(Wording.percent) ?? ""
  }

  /// The channel over the last twelve mature months, which dropping and doubling look at.
  private var year: ChannelRow? { report.year.channels.first { $0.name == row.name } }

  private var yearROI: String { year?.netROI.value.map(Wording.signedPercent) ?? "" }

  private var yearROIInterval: String {
    guard let year, !year.isUnattributed else { return "" }
    if Proportion(year.reactivations, of: year.contacted).isLow { return "low n" }
    return year.netROIInterval.map { Wording.interval($0, of: .growth(0)) } ?? ""
  }

  /// Too few returns for a claim about money.
  private var isLow: Bool {
    !row.isUnattributed && Proportion(row.reactivations, of: row.contacted).isLow
  }

  private var detail: String {
    if row.isUnattributed {
      return "Returns that no touch earned within its channel's window."
    }
    let contacted = "\(Wording.count(row.contacted)) contacted"
    guard let comparison = first?.againstRest else {
      return "\(contacted); nobody heard from it first, so it is compared with nobody."
    }
    return "\(contacted). Back, of those it wrote to first: "
      + comparison.sentence("whom others wrote to first", isTold: first?.isTold ?? false)
  }
}
