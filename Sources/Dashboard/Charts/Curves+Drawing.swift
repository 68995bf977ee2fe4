import Glyphs
import Metrics
import Terminal

/// A chart of curves in so many cells.
struct CurvesDrawing {
  private let curves: Curves
  private let glyphs: GlyphSet
  private let axis: Axis
  private let height: Int
  /// Cells left of the plot: a number, a blank and the axis.
  private let left = 8
  private let plot: Int
  private let hasLabels: Bool

  /// `height` counts the lines of the plot, 3 or more; days and people at risk stand under it.
  init(_ curves: Curves, width: Int, height: Int, glyphs: GlyphSet) {
    self.curves = curves
    self.glyphs = glyphs
    self.height = height
    axis = curves.axis
    let labels = curves.lines.map { $0.label(on: curves.marked).cells }.max() ?? 0
    // A letter tells the lines apart where there are only letters.
    let sign = glyphs == .ascii ? 2 : 0
    let beside = width - left - labels - sign - 1
    // A plot without room for its labels does without them, rather than the other way round.
    hasLabels = beside >= 12
    plot = max(1, hasLabels ? beside : width - left)
  }

  var lines: [LaidLine] {
    let grid = drawn()
    let labels = labels(grid)
    return (0..<height).map { row in
      var texts = [number(row)]
      texts += marks(row, grid)
      if let label = labels[row] { texts.append(label) }
      return LaidLine(texts)
    } + [days()] + curves.lines.map(atRisk)
  }

  /// The share at a row's height, on the first, the middle and the last row.
  private func number(_ row: Int) -> PlacedText {
    let share: Double? =
      switch row {
      case 0: axis.end
      case height - 1: 0
      case (height - 1) / 2 where height % 2 == 1: axis.end / 2
      default: nil
      }
    let text = share.map(Axis.text) ?? ""
    return PlacedText(
      column: 0, text: text.padded(to: left - 2, .right) + " " + glyphs.axis.upright, style: .muted)
  }

  private func x(_ day: Int, _ width: Int) -> Int { day * (width - 1) / max(1, curves.days) }

  private func y(_ share: Double, _ grid: DotGrid) -> Int {
    Int((share / axis.end * Double(grid.height - 1)).rounded())
  }

  private func drawn() -> DotGrid {
    var grid = DotGrid(columns: plot, rows: height, glyphs: glyphs)
    for (index, line) in curves.lines.enumerated().reversed() {
      if line.showsInterval { drawInterval(line.curve, as: index, in: &grid) }
      draw(line.curve, as: index, in: &grid)
    }
    return grid
  }

  /// Steps while every day has passed for everyone; after that only a dot here and there.
  private func draw(_ curve: ReturnCurve, as index: Int, in grid: inout DotGrid) {
    var before: Int?
    for column in 0..<grid.width {
      let day = column * curves.days / max(1, grid.width - 1)
      guard let point = curve.point(on: day) else { return }
      let height = y(point.share, grid)
      if day <= curve.observedThrough {
        for y in min(before ?? height, height)...height { grid.draw(x: column, y: y, line: index) }
        before = height
      } else if column % 4 == 0 {
        grid.draw(x: column, y: height, line: index)
      }
    }
  }

  /// The bounds, a dot here and there: lighter than the curve itself.
  private func drawInterval(_ curve: ReturnCurve, as index: Int, in grid: inout DotGrid) {
    for column in stride(from: 0, to: grid.width, by: glyphs == .braille ? 3 : 2) {
      let day = column * curves.days / max(1, grid.width - 1)
      guard let interval = curve.point(on: day)?.interval else { continue }
      let bounds = [y(interval.low, grid), min(y(interval.high, grid), grid.height - 1)]
      for y in bounds { grid.draw(x: column, y: y, line: index, isLight: true) }
    }
  }

