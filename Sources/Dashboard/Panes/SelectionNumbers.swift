import Metrics
import Tables
import Terminal

/// The numbers of a selection beside those of the others.
struct SelectionNumbers {
  let evidence: Evidence
  let selection: Selection
  let detail: GroupDetail

  private var report: Report { evidence.report }

  var table: Table {
    let enrolled = Table.Row(
      [
        .init(selection.isOfReturns ? "Came back" : "Enrolled"),
        .count(detail.own.enrolled, .bold), .init(""), .init(""),
        hasOthers ? .count(detail.others.enrolled, .muted) : .init(""),
      ], term: .enrolled)
    // The rates of those who came back, and what they brought over all of them, say nothing.
    let rates =
      selection.isOfReturns
      ? []
      : [
        rate("Day 30", 30, \.rate30), rate("Day 60", 60, \.rate60), rate("Day 90", 90, \.rate90),
        line("Revenue per lapsed", .revenuePerLapsed, \.revenuePerLapsed) { .money($0) },
      ]
    return Table(
      [
        .init("", .left, minimum: 12), .init(selection.shortTitle),
        .init("95 % interval", dropped: 1), .init("n", dropped: 2),
        .init(hasOthers ? selection.othersTitle : "", dropped: 3),
      ],
      [enrolled] + rates + [
        line("Median days to return", .medianDays, \.medianDays) { .days($0) }, discounts,
      ])
  }

  /// Whether there is anyone that they may be set beside.
  private var hasOthers: Bool { !selection.isSelfChosen && detail.others.enrolled > 0 }

  private func rate(
    _ title: String, _ days: Int, _ path: KeyPath<GroupNumbers, Proportion>
  ) -> Table.Row {
    if let day = selection.matures(days, after: report.asOf) {
      return notYet(title, .rateByDay, day)
    }
    let own = detail.own[keyPath: path]
    return Table.Row(
      [
        .init(title), .rate(own), .interval(of: own, saysLow: true), .count(own.n),
        hasOthers ? .rate(detail.others[keyPath: path], .muted) : .init(""),
      ], term: .rateByDay)
  }

  /// Of a month that is not so old yet there is no number, only a date.
  private func notYet(_ title: String, _ term: Term, _ day: Day) -> Table.Row {
    let matures = Missing.matures(day)
    return Table.Row(
      [
        .init(title), .init("n/a", .muted, value: .missing(matures)),
        .init(Wording.missing(matures), .muted, runsOn: true), .init(""), .init(""),
      ], term: term)
  }

  /// The day on which money and habits of a month can be told; nil once it has come.
  private var closes: Day? { selection.matures(report.definitions.window, after: report.asOf) }

  private func line(
    _ title: String, _ term: Term, _ path: KeyPath<GroupNumbers, Figure<Double>>,
    _ kind: @escaping (Double) -> Quantity
  ) -> Table.Row {
    if let closes { return notYet(title, term, closes) }
    func cell(_ numbers: GroupNumbers, _ style: Style) -> Table.Cell {
      let cell = Table.Cell.figure(numbers[keyPath: path], report, style, kind)
      return cell.text.isEmpty ? Table.Cell("n/a", .muted, value: cell.value) : cell
    }
    return Table.Row(
      [
        .init(title), cell(detail.own, .bold), .init(""), .init(""),
        hasOthers ? cell(detail.others, .muted) : .init(""),
      ], term: term)
  }

  private var discounts: Table.Row {
    guard report.scorecard.discountDependency.value != nil else {
      return Table.Row(
        [.init("Discounted returns"), .init("n/a", .muted), .init(""), .init(""), .init("")],
        term: .discountDependency)
    }
    if let closes { return notYet("Discounted returns", .discountDependency, closes) }
    let own = detail.own.discounted
    return Table.Row(
      [
        .init("Discounted returns"), own.n == 0 ? .init("n/a", .muted) : .rate(own),
        .interval(of: own, saysLow: true), .count(own.n),
        hasOthers ? .rate(detail.others.discounted, .muted) : .init(""),
      ], term: .discountDependency)
  }
}
