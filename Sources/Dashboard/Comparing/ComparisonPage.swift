import Metrics
import Tables
import Terminal

/// Up to four of a kind side by side: on one axis, in every number, and as curves.
struct ComparisonPage {
  /// One of what is compared.
  struct Side {
    var mark: Mark
    var group: GroupDetail
  }

  let sides: [Side]
  let evidence: Evidence
  let window: Int

  private var report: Report { evidence.report }
  private var titles: [String] { sides.map(\.mark.title) }

  var page: Page {
    Page(
      ["Compare", titles.joined(separator: ", ")],
      [
        Section(nil, .sentences(Sentence.overriding(report) + verdicts)),
        Section(heading, .table(axisTable)),
        Section("Every number", .table(ComparisonNumbers(page: self).table)),
        Section("Back by day", curves, isBeside: true),
      ])
  }

  private var heading: String {
    let enrolled: String =
      if case .month = sides[0].mark { "" } else {
        ", enrolled \(Wording.span(sides[0].group.span))"
      }
    return "Back within \(window) days\(enrolled), against \(titles[0])"
  }

  /// Each against the first that was marked.
  var comparisons: [Comparison?] {
    sides.map { side in
      // A month whose windows are open is compared with none.
      guard matures(side) == nil, matures(sides[0]) == nil else { return nil }
      return Comparison(side.group.own.rate, with: sides[0].group.own.rate)
    }
  }

  /// The day on which a side can be compared; nil once it has come.
  func matures(_ side: Side) -> Day? {
    Selection([side.mark.condition]).matures(window, after: report.asOf)
  }

  /// Which differences the table as a whole allows to call clear: with more than two sides, by
  /// Benjamini and Hochberg.
  private var isTold: [Bool] {
    ComparisonPage.told(comparisons.dropFirst().map { $0 }).reduce(into: [false]) { $0.append($1) }
  }

  static func told(_ comparisons: [Comparison?]) -> [Bool] {
    let qualities = Comparison.qValues(comparisons)
    return zip(comparisons, qualities).map { comparison, q in
      guard let comparison, comparison.verdict == .clear else { return false }
      return comparisons.count < 2 || (q ?? 1) < 0.05
    }
  }

  /// A sentence for each but the first.
  private var verdicts: [Sentence] {
    zip(zip(sides, comparisons), isTold).dropFirst().map { pair, isTold in
      let (side, comparison) = pair
      guard let comparison else {
        return Sentence(
          [side, sides[0]].lazy.compactMap(tooEarly).first
            ?? "\(side.mark.title): nobody to compare.")
      }
      let needed = isTold ? "" : neededWords(comparison)
      return Sentence(
        "\(side.mark.title): \(comparison.sentence("of \(titles[0])", isTold: isTold))\(needed)",
        .bold)
    }
  }

  private func tooEarly(_ side: Side) -> String? {
    matures(side).map {
      "\(side.mark.title): its \(window) days are over on \(Wording.day($0)), too early to compare."
    }
  }

  private func neededWords(_ comparison: Comparison) -> String {
    // A month that is over gets no more people.
    if case .month = sides[0].mark { return "" }
    // Of too few nothing is to be extrapolated.
    guard !comparison.first.isLow, !comparison.second.isLow, let more = comparison.neededMore
    else { return "" }
    return
      " A gap of this size needs about \(Wording.count(ComparisonPage.rounded(more))) more."
  }

  /// Two digits are all that such a number is good for.
  static func rounded(_ number: Int) -> Int {
    var unit = 1
    while number / unit >= 100 { unit *= 10 }
    return (number + unit - 1) / unit * unit
  }

  private var axisTable: Table {
    let rates = sides.filter { matures($0) == nil }.map(\.group.own.rate)
    let reference = matures(sides[0]) == nil ? sides[0].group.own.rate.value : nil
    let axis = Axis(atLeast: Axis.end(of: rates), reference: reference)
    return Table(
      [
        .init("", .left, minimum: 10), .init("", .left, dropped: 2, minimum: 13, axis: axis),
        .init("rate", term: .rateByDay), .init("95 %", dropped: 4, term: .rateByDay),
        .init("n", dropped: 3, term: .n), .init("difference", dropped: 6, term: .comparison),
        .init("95 % of it", dropped: 1, term: .comparison),
        .init("verdict", .left, dropped: 5, term: .comparison),
      ],
      sides.indices.map { row($0, axis) })
  }

  private func row(_ index: Int, _ axis: Axis) -> Table.Row {
    let side = sides[index]
    let rate = side.group.own.rate
    var cells: [Table.Cell] = [.init(side.mark.title)]
    if let day = matures(side) {
      cells += [.init(""), .missing(.matures(day)), .init(""), .init("")]
    } else {
      cells += [.whisker(rate, axis), .rate(rate), .interval(of: rate), .count(rate.n)]
    }
    if index == 0 {
      cells += [.init("first", .muted), .init(""), .init("")]
    } else if let comparison = comparisons[index] {
      cells += [
        .quantity(.points(comparison.difference.value), report),
        .interval(comparison.difference.interval, of: .points(0)),
        verdict(comparison, isTold[index]),
      ]
    } else {
      cells += [.init(""), .init(""), .init("too early", .muted)]
    }
    return Table.Row(cells, link: .layer(side.mark.layer), mark: side.mark)
  }

  private func verdict(_ comparison: Comparison, _ isTold: Bool) -> Table.Cell {
    if isTold { return .init("clear", Style(.good, .bold)) }
    let isLow = comparison.first.isLow || comparison.second.isLow
    return .init(isLow ? "too few" : "too close", .muted)
  }

  private var curves: Section.Body {
    let inks: [Ink] = [.series1, .series2, .series3, .series4]
    let lines = zip(sides, inks).map { side, ink in
      Curves.Line(side.mark.title, side.group.own.curve, ink)
    }.filter { !$0.curve.points.isEmpty }
    if lines.isEmpty {
      return .sentences([Sentence("Too few for curves: under 20 people each.", .muted)])
    }
    return .curves(Curves(lines, marked: window, days: Curves.days(window: window)))
  }
}
