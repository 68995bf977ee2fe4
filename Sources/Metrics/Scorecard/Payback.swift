import Tables

/// When a return has earned what winning it cost: line 6 of the scorecard.
package struct Payback: Equatable, Sendable {
  package var span: MonthSpan
  /// Returns within the window.
  package var n: Int
  package var paidBack: Int
  /// In units; missing without a return.
  package var costPerReactivation: Figure<Double>
  /// The Kaplan-Meier median of the days to payback.
  package var medianDays: Figure<Int>
  /// Without a margin nearly every order pays back at once, so there is no status.
  package var hasMargin: Bool
  package var population: Population
}

extension Analysis {
  func payback(_ span: MonthSpan) -> Payback {
    let won = wonBack(in: span).map(\.episode)
    let cost = cost(in: span).map(total) ?? 0
    let (days, paidBack) = paybackDays(won, cost: cost)
    return Payback(
      span: span, n: won.count, paidBack: paidBack,
      costPerReactivation: share(of: cost, won),
      medianDays: days, hasMargin: definitions.margin != nil,
      population: Population(
        counted: won.count,
        excluded: [
          (.notReturned, treatedCount(in: span) - won.count), (.heldOut, heldOut(in: span).count),
        ]))
  }

  /// The median days until some returns had earned their cost, and how many have by the report.
  func paybackDays(_ won: [Int], cost: Double) -> (median: Figure<Int>, paidBack: Int) {
    guard let share = share(of: cost, won).value else { return (.missing(.nobody), 0) }
    var survival = Survival()
    var paidBack = 0
    for episode in won {
      let day = paybackDay(episode, share: share)
      if day != nil { paidBack += 1 }
      let followed = asOf.number - Int(episodes.backDay[episode])
      survival.add(day: day ?? followed, isEvent: day != nil)
    }
    return (survival.quantile(0.5).map { .value($0) } ?? .missing(.notReached), paidBack)
  }

  private func share(of cost: Double, _ won: [Int]) -> Figure<Double> {
    won.isEmpty ? .missing(.nobody) : .value(cost / Double(won.count))
  }

  /// Days from a return until margin on gross, less later discounts, reaches the discount on the
  /// returning order and its share of the cost, to half a cent; nil where it has not by the report.
  private func paybackDay(_ episode: Int, share: Double) -> Int? {
    let first = episodes.back(episode)
    let own = purchases.range(Int(episodes.customer[episode]))
    let owed = Amount.units(purchases[first].discount) + share
    var gross: Int64 = 0
    var laterDiscounts: Int64 = 0
    for purchase in first..<own.upperBound {
      gross += purchases[purchase].gross
      if purchase > first { laterDiscounts += purchases[purchase].discount }
      let earned =
        (definitions.margin ?? 1) * Amount.units(gross) - Amount.units(laterDiscounts)
      if earned >= owed - 0.005 { return Int(purchases[purchase].day - purchases[first].day) }
    }
    return nil
  }
}
