package import Tables

/// Cancellations that were followed by a purchase within six months: line 5 of the scorecard.
package struct ChurnCure: Equatable, Sendable {
  /// The month of cancelling.
  package var month: Month
  /// Whether everyone has had six months.
  package var isMature: Bool
  /// Voluntary cancellations.
  package var rate: Proportion
  /// Involuntary cancellations, such as failed payments.
  package var involuntary: Int
  /// Involuntary ones paid within 30 days.
  package var recovered: Int
  /// Which cancellations are counted and which not.
  package var population: Population
}

extension Analysis {
  func churnCure(_ month: Month) -> ChurnCure {
    var (x, n, involuntary, recovered) = (0, 0, 0, 0)
    var (neverBought, repeated) = (0, 0)
    // Rows stand in the order of customers and days: what repeats a stretch follows it.
    var latest: (voluntary: Int?, involuntary: Int?)
    for (customer, row) in cancellationRows {
      let day = Day(cohort.cancellations.day[row])
      let isVoluntary = cohort.cancellations.isVoluntary[row]
      let own = purchases.range(customer)
      let before = purchases.count(of: own, through: day.end)
      guard before > 0 else {
        if day.month == month { neverBought += 1 }
        continue
      }
      let purchase = own.lowerBound + before - 1
      let isRepeated = purchase == (isVoluntary ? latest.voluntary : latest.involuntary)
      if isVoluntary { latest.voluntary = purchase } else { latest.involuntary = purchase }
      guard !isRepeated else {
        if day.month == month { repeated += 1 }
        continue
      }
      guard day.month == month else { continue }
      let back = before < own.count ? Day(purchases[own.lowerBound + before].day) : nil
      if isVoluntary {
        n += 1
        if let back, back <= day.adding(months: definitions.churnCureMonths) { x += 1 }
      } else {
        involuntary += 1
        if let back, back <= day + 30 { recovered += 1 }
      }
    }
    return ChurnCure(
      month: month,
      isMature: month.last.adding(months: definitions.churnCureMonths) <= asOf,
      rate: Proportion(x, of: n), involuntary: involuntary, recovered: recovered,
      population: Population(
        counted: n,
        excluded: [
          (.involuntary, involuntary), (.repeatedCancellation, repeated),
          (.neverBought, neverBought),
        ]))
  }

  /// Cancellations up to the day of the report, each customer's by day; several of a stretch count as the
  /// first.
  private var cancellationRows: [(customer: Int, row: Int)] {
    let days = cohort.cancellations.day
    var rows: [(customer: Int, row: Int)] = []
    for customer in 0..<cohort.customers.count {
      for row in history.cancellations.range(customer) where Int(days[row]) <= asOf.number {
        rows.append((customer, row))
      }
    }
    return rows
  }
}
