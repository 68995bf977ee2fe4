import Metrics
import Terminal

/// Cells from numbers, as every table writes them.
extension Table.Cell {
  /// A share: muted where it is of too few.
  static func rate(_ rate: Proportion, _ style: Style? = nil) -> Table.Cell {
    Table.Cell(
      rate.value.map(Wording.percent) ?? "", style ?? (rate.isLow ? .muted : .plain),
      value: .proportion(rate))
  }

  /// A share, or why there is none.
  static func rate(_ figure: Figure<Proportion>) -> Table.Cell {
    switch figure {
    case .value(let rate): .rate(rate)
    case .missing(let missing): .missing(missing)
    }
  }

  /// Why there is no number; nothing where there is nobody to count.
  static func missing(_ missing: Missing) -> Table.Cell {
    Table.Cell(
      missing == .nobody ? "" : Wording.missing(missing), .muted, value: .missing(missing))
  }

  /// The interval of a share, with a word where it is of too few.
  static func interval(of rate: Proportion, saysLow: Bool = false) -> Table.Cell {
    guard let value = rate.value, let interval = rate.interval else { return Table.Cell("") }
    let low = saysLow && rate.isLow ? ", low n" : ""
    return Table.Cell(
      Wording.percents(interval, of: value) + low, .muted, value: .bounds(rate))
  }

  /// The interval of any number; nothing where there is none.
  static func interval(_ interval: Interval?, of quantity: Quantity) -> Table.Cell {
    guard let interval else { return Table.Cell("") }
    return Table.Cell(
      Wording.interval(interval, of: quantity), .muted, value: .interval(interval, of: quantity))
  }

  /// A whole number.
  static func count(_ count: Int, _ style: Style = .plain) -> Table.Cell {
    Table.Cell(Wording.count(count), style, value: .quantity(.count(count)))
  }

  /// A share of a total, of which nothing is claimed; `part` and `whole` are what it is made of.
  static func share(
    _ share: Double?, _ style: Style = .muted, of part: Int? = nil, _ whole: Int? = nil
  ) -> Table.Cell {
    guard let share else { return Table.Cell("") }
    let arithmetic = part.flatMap { part in
      whole.map { "\(Wording.count(part)) / \(Wording.count($0))" }
    }
    return Table.Cell(
      Wording.percent(share), style, value: .quantity(.share(share)), arithmetic: arithmetic)
  }

  /// Any number in the report's currency.
  static func quantity(
    _ quantity: Quantity, _ report: Report, _ style: Style = .plain, arithmetic: String? = nil
  ) -> Table.Cell {
    Table.Cell(
      Wording.quantity(quantity, report.currency), style, value: .quantity(quantity),
      arithmetic: arithmetic)
  }

  /// Any number, or why there is none.
  static func figure(
    _ figure: Figure<Double>, _ report: Report, _ style: Style = .plain, arithmetic: String? = nil,
    _ kind: (Double) -> Quantity
  ) -> Table.Cell {
    switch figure {
    case .value(let number):
      .quantity(kind(number), report, style, arithmetic: arithmetic)
    case .missing(let missing): .missing(missing)
    }
  }

  /// Whether a row of a breakdown differs from the others, beyond what a table of several rows shows
  /// by chance.
  static func verdict(_ row: Breakdown.Row) -> Table.Cell {
    guard let comparison = row.againstRest else { return Table.Cell("") }
    if row.rate.isLow { return Table.Cell("low n", .muted) }
    guard row.isTold else { return Table.Cell("too close", .muted) }
    return comparison.difference.value > 0
      ? Table.Cell("more", Style(.good, .bold)) : Table.Cell("less", Style(.bad, .bold))
  }

  /// A share with its interval on an axis.
  static func whisker(_ rate: Proportion?, _ axis: Axis) -> Table.Cell {
    guard let rate, let value = rate.value, let interval = rate.interval else {
      return Table.Cell(nil as Table.Graphic?)
    }
    return Table.Cell(.whisker(value, interval, axis), Style(.series1))
  }
}
