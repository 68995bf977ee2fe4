import Glyphs
import Metrics

extension Axis {
  /// The ends of the axis, over the cells that it takes.
  func title(width: Int) -> String { "0" + endText.padded(to: width - 1, .right) }

  /// The end of the axis as it is written: `15 %`.
  package var endText: String { Axis.text(end) }

  /// A share on an axis.
  static func text(_ share: Double) -> String {
    Wording.setting((share * 1000).rounded() / 10) + " %"
  }
}

extension Table.Graphic {
  /// How many cells the chart likes to have, at the least and at the most.
  var widths: ClosedRange<Int> {
    switch self {
    case .trend(let values): values.count...values.count
    case .whisker: 13...41
    case .shade(let text, _): text.cells + 2...text.cells + 2
    }
  }

  /// The chart in so many cells.
  func text(width: Int, glyphs: GlyphSet) -> String {
    switch self {
    case .trend(let values): Table.Graphic.bars(values.suffix(width), glyphs)
    case .whisker(let value, let interval, let axis):
      Table.Graphic.whisker(value, interval, axis, width, glyphs)
    case .shade(let text, let share):
      text + " " + glyphs.shades[min(Int(share * 4), 3)]
    }
  }

  /// Bars from zero up, so that half as much is half as high; a number above zero is never empty.
  private static func bars(_ values: ArraySlice<Double?>, _ glyphs: GlyphSet) -> String {
    let most = values.compactMap { $0 }.max() ?? 0
    return values.map { value in
      guard let value else { return glyphs.absent }
      guard most > 0, value > 0 else { return glyphs.bars[0] }
      let steps = glyphs.bars.count - 1
      return glyphs.bars[max(1, Int((value / most * Double(steps)).rounded()))]
    }.joined()
  }

  private static func whisker(
    _ value: Double, _ interval: Interval, _ axis: Axis, _ width: Int, _ glyphs: GlyphSet
  ) -> String {
    func place(_ value: Double) -> Int {
      min(max(Int((value / axis.end * Double(width - 1)).rounded()), 0), width - 1)
    }
    var cells = [String](repeating: " ", count: width)
    if let reference = axis.reference { cells[place(reference)] = glyphs.upright }
    let (low, high) = (place(interval.low), place(interval.high))
    for column in low...high { cells[column] = glyphs.whisker.line }
    cells[low] = glyphs.whisker.low
    cells[high] = glyphs.whisker.high
    cells[place(value)] = glyphs.whisker.point
    // What lies beyond the axis is not to be taken for its end.
    if interval.high > axis.end, width > 1 { cells[width - 1] = glyphs.beyond }
    return cells.joined()
  }
}
