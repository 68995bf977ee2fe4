import Dashboard
import Glyphs
import Metrics
import Tables

extension ReportDocument {
  static func appendChannels(_ report: Report, _ document: inout Document) {
    let rows = report.quarter.channels
    // Without touches there is no channel to speak of.
    if rows.isEmpty || !report.has(.touches) { return }
    let span = Wording.span(report.quarter.span)
    let hasDiscounts = report.scorecard.discountDependency.value != nil
    document.append(.heading("Channels, \(span): who came back"))
    document.append(
      .table(
        [
          .init(title: "channel", alignment: .left), .init(title: "contacted"),
          .init(title: "returns"), .init(title: "of contacted"), .init(title: "95 % interval"),
          .init(title: "discounted"), .init(title: "LTV"),
        ], rows.map { peopleRow($0, hasDiscounts: hasDiscounts) }))
    let worth = MonthSpan(12, endingWith: report.scorecard.lifetimeValue.now.month)
    document.append(
      .paragraph(
        "A return is credited to the last touch within its channel's window; the rows add up to "
          + "all returns. Rates share people and are not comparable with each other. LTV is against "
          + "new customers, returns of \(Wording.span(worth))."
          + (unwrittenSentence(report).map { " " + $0 } ?? "")))
    guard report.scorecard.roi.value != nil else { return }
    let basis = report.definitions.margin == nil ? ", on revenue basis" : ""
    document.append(.heading("Channels, \(span): money\(basis)"))
    document.append(
      .table(
        [
          .init(title: "channel", alignment: .left), .init(title: "revenue"),
          .init(title: "cost"), .init(title: "return"), .init(title: "net ROI"),
          .init(title: "95 % interval"), .init(title: "per return"),
        ], rows.map { moneyRow($0, report) }))
  }

  /// Whoever came back before anyone wrote is a return that no channel brought.
  private static func unwrittenSentence(_ report: Report) -> String? {
    let row = report.quarter.breakdown(.firstChannel).first {
      $0.name == Breakdown.Row.nobodyWrote
    }
    guard let returns = row?.rate.x, returns > 0 else { return nil }
    return "\(Wording.count(returns)) of the returns came before anyone wrote, and "
      + (returns == 1 ? "is" : "are") + " compared with nobody."
  }

  private static func peopleRow(_ row: ChannelRow, hasDiscounts: Bool) -> Document.Row {
    let rate = row.rate.value
    let dependency = row.discountDependency
    return Document.Row([
      SafeText(row.name, limit: 24).description,
      row.isUnattributed ? "" : Wording.count(row.contacted), Wording.count(row.reactivations),
      rate?.value.map(Wording.percent) ?? absence(row.rate.missing, row),
      rate.flatMap { rate in
        rate.value.flatMap { value in rate.interval.map { Wording.percents($0, of: value) } }
      } ?? "",
      !hasDiscounts
        ? ""
        : dependency.n < 30
          ? dependency.n == 0 ? "" : "\(dependency.x) of \(dependency.n)"
          : dependency.value.map(Wording.percent) ?? "",
      row.lifetimeRatio.map { $0.n < 30 ? "low n" : Wording.ratio($0.value) } ?? "",
    ])
  }

  private static func moneyRow(_ row: ChannelRow, _ report: Report) -> Document.Row {
    Document.Row([
      SafeText(row.name, limit: 24).description, report.money(row.revenue),
      row.isUnattributed ? "" : row.cost.map { $0 == 0 ? "none" : report.money($0) } ?? "",
      row.attributedReturn.value.map(Wording.ratio) ?? absence(row.attributedReturn.missing, row),
      row.netROI.value.map(Wording.signedPercent) ?? "",
      isLow(row) ? "low n" : row.netROIInterval.map { Wording.interval($0, of: .growth(0)) } ?? "",
      row.cost == 0 ? "" : row.costPerReactivation.value.map { report.money($0) } ?? "",
    ])
  }

  /// Too few returns for a claim about money.
  private static func isLow(_ row: ChannelRow) -> Bool {
    !row.isUnattributed && Proportion(row.reactivations, of: row.contacted).isLow
  }

  private static func absence(_ missing: Missing?, _ row: ChannelRow) -> String {
    if row.isUnattributed { return "" }
    return missing.map(Wording.missing) ?? ""
  }

  /// How many segments are listed in a mail, the largest of them.
  private static let shownSegments = 12

