import Metrics
import Tables
import Terminal

/// Whether win-back worked: the answer, what to distrust, and the numbers.
enum ScorecardPage {
  static func page(_ evidence: Evidence) -> Page {
    let report = evidence.report
    var sections = [Section(nil, .sentences(opening(report)))]
    sections.append(Section(nil, .table(table(evidence))))
    sections += distrust(report)
    sections.append(
      Section(
        nil,
        .sentences([
          Sentence(
            "A status lies between benchmarks, directional seeds or your own [bands], where watch, healthy "
              + "and best begin: 2/4/10 %. Low n is under 30 people or 5 of them.", .muted)
        ])))
    return Page([ScreenName.scorecard.title], sections)
  }

  /// The answer, with what it is worth.
  private static func opening(_ report: Report) -> [Sentence] {
    let headline = report.headline
    var sentences = [Sentence(headline.sentence(report), .bold)]
    if let target = headline.targetSentence { sentences.append(Sentence(target)) }
    if let holdout = report.holdoutSentence { sentences.append(Sentence(holdout)) }
    if report.scorecard.day60.value != nil, !report.months.isEmpty {
      sentences += report.review.sentences(report).map { Sentence($0) }
    }
    let reasons = reasons(report)
    if let first = reasons.first {
      let more = reasons.count > 1 ? " (\(reasons.count - 1) more below)" : ""
      sentences.append(Sentence("Distrust: \(first.sentence)\(more)", Style(.watch)))
    }
    return sentences
  }

  /// What to distrust beyond what the opening sentence says already.
  private static func reasons(_ report: Report) -> [Distrust] {
    report.headline.distrust.filter { !report.overriding.contains($0) }
  }

  private static func distrust(_ report: Report) -> [Section] {
    let reasons = reasons(report)
    if reasons.count < 2 { return [] }
    return [
      Section("What to distrust", .bullets(reasons.map { Sentence($0.sentence) }))
    ]
  }

  private static func table(_ evidence: Evidence) -> Table {
    Table(
      [
        .init("", .left), .init("cohort", .left, dropped: 4), .init("value"),
        .init("95 % interval", dropped: 6), .init("n", dropped: 5),
        .init("status", .left, dropped: 7, minimum: 7),
        .init("benchmark", .left, dropped: 3),
        .init("before", dropped: 2, term: .previous),
        .init("12 months", .left, dropped: 1, term: .trend),
      ], evidence.lines.map { ScorecardRow(line: $0, report: evidence.report).row })
  }
}

/// A line of the scorecard as a row.
struct ScorecardRow {
  let line: ScorecardLine
  let report: Report

  var row: Table.Row {
    Table.Row(
      [
        .init(line.title), .init(line.span.map(Wording.span) ?? "", .muted), value, interval,
        n, status, .init(benchmark, .muted), before, .init(trend, Style(.series1)),
      ], detail: detail, hint: line.figure.missing.flatMap(Wording.advice), link: link,
      term: Term(rawValue: line.key), population: line.population)
  }

  private var value: Table.Cell {
    switch line.figure {
    case .value(.share(let share)):
      if let x = line.x, let n = line.n, n > 0 {
        return Table.Cell(
          Wording.percent(share), .bold, value: .proportion(Proportion(x, of: n)))
      }
      return .quantity(.share(share), report, .bold)
    case .value(let quantity): return .quantity(quantity, report, .bold, arithmetic: arithmetic)
    case .missing(let missing): return Table.Cell("n/a", .muted, value: .missing(missing))
    }
  }

  /// How the number came about, where its note does not say it.
  private var arithmetic: String? {
    guard line.key == "revenue_per_lapsed", case .money(let value) = line.figure.value,
      let n = line.n
    else { return nil }
    return
      "\(report.money(value * Double(n))) of net revenue / \(Wording.count(n)) enrolled and mature"
  }

  /// The 95 % interval; of who came back what they brought and cost; or why there is no number.
  private var interval: Table.Cell {
    guard let quantity = line.figure.value else {
      let missing = line.figure.missing.map(Wording.missing) ?? ""
      return .init(missing, .muted, runsOn: true)
    }
    if isMoney, let back = report.scorecard.cameBack.value?.now {
      let cost = back.cost.value.map { ", \(report.money($0)) spent" } ?? ""
      return .init("\(report.money(back.revenue)) back\(cost)", .muted, runsOn: true)
    }
    return .interval(line.interval, of: quantity)
  }

