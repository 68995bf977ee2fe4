import Metrics
import Tables
import Terminal

/// What the panes of channels, segments, months and steps have in common.
enum PaneParts {
  /// When people came back, beside the others where they may be compared; or why there is no curve.
  static func curve(
    _ group: GroupDetail?, _ own: String, _ others: String?, nobody: String
  ) -> Section.Body {
    guard let group, group.own.curve.count > 0 else {
      return .sentences([Sentence(nobody, .muted)])
    }
    if group.own.curve.points.isEmpty {
      return .sentences([
        Sentence(
          "Too few for a curve: \(Wording.count(group.own.curve.count)) of at least 20.", .muted)
      ])
    }
    var lines = [Curves.Line(own, group.own.curve, .series1, showsInterval: true)]
    if let others { lines.append(Curves.Line(others, group.others.curve, .series2)) }
    return .curves(
      Curves(
        lines.filter { !$0.curve.points.isEmpty }, marked: group.window,
        days: Curves.days(window: group.window)))
  }

  /// Twelve months of enrolment; nothing where no month has a number.
  static func months(_ group: GroupDetail?, _ heading: String) -> [Section] {
    guard let group, group.months.contains(where: { $0.rate.value != nil }) else { return [] }
    let bars = group.months.map { ColumnChart.Bar($0.month.shortName, $0.rate) }
    return [Section(heading, .columns(ColumnChart(bars)))]
  }

  /// A row that leads to some people.
  static func way(
    _ title: String, _ count: Int, to layer: Layer, term: Term = .enrolled
  ) -> Table.Row {
    Table.Row([.init(title), .count(count)], link: .layer(layer), term: term)
  }
}
