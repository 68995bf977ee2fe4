import Tables

extension Wording {
  /// A quantity as people read it.
  package static func quantity(_ quantity: Quantity, _ currency: String?) -> String {
    switch quantity {
    case .share(let share): percent(share)
    case .points(let difference): points(difference) + " pts"
    case .ratio(let number): ratio(number)
    case .growth(let share): signedPercent(share)
    case .money(let units): money(units, currency)
    case .days(let number): days(number) + (number == 1 ? " day" : " days")
    case .count(let number): count(number)
    }
  }

  /// The interval of a quantity, in the quantity's own unit.
  package static func interval(_ interval: Interval, of quantity: Quantity) -> String {
    switch quantity {
    case .share(let share): percents(interval, of: share)
    case .points: points(interval.low) + " to " + points(interval.high)
    case .ratio: decimal(interval.low, 1) + " to " + decimal(interval.high, 1)
    case .growth:
      signedPercent(interval.low).dropLast(2) + " to " + signedPercent(interval.high).dropLast(2)
    case .money, .days, .count: decimal(interval.low, 1) + " to " + decimal(interval.high, 1)
    }
  }

  /// Why there is no number.
  package static func missing(_ missing: Missing) -> String {
    switch missing {
    case .needs(let need): "needs \(need.rawValue)"
    case .matures(let day): "matures \(Wording.day(day))"
    case .nobody: "nobody to count"
    case .noCost: "no cost"
    case .fewAtRisk: "too early: under 20 still open"
    case .notReached: "not reached yet"
    case .noHoldout: "no holdout: not causal"
    case .holdoutImmature: "too early: no held-out window has closed"
    case .unsoundSample: "the arms are not of the planned sizes"
    }
  }

  /// What would make a number that is missing; nil where nothing but time does.
  package static func advice(_ missing: Missing) -> String? {
    switch missing {
    case .needs(.touches): "A file of touches, who was written to and when, would give it."
    case .needs(.spend): "A file of spend, or the cost of each touch, would give it."
    case .needs(.cancellations): "A file of cancellations would give it."
    case .needs(.assignments): "A file of assignments, with people held out, would give it."
    case .needs(.discount):
      "A column discount_code in orders would give it; without configured codes discount does, too."
    case .noHoldout, .unsoundSample: "Holding out a fixed share of those who lapse would give it."
    case .matures, .nobody, .noCost, .fewAtRisk, .notReached, .holdoutImmature: nil
    }
  }

  /// What a bad or middling value of a scorecard line usually means.
  package static func meaning(of status: Status, for key: String) -> String? {
    meanings[key]?[status].map { "\(status.rawValue): \($0)" }
  }

  private static let rateMeanings: [Status: String] = [
    .bad: "timing, or lapse too broad", .watch: "offer or segment, not the channel",
  ]

  private static let meanings: [String: [Status: String]] = [
    "day_60": rateMeanings, "reactivation_rate": rateMeanings,
    "ltv_ratio": [.bad: "discount too aggressive"], "payback": [.bad: "too generous"],
    "discount_dependency": [.bad: "a habit"],
  ]
}
