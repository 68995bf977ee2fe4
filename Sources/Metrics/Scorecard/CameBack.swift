/// How many came back, what they brought and what it cost: the seeds' main argument.
package struct CameBack: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Different people who came back.
  package var customers: Int
  /// Returns within the window.
  package var reactivations: Int
  /// Net revenue of the returns within their windows, credited or not, in units.
  package var revenue: Double
  /// In units; missing where no file says what anything cost.
  package var cost: Figure<Double>
  /// In units a return, credited or not.
  package var costPerReturn: Figure<Double>
  /// What a new customer costs, for comparison, in units.
  package var acquisitionCost: Double?
  /// Who is counted and who is not.
  package var population: Population
}

extension Analysis {
  func cameBack(_ span: MonthSpan) -> CameBack {
    let returns = wonBack(in: span)
    var takings = Takings()
    for won in returns { takings += won.takings }
    let cost = cost(in: span).map(total)
    return CameBack(
      span: span, customers: Set(returns.map { episodes.customer[$0.episode] }).count,
      reactivations: returns.count, revenue: takings.revenue,
      cost: cost.map { .value($0) } ?? .missing(.needs(.spend)),
      costPerReturn: returns.isEmpty
        ? .missing(.nobody)
        : cost.map { .value($0 / Double(returns.count)) } ?? .missing(.needs(.spend)),
      acquisitionCost: definitions.acquisitionCost,
      population: Population(
        counted: treatedCount(in: span), excluded: [(.heldOut, heldOut(in: span).count)]))
  }
}