  static func appendSegments(_ report: Report, _ document: inout Document) {
    let all = report.quarter.breakdown(.segment)
    if all.count < 2 { return }
    let least = all.map(\.enrolled).sorted(by: >).prefix(shownSegments).last ?? 0
    let rows = all.filter { $0.enrolled >= least }.prefix(shownSegments)
    document.append(.heading("Segments, \(Wording.span(report.quarter.span))"))
    document.append(
      .table(
        [
          .init(title: "segment", alignment: .left), .init(title: "day 30 (n)"),
          .init(title: "day 60 (n)"), .init(title: "95 % interval"), .init(title: "day 90 (n)"),
        ], rows.map(segmentRow)))
    if all.count > rows.count {
      document.append(
        .paragraph(
          "\(Wording.count(all.count - rows.count)) smaller segments: the CSV and JSON reports list "
            + "all."))
    }
    let legend = rows.contains(where: \.isTold) ? " * differs clearly from the rest." : ""
    document.append(
      .paragraph(
        "The interval is of day 60. Each column counts those mature for it, so day 90 can lie below "
          + "day 60.\(legend)"))
    appendStandouts(report, &document)
  }

  /// How many rows of other breakdowns are told of, the surest first.
  private static let shownStandouts = 4

  private static func appendStandouts(_ report: Report, _ document: inout Document) {
    let rows = Dimension.allCases.filter { $0 != .segment }.flatMap { dimension in
      report.quarter.breakdown(dimension).filter(\.isTold).map { (dimension, $0) }
    }
    let surest = rows.sorted { ($0.1.qValue ?? 1) < ($1.1.qValue ?? 1) }
    let sentences = surest.compactMap { standout($0.1, $0.0) }.prefix(shownStandouts)
    if sentences.isEmpty { return }
    document.append(.heading("Who else differs from the rest"))
    document.append(.bullets(Array(sentences)))
  }

  private static func segmentRow(_ row: Breakdown.Row) -> Document.Row {
    func cell(_ rate: Proportion) -> String {
      guard let value = rate.value else { return "too early" }
      return "\(Wording.percent(value)) (\(Wording.count(rate.n)))"
    }
    let interval = row.rate60.value.flatMap { value in
      row.rate60.interval.map { Wording.percents($0, of: value) }
    }
    let mark = row.isTold ? " *" : ""
    return Document.Row([
      SafeText(row.name, limit: 20).description + mark, cell(row.rate30), cell(row.rate60),
      interval ?? "", cell(row.rate90),
    ])
  }

  /// A row of another breakdown that differs from the rest, in words.
  private static func standout(_ row: Breakdown.Row, _ dimension: Dimension) -> String? {
    guard let comparison = row.againstRest, let share = row.rate.value,
      let rest = comparison.second.value
    else { return nil }
    let low = Wording.points(comparison.difference.interval.low)
    let high = Wording.points(comparison.difference.interval.high)
    return "By \(dimension.words): \(SafeText(row.name, limit: 40)), \(Wording.percent(share)) of "
      + "\(Wording.count(row.rate.n)) against \(Wording.percent(rest)) of the rest "
      + "(\(low) to \(high) points)."
  }

  static func appendMonths(_ report: Report, _ document: inout Document) {
    let months = report.months.suffix(12)
    if months.isEmpty { return }
    document.append(.heading("Months of enrolment"))
    document.append(
      .table(
        [
          .init(title: "month", alignment: .left), .init(title: "enrolled"),
          .init(title: "day 30"), .init(title: "day 60"), .init(title: "day 90"),
        ], months.map(monthRow)))
  }

  private static func monthRow(_ row: MonthRow) -> Document.Row {
    func cell(_ figure: Figure<Proportion>) -> String {
      switch figure {
      case .value(let rate): rate.value.map(Wording.percent) ?? ""
      case .missing(.matures(let day)): "from \(day.civil.day) \(day.month.shortName)"
      case .missing(let missing): Wording.missing(missing)
      }
    }
    var remarks: [String] = []
    if row.rate60.value == nil {
      remarks.append(
        row.day60.value.map { "day 60 provisional: \(Wording.share($0))" }
          ?? "too early for an estimate")
    }
    if let before = row.restatedFrom {
      remarks.append(
        "restated since by a new threshold or late refunds: "
          + "\(Wording.count(before.x)) of \(Wording.count(before.n)) when it matured")
    }
    remarks += row.notes.map { SafeText($0, limit: 60).description }
    return Document.Row(
      [
        Wording.month(row.month), Wording.count(row.enrolled), cell(row.rate30),
        cell(row.rate60), cell(row.rate90),
      ], note: remarks.isEmpty ? nil : remarks.joined(separator: "; "))
  }
}
