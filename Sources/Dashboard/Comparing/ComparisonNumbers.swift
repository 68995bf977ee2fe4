import Metrics
import Tables
import Terminal

/// Every number of what is compared, a column a side.
struct ComparisonNumbers {
  let page: ComparisonPage

  private var sides: [ComparisonPage.Side] { page.sides }
  private var report: Report { page.evidence.report }

  var table: Table {
    Table(
      [.init("", .left, minimum: 12)]
        + sides.enumerated().map { place, side in
          .init(
            side.mark.title.fitted(to: 16), dropped: place == 0 ? nil : 5 - place, minimum: 8)
        },
      people + money)
  }

  private func line(
    _ title: String, _ term: Term, _ cell: (ComparisonPage.Side) -> Table.Cell
  ) -> Table.Row {
    Table.Row(
      [.init(title)]
        + sides.map { side in
          let cell = cell(side)
          return cell.text.isEmpty ? Table.Cell("n/a", .muted, value: cell.value) : cell
        }, term: term)
  }

  private var people: [Table.Row] {
    [
      line("Enrolled", .enrolled) { .count($0.group.own.enrolled) },
      line("Day 30", .rateByDay) { rate($0, 30, \.rate30) },
      line("Day 60", .rateByDay) { rate($0, 60, \.rate60) },
      line("Day 90", .rateByDay) { rate($0, 90, \.rate90) },
      line("Median days to return", .medianDays) { side in
        notYet(side) ?? .figure(side.group.own.medianDays, report) { .days($0) }
      },
      line("Revenue per lapsed", .revenuePerLapsed) { side in
        notYet(side) ?? .figure(side.group.own.revenuePerLapsed, report) { .money($0) }
      },
      line("Discounted returns", .discountDependency) { side in
        if let notYet = notYet(side) { return notYet }
        return report.scorecard.discountDependency.value == nil
          ? .init("") : .rate(side.group.own.discounted)
      },
    ]
  }

  /// The share back by a day; of a month that is not so old the day on which it will be.
  private func rate(
    _ side: ComparisonPage.Side, _ days: Int, _ path: KeyPath<GroupNumbers, Proportion>
  ) -> Table.Cell {
    if let day = Selection([side.mark.condition]).matures(days, after: report.asOf) {
      return .missing(.matures(day))
    }
    return .rate(side.group.own[keyPath: path])
  }

  /// Why money and habits of a month cannot be told yet; nil once they can.
  private func notYet(_ side: ComparisonPage.Side) -> Table.Cell? {
    Selection([side.mark.condition]).matures(report.definitions.window, after: report.asOf)
      .map { .missing(.matures($0)) }
  }

  /// What only channels have: cost, and what is credited to them.
  private var money: [Table.Row] {
    guard case .channel = sides[0].mark else { return [] }
    func channel(_ side: ComparisonPage.Side, _ rows: [ChannelRow]) -> ChannelRow? {
      rows.first { .channel($0.name) == side.mark }
    }
    func line(
      _ title: String, _ term: Term, _ rows: [ChannelRow],
      _ cell: @escaping (ChannelRow) -> Table.Cell
    ) -> Table.Row {
      self.line(title, term) { channel($0, rows).map(cell) ?? .init("") }
    }
    let (quarter, year) = (report.quarter.channels, report.year.channels)
    return [
      line("Credited returns", .returns, quarter) { .count($0.reactivations) },
      line("Revenue", .revenue, quarter) { .quantity(.money($0.revenue), report) },
      line("Cost", .cost, quarter) { $0.cost.map { .quantity(.money($0), report) } ?? .init("") },
      line("Attributed return", .attributedReturn, quarter) { row in
        reservation(row) ?? .figure(row.attributedReturn, report) { .ratio($0) }
      },
      line("Cost per return", .costPerReturn, quarter) { row in
        reservation(row) ?? .figure(row.costPerReactivation, report) { .money($0) }
      },
      line("\(report.netROITitle), \(Wording.span(report.year.span))", .netROI, year) { row in
        .figure(row.netROI, report) { .growth($0) }
      },
      line("95 % of it", .netROI, year) { row in
        reservation(row) ?? .interval(row.netROIInterval, of: .growth(0))
      },
    ]
  }

  /// Why a number about money is not to be read; nil where it is.
  private func reservation(_ row: ChannelRow) -> Table.Cell? {
    if row.isLow { return .init("low n", .muted) }
    // Where nothing says what anything cost, that is said instead.
    let isDoubtful = report.scorecard.roi.value != nil && !report.isCostWhole
    return isDoubtful ? .init("cost incomplete", .muted) : nil
  }
}
