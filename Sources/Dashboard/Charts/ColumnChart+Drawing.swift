import Glyphs
import Metrics
import Terminal

/// A chart of columns in so many cells.
struct ColumnChartDrawing {
  private let bars: [ColumnChart.Bar]
  private let glyphs: GlyphSet
  private let axis: Axis
  private let height: Int
  /// Cells left of the plot: a number, a blank and the axis.
  private let left = 8
  /// Cells from one column to the next.
  private let pitch: Int

  /// `height` counts the lines of the plot; months and numbers stand under it. Where there is no room
  /// for all columns the oldest go.
  init(_ chart: ColumnChart, width: Int, height: Int, glyphs: GlyphSet) {
    let pitch = width - left >= chart.bars.count * 6 ? 6 : 5
    self.pitch = pitch
    bars = chart.bars.suffix(max(1, (width - left) / pitch))
    self.glyphs = glyphs
    self.height = max(3, height / 2)
    axis = ColumnChart(bars).axis
  }

  var lines: [LaidLine] {
    (0..<height).map(plotLine) + [
      line(
        "", glyphs.axis.corner + String(repeating: glyphs.axis.level, count: pitch * bars.count)),
      labels("", .muted) { $0.label }, labels("%", .plain, number), labels("n", .muted, count),
    ]
  }

  private func plotLine(_ row: Int) -> LaidLine {
    let share: Double? = row == 0 ? axis.end : row == height - 1 ? 0 : nil
    let text = share.map(Axis.text) ?? ""
    var laid = line(text, glyphs.axis.upright)
    for (index, bar) in bars.enumerated() {
      guard let cell = cell(of: bar, row: row) else { continue }
      laid.texts.append(
        PlacedText(column: left + index * pitch + 2, text: cell.text, style: cell.style))
    }
    return laid
  }

  /// What of a column is drawn in a row; what has no number is a mark on the ground, never a short bar.
  private func cell(of bar: ColumnChart.Bar, row: Int) -> (text: String, style: Style)? {
    guard let value = bar.rate.value?.value else {
      return row == height - 1 ? (String(repeating: glyphs.absent, count: 2), .muted) : nil
    }
    let steps = glyphs.bars.count - 1
    let filled = value > 0 ? max(1, Int((value / axis.end * Double(height * steps)).rounded())) : 0
    let level = min(max(filled - (height - 1 - row) * steps, 0), steps)
    if level == 0 { return nil }
    return (String(repeating: glyphs.bars[level], count: 2), Style(.series1))
  }

  private func line(_ number: String, _ rest: String) -> LaidLine {
    LaidLine([
      PlacedText(column: 0, text: number.padded(to: left - 2, .right), style: .muted),
      PlacedText(column: left - 1, text: rest, style: .muted),
    ])
  }

  private func labels(
    _ title: String, _ style: Style, _ text: (ColumnChart.Bar) -> String
  ) -> LaidLine {
    LaidLine(
      [PlacedText(column: 0, text: title.padded(to: left - 2, .right), style: .muted)]
        + bars.enumerated().map { index, bar in
          PlacedText(
            column: left + index * pitch, text: text(bar).padded(to: pitch - 1, .right),
            style: style)
        })
  }

  private func number(_ bar: ColumnChart.Bar) -> String {
    bar.numberText ?? "n/a"
  }

  private func count(_ bar: ColumnChart.Bar) -> String {
    bar.rate.value.map { Wording.count($0.n) } ?? ""
  }
}

extension ColumnChart.Bar {
  /// The number under the column, in per cent, with as many decimals as everywhere; nil where there is
  /// none.
  package var numberText: String? {
    rate.value?.value.map { String(Wording.percent($0).dropLast(2)) }
  }
}

extension ColumnChart {
  /// What the columns are drawn against.
  package var axis: Axis { Axis(atLeast: bars.compactMap { $0.rate.value?.value }.max() ?? 0) }
}
