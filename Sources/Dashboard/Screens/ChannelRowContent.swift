import Glyphs
import Metrics
import Tables
import Terminal

/// A channel as a row.
struct ChannelRowContent {
  let row: ChannelRow
  /// Those whom it wrote to first; nil where it wrote to nobody first.
  let first: Breakdown.Row?
  let report: Report
  /// How credit is given, and what the channel gets of it.
  let view: CreditView
  let credit: Credit.Row?

  /// Whether it stands above another: by returns, and what no touch earned last.
  func precedes(_ other: ChannelRowContent) -> Bool {
    if row.isUnattributed != other.row.isUnattributed { return other.row.isUnattributed }
    return returns > other.returns
  }

  /// The rate that may be compared.
  var fair: Proportion? { first?.rate }

  /// The returns that the view credits it with; fractional under the linear view.
  private var returns: Double {
    view == .lastTouch ? Double(row.reactivations) : credit?.reactivations ?? 0
  }

  private var revenue: Double { view == .lastTouch ? row.revenue : credit?.revenue ?? 0 }

  func tableRow(_ axis: Axis) -> Table.Row {
    Table.Row(
      [
        .init(SafeText(row.name, limit: 40).description), .whisker(fair, axis), rate,
        fair.map { .interval(of: $0) } ?? .init(""), fair.map { .count($0.n) } ?? .init(""),
        first.map { .verdict($0) } ?? .init(""), returnsCell, share, ratio, perReturn, discounted,
        yearROI, yearROIInterval,
      ], detail: detail, more: contacted,
      link: row.isUnattributed ? .layer(.people(unattributed)) : .layer(.channel(row.name)),
      mark: isComparable ? .channel(row.name) : nil,
      population: first?.population)
  }

  /// Whether it wrote to anyone first: nobody else can be compared.
  private var isComparable: Bool {
    !row.isUnattributed && first != nil && Mark(.firstChannel, row.name) != nil
  }

  private var unattributed: Selection { Selection([.credited(row.name)]) }

  private var rate: Table.Cell {
    guard let fair, fair.n > 0 else { return .init("") }
    return .rate(fair, fair.isLow ? .muted : first?.isTold == true ? .bold : .plain)
  }

  private var returnsCell: Table.Cell {
    if returns == returns.rounded() { return .count(Int(returns)) }
    return Table.Cell(Wording.decimal(returns, 1), value: .quantity(.ratio(returns)))
  }

  private var share: Table.Cell {
    let all = report.quarter.channels.reduce(0) { $0 + $1.reactivations }
    guard all > 0 else { return .init("") }
    var cell = Table.Cell.share(returns / Double(all))
    cell.arithmetic =
      "\(Wording.decimal(returns, returns == returns.rounded() ? 0 : 1)) / "
      + "\(Wording.count(all)) returns"
    return cell
  }

  private var ratio: Table.Cell {
    if row.isUnattributed { return .init("") }
    switch row.attributedReturn {
    case .value where isLow: return .init("low n", .muted)
    case .value:
      guard let cost = row.cost, cost > 0 else { return .init("no cost", .muted) }
      let ratio = revenue / cost
      let status =
        report.isCostWhole && view == .lastTouch
        ? report.status(.attributedReturn, ratio, nil) : nil
      return .quantity(
        .ratio(ratio), report, status?.style ?? .plain,
        arithmetic: "\(report.money(revenue)) of credited revenue / \(report.money(cost)) of cost")
    case .missing(.noCost): return Table.Cell("no cost", .muted, value: .missing(.noCost))
    case .missing(let missing): return Table.Cell("n/a", .muted, value: .missing(missing))
    }
  }

  private var perReturn: Table.Cell {
    guard !row.isUnattributed, let cost = row.cost, cost != 0 else { return .init("") }
    if isLow { return .init("low n", .muted) }
    guard row.costPerReactivation.value != nil, returns > 0 else { return .init("") }
    return .quantity(
      .money(cost / returns), report,
      arithmetic: "\(report.money(cost)) of cost / \(Wording.decimal(returns, 1)) returns")
  }

  private var discounted: Table.Cell {
    guard report.scorecard.discountDependency.value != nil else { return .init("n/a") }
    let dependency = row.discountDependency
    if dependency.n == 0 { return .init("") }
    if dependency.n < 30 {
      return Table.Cell("\(dependency.x) of \(dependency.n)", value: .proportion(dependency))
    }
    return .rate(dependency, .plain)
  }

  /// The channel over the last twelve mature months, which dropping and doubling look at.
  private var year: ChannelRow? { report.year.channels.first { $0.name == row.name } }

  private var yearROI: Table.Cell {
    guard let year, let roi = year.netROI.value else { return .init("") }
    let cost = year.cost ?? 0
    return .quantity(
      .growth(roi), report,
      arithmetic:
        "(\(report.money(year.contribution)) of contribution - \(report.money(cost)) of cost) / "
        + "\(report.money(cost)), \(Wording.span(report.year.span))")
  }

  private var yearROIInterval: Table.Cell {
    guard let year, !year.isUnattributed else { return .init("") }
    if year.isLow { return .init("low n", .muted) }
    return .interval(year.netROIInterval, of: .growth(0))
  }

  /// Too few returns for a claim about money.
  private var isLow: Bool { !row.isUnattributed && row.isLow }

  private var detail: String {
    if row.isUnattributed {
      return "Returns that no touch earned within its channel's window."
    }
    guard let comparison = first?.againstRest else {
      return "Nobody heard from it first, so it is compared with nobody."
    }
    return "Of first contacts: "
      + comparison.sentence("of others", isTold: first?.isTold ?? false)
  }

  private var contacted: String? {
    row.isUnattributed ? nil : "\(Wording.count(row.contacted)) contacted."
  }
}
