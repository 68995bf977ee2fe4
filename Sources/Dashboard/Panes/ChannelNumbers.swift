import Glyphs
import Metrics
import Tables
import Terminal

/// A channel's headline numbers beside those of all channels.
struct ChannelNumbers {
  let row: ChannelRow
  let report: Report

  var table: Table {
    Table(
      [
        .init("", .left, minimum: 12), .init(SafeText(row.name, limit: 12).description),
        .init("95 % interval", dropped: 1),
        .init("all channels", dropped: 2),
      ], people + money + habits)
  }

  private var all: Return { report.quarter.money }

  private var returns: Int { all.channels.reduce(0) { $0 + $1.reactivations } }

  private func line(
    _ title: String, _ term: Term, _ value: Table.Cell, _ interval: Table.Cell = .init(""),
    _ all: Table.Cell = .init("")
  ) -> Table.Row {
    var value = value
    if value.text.isEmpty { value = Table.Cell("n/a", .muted, value: value.value) }
    if value.style == .plain { value.style = .bold }
    var all = all
    all.style = .muted
    return Table.Row([.init(title), value, interval, all], term: term)
  }

  private var people: [Table.Row] {
    let share = returns == 0 ? nil : Double(row.reactivations) / Double(returns)
    let enrolled = Table.Cell(
      "\(Wording.count(all.enrolled)) enrolled", value: .quantity(.count(all.enrolled)))
    return [
      line("Contacted", .contacted, .count(row.contacted), .init(""), enrolled),
      line(
        "Returns", .returns, .count(row.reactivations), .init(""),
        Table.Cell(
          "\(Wording.count(all.credited.x)) credited of \(Wording.count(returns))",
          value: .quantity(.count(returns)))),
      line(
        "Share of the returns", .shareOfReturns,
        .share(share, .plain, of: row.reactivations, returns)),
      line(
        "Returns of contacted", .creditedRate, .rate(row.rate),
        row.rate.value.map { .interval(of: $0, saysLow: true) } ?? .init("")),
      line("Clicks", .clicks, .count(row.clicks)), line("Replies", .replies, .count(row.replies)),
    ]
  }

  private var money: [Table.Row] {
    [
      line(
        "Revenue", .revenue, .quantity(.money(row.revenue), report), .init(""),
        .quantity(.money(all.revenue), report)),
      line("Cost", .cost, cost(row.cost), .init(""), cost(all.cost)),
      line(
        "Attributed return", .attributedReturn,
        .figure(row.attributedReturn, report, arithmetic: ratioWords) { .ratio($0) }, reservation,
        .figure(all.attributedReturn, report) { .ratio($0) }),
      line(
        report.netROITitle, .netROI,
        .figure(row.netROI, report, arithmetic: roiWords(row)) { .growth($0) },
        hasReservation ? reservation : .interval(row.netROIInterval, of: .growth(0)),
        .figure(all.netROI, report) { .growth($0) }),
      yearROI,
      line(
        "Cost per return", .costPerReturn,
        .figure(
          row.costPerReactivation, report,
          arithmetic: row.cost.map {
            "\(report.money($0)) of cost / \(Wording.count(row.reactivations)) returns"
          }
        ) { .money($0) }, reservation),
      line(
        "Payback, median", .payback,
        .figure(row.paybackDays.map { Double($0) }, report) { .days($0) },
        hasReservation || report.definitions.margin != nil
          ? reservation : .init("no margin", .muted)),
    ]
  }

  private func cost(_ cost: Double?) -> Table.Cell {
    cost.map { .quantity(.money($0), report) } ?? .missing(.needs(.spend))
  }

  private var ratioWords: String? {
    row.cost.map {
      "\(report.money(row.revenue)) of credited revenue / \(report.money($0)) of cost"
    }
  }

  private func roiWords(_ row: ChannelRow) -> String? {
    row.cost.map {
      "(\(report.money(row.contribution)) of contribution - \(report.money($0)) of cost) / "
        + report.money($0)
    }
  }

  private var habits: [Table.Row] {
    let dependency = row.discountDependency
    let overall = report.scorecard.discountDependency
    let worth = report.scorecard.lifetimeValue.now
    let isLow = (row.lifetimeRatio?.n ?? 0) < 30 || worth.new.n < 30
    let own: Table.Cell =
      overall.value == nil
      ? overall.missing.map { .missing($0) } ?? .init("")
      : dependency.n == 0 ? .init("no returns", .muted) : .rate(dependency)
    return [
      line(
        "Discounted", .discountDependency, own,
        overall.value == nil ? .init("") : .interval(of: dependency, saysLow: true),
        overall.value.map { .rate($0.now.rate) } ?? .init("")),
      line(
        "LTV, \(Wording.span(MonthSpan(12, endingWith: worth.month)))", .lifetimeRatio,
        row.lifetimeRatio.map {
          isLow ? .init("low n", .muted) : .quantity(.ratio($0.value), report)
        } ?? .init(""),
        worth.historyDays < 365 ? .init("reads too low", .muted) : .init(""),
        worth.ratio.map { .quantity(.ratio($0.value), report) } ?? .init("")),
    ]
  }

  /// The net ROI over the last twelve mature months, which dropping and doubling look at.
  private var yearROI: Table.Row {
    let year = report.year.channels.first { $0.name == row.name }
    let isLow = year?.isLow ?? true
    return line(
      "\(report.netROITitle), \(Wording.span(report.year.span))", .netROI,
      year.map { .figure($0.netROI, report, arithmetic: roiWords($0)) { .growth($0) } }
        ?? .init(""),
      isLow ? .init("low n", .muted) : .interval(year?.netROIInterval, of: .growth(0)),
      .figure(report.year.money.netROI, report) { .growth($0) })
  }

  /// Why a number about money is to be read with care; empty where it is not.
  private var reservation: Table.Cell {
    if row.isLow { return .init("low n", .muted) }
    return report.scorecard.roi.value != nil && !report.isCostWhole
      ? .init("cost incomplete", .muted) : .init("")
  }

  private var hasReservation: Bool { !reservation.text.isEmpty }
}
