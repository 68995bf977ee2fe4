import Glyphs
import Metrics
import Tables
import Terminal

/// Which channel did the work: a row a channel.
enum ChannelsPage {
  /// `breakdown` is that by first channel, within `window` days.
  static func page(
    _ evidence: Evidence, _ breakdown: Breakdown, _ view: CreditView, window: Int
  ) -> Page {
    let report = evidence.report
    let span = Wording.span(report.quarter.span)
    let configured = report.definitions.window
    let isOwn = window != configured
    guard report.has(.touches), !report.quarter.channels.isEmpty else {
      let reason =
        report.has(.touches)
        ? "Nobody was enrolled in \(span): no channel has anything to show."
        : "Nothing says who was written to: channels need touches."
      return Page([ScreenName.channels.title], [Section(nil, .sentences([Sentence(reason)]))])
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
          "Enrolled \(span): came back within \(window) days, by who wrote first; "
            + (view == .lastTouch
              ? "returns and money by last touch" + (isOwn ? ", within \(configured)" : "")
              : "returns, share and return by \(view.words), all else by last touch"),
          .table(table(report, breakdown, view))),
        Section(nil, .sentences(remarks(report, breakdown, view))),
      ])
  }

  private static func table(
    _ report: Report, _ breakdown: Breakdown, _ view: CreditView
  ) -> Table {
    let first = Dictionary(
      breakdown.rows.map { ($0.name, $0) }, uniquingKeysWith: { one, _ in one })
    let credit = report.quarter.credits.first { $0.view == view }
    let rows = report.quarter.channels.map { channel in
      ChannelRowContent(
        row: channel, first: first[channel.name], report: report, view: view,
        credit: credit?.rows.first { $0.name == channel.name })
    }
    let axis = Axis(
      atLeast: Axis.end(of: rows.compactMap(\.fair)),
      reference: rows.compactMap(\.fair).reduce(Proportion(0, of: 0), +).value)
    return Table(
      [
        .init("channel", .left, minimum: 12),
        .init("", .left, dropped: 7, minimum: 13, axis: axis),
        .init("rate", dropped: 11, term: .firstChannelRate),
        .init("95 %", dropped: 5, term: .firstChannelRate), .init("n", dropped: 4, term: .n),
        .init("vs rest", .left, dropped: 8, term: .versusRest),
        .init("returns", term: view == .lastTouch ? .returns : .returnsByView),
        .init("share", dropped: 3, term: .shareOfReturns),
        .init("return", dropped: 10, term: .attributedReturn),
        .init("per return", dropped: 6, term: .costPerReturn),
        .init("discounted", dropped: 2, term: .discountDependency),
        .init("year ROI", dropped: 9, term: .netROI), .init("ROI 95 %", dropped: 1, term: .netROI),
      ], rows.sorted { $0.precedes($1) }.map { $0.tableRow(axis) })
  }

  private static func remarks(
    _ report: Report, _ breakdown: Breakdown, _ view: CreditView
  ) -> [Sentence] {
    var sentences = [
      "Everyone enrolled has one first channel, so these rates may be compared: \"more\" and \"less\" "
        + "are clear, chance over the whole table allowed for. \(view.meaning) The dotted line is the "
        + "rate of all. Year ROI is the net ROI of \(Wording.span(report.year.span))."
    ]
    if let returns = breakdown.rows.first(where: { $0.name == Breakdown.Row.nobodyWrote })?.rate.x,
      returns > 0
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

extension CreditView {
  /// The view in a heading.
  var words: String { rawValue.replacing("_", with: " ") }

  /// What the view does, in a sentence.
  var meaning: String {
    switch self {
    case .lastTouch:
      "A return is credited to the last touch within its channel's window; credited returns add up to "
        + "all returns."
    case .firstTouch:
      "A return is credited to the first touch within its channel's window; credited returns add up to "
        + "all returns."
    case .linear:
      "A return is credited in equal parts to the touches within their windows; parts add up to all "
        + "returns."
    case .anyTouch:
      "A return is credited whole to every channel with a touch in its window: the rows add up to more "
        + "than all returns."
    }
  }
}