  /// What is drawn in a row, in pieces of one line, and the marked day behind it.
  private func marks(_ row: Int, _ grid: DotGrid) -> [PlacedText] {
    let marked = x(curves.marked, plot)
    return (0..<plot).compactMap { column in
      if let cell = grid.cell(row: row, column: column) {
        return PlacedText(
          column: left + column, text: cell.text, style: Style(curves.lines[cell.line].ink))
      }
      guard column == marked else { return nil }
      return PlacedText(column: left + column, text: glyphs.upright, style: .muted)
    }
  }

  /// The lines' names with their values on the marked day, each as near as can be to where its line
  /// ends, and never two on one row.
  private func labels(_ grid: DotGrid) -> [Int: PlacedText] {
    guard hasLabels else { return [:] }
    var labels: [Int: PlacedText] = [:]
    let ends = curves.lines.enumerated().map { index, line in
      let share = line.curve.points.last?.share ?? 0
      let sign = glyphs == .ascii ? glyphs.series[index % glyphs.series.count] + " " : ""
      return (
        line: line, label: sign + line.label(on: curves.marked), share: share,
        row: height - 1 - y(share, grid) * height / max(1, grid.height)
      )
    }
    // From the top down, so that no label stands above that of a higher line, and none under the plot.
    let sorted = ends.sorted { $0.share > $1.share }
    var rows = sorted.map(\.row)
    for index in rows.indices.dropFirst() { rows[index] = max(rows[index], rows[index - 1] + 1) }
    for index in rows.indices.reversed() {
      rows[index] = min(rows[index], height - (rows.count - index))
    }
    for (end, row) in zip(sorted, rows) where row >= 0 {
      labels[row] = PlacedText(
        column: left + plot + 1, text: end.label, style: Style(end.line.ink))
    }
    return labels
  }

  private var ticks: [Int] {
    plot >= 20 ? curves.ticks : curves.ticks.filter { $0 % 60 == 0 }
  }

  private func days() -> LaidLine {
    let level = String(repeating: glyphs.axis.level, count: plot)
    var texts = [
      PlacedText(column: 0, text: "day", style: .muted),
      PlacedText(column: left - 1, text: glyphs.axis.corner + level, style: .muted),
    ]
    texts += ticks.map { under($0, "\($0)", .muted) }
    return LaidLine(texts)
  }

  /// How many of a line had neither come back nor run out of days, under each tick.
  private func atRisk(_ line: Curves.Line) -> LaidLine {
    let counts = ticks.compactMap { day in
      line.curve.point(on: day).map { under(day, Wording.count($0.atRisk), Style(line.ink)) }
    }
    // The rows are told apart by their names, and by nothing else where there are no colours.
    var texts = [PlacedText(column: 0, text: line.name.fitted(to: left - 1), style: .muted)]
    if hasLabels {
      texts.append(PlacedText(column: left + plot + 1, text: "at risk", style: .muted))
    }
    return LaidLine(texts + counts)
  }

  /// A text at a day, within the plot.
  private func under(_ day: Int, _ text: String, _ style: Style) -> PlacedText {
    let column = min(left + x(day, plot), left + plot - text.cells)
    return PlacedText(column: column, text: text, style: style)
  }
}

extension Curves {
  /// The shares that all curves are drawn against.
  var axis: Axis {
    let tops = lines.flatMap { line in
      line.curve.points.map { line.showsInterval ? $0.interval?.high ?? $0.share : $0.share }
    }
    return Axis(atLeast: tops.max() ?? 0)
  }

  /// The days that stand under the axis.
  package var ticks: [Int] { Array(stride(from: 0, through: days, by: 30)) }

  /// The shares that stand beside the axis.
  package var axisLabels: [String] { [0, axis.end / 2, axis.end].map(Axis.text) }
}

extension Curves.Line {
  /// The name, and the share on a day: what stands beside the curve.
  package func label(on day: Int) -> String {
    guard let share = curve.point(on: day)?.share else { return "\(name.fitted(to: 14)) too few" }
    let isWhole = day <= curve.observedThrough
    return "\(name.fitted(to: 14)) \(Wording.percent(share)) @\(day)\(isWhole ? "" : " so far")"
  }
}
