import Metrics
import Tables

/// Numbers with the steps that lead to them.
enum Explaining {
  /// How a cell's number came about, a line a step.
  static func lines(_ cell: Table.Cell) -> [String] {
    var lines: [String] = []
    if let arithmetic = cell.arithmetic { lines.append("\(cell.text) = \(arithmetic)") }
    switch cell.value {
    case .proportion(let rate), .bounds(let rate): lines += proportion(rate)
    case .interval: lines.append("95 %: \(cell.text)")
    case .missing(let missing):
      lines.append("No number: \(Wording.missing(missing)).")
      if let advice = Wording.advice(missing) { lines.append(advice) }
    case .quantity, .day, nil: break
    }
    return lines
  }

  private static func proportion(_ rate: Proportion) -> [String] {
    guard let value = rate.value, let interval = rate.interval else {
      return ["Nobody is counted: there is no share of nobody."]
    }
    let exact = Wording.decimal(value * 100, 2)
    let low = Wording.decimal(interval.low * 100, 2)
    let high = Wording.decimal(interval.high * 100, 2)
    var lines = [
      "\(Wording.count(rate.x)) / \(Wording.count(rate.n)) = \(exact) %",
      "95 % by Wilson: \(low) to \(high) %",
    ]
    if rate.isLow {
      lines.append("Low n: under 30 in all, or under 5 of them: no status and no claim.")
    }
    return lines
  }

  /// Where the statuses of a metric begin: `bad under 2 %, watch from 2 %, ...`.
  static func bands(_ metric: Banded, _ band: Band, _ report: Report) -> String {
    func text(_ cut: Double) -> String {
      switch metric {
      case .attributedReturn, .ltvRatio: Wording.setting(cut) + "x"
      case .payback: Wording.setting((cut * 12 / 365.25 * 10).rounded() / 10) + " months"
      default: Wording.setting((cut * 1000).rounded() / 10) + " %"
      }
    }
    let cuts =
      [("watch", band.watch), ("healthy", band.healthy)] + (band.best.map { [("best", $0)] } ?? [])
    let words = cuts.map { "\($0.0) \(metric.isBetterLow ? "up to" : "from") \(text($0.1))" }
    let bad = metric.isBetterLow ? "bad over \(text(band.watch))" : "bad under \(text(band.watch))"
    return ([bad] + words).joined(separator: ", ") + "."
  }
}
