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
    Table(
      [
        .init("", .left, minimum: 12), .init(selection.shortTitle),
        .init("95 % interval", dropped: 1), .init("n", dropped: 2),
        .init(selection.othersTitle, dropped: 3),
      ],
      [
        Table.Row(
          [
            .init("Enrolled"), .count(detail.own.enrolled, .bold), .init(""), .init(""),
            .count(detail.others.enrolled, .muted),
          ], term: .enrolled),
        rate("Day 30", 30, \.rate30), rate("Day 60", 60, \.rate60), rate("Day 90", 90, \.rate90),
        line("Median days to return", .medianDays, \.medianDays) { .days($0) },
        line("Revenue per lapsed", .revenuePerLapsed, \.revenuePerLapsed) { .money($0) },
        discounts,
      ])
  }

  private func rate(
    _ title: String, _ days: Int, _ path: KeyPath<GroupNumbers, Proportion>
  ) -> Table.Row {
    // Of a month that is not so old yet there is no number, only a date.
    if case .month(let month) = selection.conditions.last, month.last + days > report.asOf {
      let matures = Missing.matures(month.last + days)
      return Table.Row(
        [
          .init(title), .init("n/a", .muted, value: .missing(matures)),
          .init(Wording.missing(matures), .muted, runsOn: true), .init(""), .init(""),
        ], term: .rateByDay)
    }
    let own = detail.own[keyPath: path]
    return Table.Row(
      [
        .init(title), .rate(own), .interval(of: own, saysLow: true), .count(own.n),
        .rate(detail.others[keyPath: path], .muted),
      ], term: .rateByDay)
  }

  private func line(
    _ title: String, _ term: Term, _ path: KeyPath<GroupNumbers, Figure<Double>>,
    _ kind: @escaping (Double) -> Quantity
  ) -> Table.Row {
    func cell(_ numbers: GroupNumbers, _ style: Style) -> Table.Cell {
      let cell = Table.Cell.figure(numbers[keyPath: path], report, style, kind)
      return cell.text.isEmpty ? Table.Cell("n/a", .muted, value: cell.value) : cell
    }
    return Table.Row(
      [
        .init(title), cell(detail.own, .bold), .init(""), .init(""), cell(detail.others, .muted),
      ], term: term)
  }

  private var discounts: Table.Row {
    guard report.scorecard.discountDependency.value != nil else {
      return Table.Row(
        [.init("Discounted returns"), .init("n/a", .muted), .init(""), .init(""), .init("")],
        term: .discountDependency)
    }
    let own = detail.own.discounted
    return Table.Row(
      [
        .init("Discounted returns"), own.n == 0 ? .init("n/a", .muted) : .rate(own),
        .interval(of: own, saysLow: true), .count(own.n), .rate(detail.others.discounted, .muted),
      ], term: .discountDependency)
  }
}
