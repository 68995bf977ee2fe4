package import Metrics
package import Tables
package import Terminal

extension Table {
  /// What stands in one row and column.
  package struct Cell: Equatable, Sendable {
    package var text: String
    package var style: Style
    package var graphic: Graphic?
    /// Whether the text may run on over the empty cells to its right.
    package var runsOn = false
    /// The number behind the text.
    package var value: Value?
    /// How the number was worked out, with its figures.
    package var arithmetic: String?

    /// A text, which may be empty.
    package init(
      _ text: String, _ style: Style = .plain, runsOn: Bool = false, value: Value? = nil,
      arithmetic: String? = nil
    ) {
      self.text = text
      self.style = style
      self.runsOn = runsOn
      self.value = value
      self.arithmetic = arithmetic
    }

    /// A text that a chart stands for where there is one.
    package init(
      _ text: String, _ style: Style = .plain, graphic: Graphic, value: Value? = nil
    ) {
      self.text = text
      self.style = style
      self.graphic = graphic
      self.value = value
    }

    /// A small chart; the plain text leaves its column out.
    package init(_ graphic: Graphic?, _ style: Style = .plain) {
      text = ""
      self.graphic = graphic
      self.style = style
    }
  }

  /// A chart that fits into a cell.
  package enum Graphic: Equatable, Sendable {
    /// Columns from zero up; nil where there is no number.
    case trend([Double?])
    /// A value and its interval on an axis that all rows share.
    case whisker(Double, Interval, Axis)
    /// A text with a shade beside it, from 0 to 1.
    case shade(String, Double)
  }

  /// The number behind a cell: what it is sorted and filtered by, explained from and written as.
  package enum Value: Equatable, Sendable {
    case proportion(Proportion)
    case quantity(Quantity)
    case interval(Interval, of: Quantity)
    /// The interval of a share.
    case bounds(Proportion)
    case day(Day)
    case missing(Missing)

    /// The number in the unit that it is read in, so that `rate>5` means what is seen: shares, points and
    /// growth in per cent, all else as it is; of an interval the lower bound; nil where there is none.
    package var shown: Double? {
      switch self {
      case .proportion(let rate): rate.value.map { $0 * 100 }
      case .bounds(let rate): rate.interval.map { $0.low * 100 }
      case .quantity(let quantity): quantity.number * quantity.shownFactor
      case .interval(let interval, let quantity): interval.low * quantity.shownFactor
      case .day(let day): Double(day.number)
      case .missing: nil
      }
    }

    /// The number that a filter compares with: days of the calendar are no numbers.
    var compared: Double? { if case .day = self { nil } else { shown } }

    /// What can be told from each other in size only among themselves: shares, money, days.
    var kind: String? {
      switch self {
      case .proportion, .bounds, .quantity(.share): "share"
      case .quantity(let quantity), .interval(_, let quantity): quantity.kind
      case .day: "day"
      case .missing: nil
      }
    }
  }
}

extension Quantity {
  /// What a number is multiplied with to be read: shares are read in per cent.
  fileprivate var shownFactor: Double {
    switch self {
    case .share, .points, .growth: 100
    case .ratio, .money, .days, .count: 1
    }
  }

  fileprivate var kind: String {
    switch self {
    case .share: "share"
    case .points: "points"
    case .ratio: "ratio"
    case .growth: "growth"
    case .money: "money"
    case .days: "days"
    case .count: "count"
    }
  }
}
