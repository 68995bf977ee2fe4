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
    _ title: String, _ value: String, _ interval: String = "", _ all: String = ""
  ) -> Table.Row {
    Table.Row([
      .init(title), .init(value.isEmpty ? "n/a" : value, value.isEmpty ? .muted : .bold),
      .init(interval, .muted), .init(all, .muted),
    ])
  }

  private var people: [Table.Row] {
    let share = returns == 0 ? nil : Double(row.reactivations) / Double(returns)
    let rate = row.rate.value
    return [
      line(
        "Contacted", Wording.count(row.contacted), "", "\(Wording.count(all.enrolled)) enrolled"),
      line("Returns", Wording.count(row.reactivations), "", Wording.count(returns)),
      line("Share of the returns", share.map(Wording.percent) ?? ""),
      line(
        "Returns of contacted",
        rate?.value.map(Wording.percent) ?? row.rate.missing.map(Wording.missing) ?? "",
        rate.map(ChannelPane.intervalText) ?? ""),
      line("Clicks", Wording.count(row.clicks)),
      line("Replies", Wording.count(row.replies)),
    ]
  }

  private var money: [Table.Row] {
    return [
      line("Revenue", report.money(row.revenue), "", report.money(all.revenue)),
      line(
        "Cost", row.cost.map { report.money($0) } ?? "", "", all.cost.map { report.money($0) } ?? ""
      ),
      line(
        "Attributed return", ratio(row.attributedReturn), reservation, ratio(all.attributedReturn)),
      line(
        report.definitions.margin == nil ? "Net ROI, revenue basis" : "Net ROI",
        row.netROI.value.map(Wording.signedPercent) ?? missing(row.netROI.missing),
        reservation != ""
          ? reservation : row.netROIInterval.map { Wording.interval($0, of: .growth(0)) } ?? "",
        all.netROI.value.map(Wording.signedPercent) ?? ""),
      yearROI,
      line(
        "Cost per return",
        row.costPerReactivation.value.map { report.money($0) }
          ?? missing(row.costPerReactivation.missing), reservation),
      line(
        "Payback, median",
        row.paybackDays.value.map { Wording.counted($0, "day") }
          ?? missing(row.paybackDays.missing),
        reservation != "" ? reservation : report.definitions.margin == nil ? "no margin" : ""),
    ]
  }

  private var habits: [Table.Row] {
    let dependency = row.discountDependency
    let overall = report.scorecard.discountDependency.value?.now.rate
    let worth = report.scorecard.lifetimeValue.now
    let isLow = (row.lifetimeRatio?.n ?? 0) < 30 || worth.new.n < 30
    return [
      line(
        "Discounted", overall == nil ? "" : dependency.value.map(Wording.percent) ?? "no returns",
        overall == nil ? "" : ChannelPane.intervalText(dependency),
        overall?.value.map(Wording.percent) ?? ""),
      line(
        "LTV, \(Wording.span(MonthSpan(12, endingWith: worth.month)))",
        row.lifetimeRatio.map { isLow ? "low n" : Wording.ratio($0.value) } ?? "",
        worth.historyDays < 365 ? "reads too low" : "",
        worth.ratio.map { Wording.ratio($0.value) } ?? ""),
    ]
  }

  /// The net ROI over the last twelve mature months, which dropping and doubling look at.
  private var yearROI: Table.Row {
    let year = report.year.channels.first { $0.name == row.name }
    let isLow = year.map { Proportion($0.reactivations, of: $0.contacted).isLow } ?? true
    let interval = year?.netROIInterval.map { Wording.interval($0, of: .growth(0)) } ?? ""
    return line(
      "Net ROI, \(Wording.span(report.year.span))",
      year?.netROI.value.map(Wording.signedPercent) ?? missing(year?.netROI.missing),
      isLow ? "low n" : interval, report.year.money.netROI.value.map(Wording.signedPercent) ?? "")
  }

  /// Why a number about money is to be read with care; empty where it is not.
  private var reservation: String {
    if Proportion(row.reactivations, of: row.contacted).isLow { return "low n" }
    return report.scorecard.roi.value != nil && !report.isCostWhole ? "cost incomplete" : ""
  }

  private func ratio(_ figure: Figure<Double>) -> String {
    figure.value.map(Wording.ratio) ?? missing(figure.missing)
  }

  private func missing(_ missing: Missing?) -> String {
    missing == .nobody ? "" : missing.map(Wording.missing) ?? ""
  }
}
