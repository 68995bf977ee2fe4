import Glyphs
import Metrics
import Tables
import Terminal

/// Those who meet some conditions: their numbers beside the others', when they came back, who wrote to
/// them first, who is credited, and who they are. Every row drills on.
struct SelectionPane {
  private let evidence: Evidence
  private let selection: Selection
  private let detail: GroupDetail
  /// Whether the table that it stands in allows to say that it differs.
  private let isTold: Bool
  private let window: Int
  /// The screen that it was opened from.
  private let root: ScreenName

  static func page(
    _ evidence: Evidence, _ selection: Selection, _ detail: GroupDetail, isTold: Bool,
    window: Int, root: ScreenName
  ) -> Page {
    SelectionPane(
      evidence: evidence, selection: selection, detail: detail, isTold: isTold, window: window,
      root: root
    ).page
  }

  private var report: Report { evidence.report }

  private var page: Page {
    Page(
      selection.crumbs(from: root),
      [
        Section(
          nil, .sentences(Sentence.overriding(report) + [Sentence(verdict, .bold)])),
        Section(
          selection.heading(detail.span),
          .table(SelectionNumbers(evidence: evidence, selection: selection, detail: detail).table)),
      ]
        + (selection.isOfReturns ? [] : courses) + [
          Section("By who wrote first", .table(firstChannels))
        ] + credits + [
          Section("People", .table(people))
        ], of: selection)
  }

  /// Whom their returns are credited to, where that is not what they were picked by.
  private var credits: [Section] {
    selection.isOfReturns ? [] : [Section("Who is credited with the returns", .table(returns))]
  }

  /// When they came back, and how the months before them did.
  private var courses: [Section] {
    let others = selection.isSelfChosen ? nil : selection.othersTitle
    return [
      Section(
        "Back by day; dots: 95 %",
        PaneParts.curve(detail, selection.shortTitle, others, nobody: "Nobody to follow."),
        isBeside: true)
    ] + PaneParts.months(detail, "Twelve months: back within \(window) days")
  }

  private var verdict: String {
    if let comparison = detail.comparison {
      return "Back within \(window) days: "
        + comparison.sentence(selection.othersWords, isTold: isTold)
    }
    if let day = selection.matures(window, after: report.asOf) {
      return "Its \(window) days are over on \(Wording.day(day)): too early to compare."
    }
    return selection.isSelfChosen
      ? "These are picked by what came of them, so they are compared with nobody."
      : "There is nobody that it could be compared with."
  }

  private var firstChannels: Table {
    // Of those who all came back there is no rate.
    let rates: [Table.Column] =
      selection.isOfReturns
      ? []
      : [
        .init("rate", term: .firstChannelRate),
        .init("95 % interval", dropped: 1, term: .firstChannelRate),
        .init("n", dropped: 3, term: .n),
      ]
    return Table(
      [.init("channel", .left, minimum: 12), .init("enrolled", dropped: 2, term: .enrolled)]
        + rates,
      detail.own.firstChannels.map { row in
        let numbers: [Table.Cell] =
          rates.isEmpty
          ? [] : [.rate(row.rate), .interval(of: row.rate, saysLow: true), .count(row.rate.n)]
        return Table.Row(
          [.init(SafeText(row.name, limit: 40).description), .count(row.enrolled)] + numbers,
          link: drill(.row(.firstChannel, row.name)))
      }, emptyText: "Nobody was enrolled.")
  }

  private var returns: Table {
    let total = detail.own.returns.reduce(0) { $0 + $1.count }
    return Table(
      [
        .init("channel", .left, minimum: 12), .init("returns", term: .returns),
        .init("share", term: .shareOfReturns),
      ],
      detail.own.returns.map { share in
        Table.Row(
          [
            .init(SafeText(share.name, limit: 40).description), .count(share.count),
            .share(Double(share.count) / Double(total)),
          ], link: drill(.credited(share.name)))
      }, emptyText: "Nobody has come back yet.")
  }

  private var people: Table {
    Table(
      [.init("who", .left, minimum: 20), .init("people")],
      [PaneParts.way("All of them, one by one", detail.own.enrolled, to: .people(selection))])
  }

  /// One condition more; nothing where it is one of them already.
  private func drill(_ condition: Selection.Condition) -> Link? {
    selection.conditions.contains(condition)
      ? nil : .layer(.selection(selection.adding(condition)))
  }
}