  private var n: Table.Cell {
    guard !isBare, let n = line.n else { return .init("") }
    return .count(n)
  }

  private var isMoney: Bool { line.key == "came_back" && line.figure.value != nil }

  /// Whether words run on over the cells after the value.
  private var isBare: Bool { isMoney || line.figure.value == nil }

  /// How good it is.
  private var status: Table.Cell {
    if isBare { return .init("") }
    if line.isLow { return .init("low n", .muted) }
    return line.status.map { .init($0.rawValue, $0.style) } ?? .init("")
  }

  private var band: Band? { Banded(rawValue: line.key).flatMap(report.definitions.band) }

  /// Where "watch", "healthy" and "best" begin: `2/4/10 %`.
  private var benchmark: String {
    guard let band, let metric = Banded(rawValue: line.key) else { return "" }
    let cuts = [band.watch, band.healthy, band.best].compactMap { $0 }
    func list(_ factor: Double) -> String {
      cuts.map { Wording.setting(($0 * factor * 10).rounded() / 10) }.joined(separator: "/")
    }
    switch metric {
    case .attributedReturn, .ltvRatio: return list(1) + "x"
    case .payback: return list(12 / 365.25) + " months"
    default: return list(100) + " %"
    }
  }

  private var before: Table.Cell {
    line.previous.map { .quantity($0, report, .muted) } ?? .init("")
  }

  private var detail: String? {
    var parts: [String] = []
    if let x = line.x, let n = line.n, line.figure.value != nil { parts.append(counts(x, of: n)) }
    if let change { parts.append(change) }
    // Of a number that is not there is nothing more to say.
    guard line.figure.value != nil else { return nil }
    if let status = line.status, let meaning = Wording.meaning(of: status, for: line.key) {
      parts.append(meaning.capitalizedFirst + ".")
    }
    if let note = line.note { parts.append(note.capitalizedFirst + ".") }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// How many of how many, and of what where that is not plain.
  private func counts(_ x: Int, of n: Int) -> String {
    let (x, n) = (Wording.count(x), Wording.count(n))
    switch line.key {
    case "attributed_return", "net_roi": return "\(x) credited returns of \(n) enrolled."
    case "payback": return "\(x) of \(n) have paid back."
    default: return "\(x) of \(n)."
    }
  }

  /// Whether a rate changed, as far as its interval carries it.
  private var change: String? {
    let rate: Figure<RateLine>? =
      switch line.key {
      case "day_60": report.scorecard.day60
      case "day_30": report.scorecard.day30
      case "reactivation_rate": report.scorecard.reactivationRate
      default: nil
      }
    return rate?.value.flatMap { $0.rate.n == 0 ? nil : $0.changeSentence }
  }

  /// Where the number can be followed: to its months, to the people, or to who earned it.
  private var link: Link? {
    if line.figure.value == nil { return nil }
    switch line.key {
    case "day_60", "day_30", "time_to_reactivation": return .layer(.screen(.cohorts))
    case "reactivation_rate", "revenue_per_lapsed": return .layer(.screen(.segments))
    case "came_back", "attributed_return", "net_roi", "discount_dependency", "payback":
      return .layer(.screen(.channels))
    default: return nil
    }
  }
}

extension ScorecardRow {
  /// The last twelve months of enrolment, where the line has a number a month.
  private var trend: Table.Graphic? {
    let months = report.months.suffix(12)
    let values: [Double?]
    switch line.key {
    case "day_60": values = months.map { $0.rate60.value?.value }
    case "day_30": values = months.map { $0.rate30.value?.value }
    case "attributed_return":
      let returns = Dictionary(
        report.monthReturns.map { ($0.span.to, $0) }, uniquingKeysWith: { first, _ in first })
      values = months.map { month in
        returns[month.month].flatMap { $0.isMature ? $0.attributedReturn.value : nil }
      }
    case "revenue_per_lapsed": values = months.map { $0.revenuePerLapsed.value }
    default: return nil
    }
    return values.contains { $0 != nil } ? .trend(values) : nil
  }
}

extension Status {
  /// The ink of a status, which is always told in words too.
  var style: Style {
    switch self {
    case .bad: Style(.bad, .bold)
    case .watch: Style(.watch)
    case .healthy, .best: Style(.good)
    }
  }
}
