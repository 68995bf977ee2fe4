package import Tables

/// Everything that is known of a cohort on a day: what every screen and every format shows.
package struct Report: Sendable {
  package struct EpisodeCounts: Equatable, Sendable {
    package var total: Int
    /// Still lapsed.
    package var open: Int
    package var treatment: Int
    package var holdout: Int

    package var enrolled: Int { treatment + holdout }
  }

  package var definitions: Definitions
  package var accounts: [TableAccount]
  package var findings: Findings
  package var suspicions: [Suspicion]
  package var asOf: Day
  package var currency: String?
  package var lapse: Lapse
  package var customers: CustomerStatus
  package var uncontacted: Uncontacted
  package var outsideTouches: Outside
  package var outsideAssignments: Outside
  package var episodes: EpisodeCounts
  package var scorecard: Scorecard
  package var review: Review
  package var months: [MonthRow]
  /// The head month and the two before it.
  package var quarter: Period
  /// The head month and the eleven before it.
  package var year: Period
  /// The return of each month of `months`.
  package var monthReturns: [Return]

  /// The answer to open on.
  package var headline: Headline { Headline(self) }

  /// Works out everything from an analysis; `options` are those that its cohort was read with.
  package init(_ analysis: Analysis, options: ReadingOptions) {
    definitions = analysis.definitions
    accounts = analysis.accounts()
    findings = analysis.cohort.findings
    suspicions = analysis.suspicions(options)
    asOf = analysis.asOf
    currency = analysis.cohort.currency
    lapse = analysis.lapse
    customers = analysis.customerStatus()
    uncontacted = analysis.uncontacted()
    outsideTouches = analysis.outsideTouches
    outsideAssignments = analysis.outsideAssignments
    episodes = analysis.episodeCounts()
    scorecard = analysis.scorecard()
    months = analysis.months()
    quarter = analysis.period(analysis.quarter)
    year = analysis.period(analysis.year)
    monthReturns = months.map { analysis.money(MonthSpan(1, endingWith: $0.month)) }
    review = analysis.review(channels: year.channels)
  }
}

extension Analysis {
  fileprivate func episodeCounts() -> Report.EpisodeCounts {
    Report.EpisodeCounts(
      total: episodes.count, open: (0..<episodes.count).count(where: episodes.isOpen),
      treatment: treatedByMonth.values.reduce(0) { $0 + $1.count }, holdout: heldOut.count)
  }

  /// Where every customer stands on the day of the report.
  fileprivate func customerStatus() -> CustomerStatus {
    var status = CustomerStatus()
    let isSeen = seenCustomers()
    for customer in 0..<cohort.customers.count {
      guard let last = purchases.range(customer).last else {
        if isSeen[customer] { status.neverBought += 1 }
        continue
      }
      let since = Double(asOf.number - Int(purchases.day[last]))
      let isCancelled = cancelled.range(customer).last.map {
        cancelled.day[$0] >= purchases.day[last]
      }
      if isCancelled == true || lapse.lapsedAfter.map({ since > $0 }) == true {
        status.lapsed += 1
      } else if lapse.atRiskAfter.map({ since > $0 }) == true {
        status.atRisk += 1
      } else {
        status.active += 1
      }
    }
    return status
  }

  /// Who stands in a row up to the day of the report, or in the customer file, which has no dates.
  private func seenCustomers() -> [Bool] {
    var isSeen = [Bool](repeating: false, count: cohort.customers.count)
    for customer in cohort.customerList.customer { isSeen[Int(customer)] = true }
    let tables = [
      (cohort.orders.customer, cohort.orders.moment),
      (cohort.touches.customer, cohort.touches.moment),
      (cohort.assignments.customer, cohort.assignments.moment),
    ]
    for (customers, moments) in tables {
      for row in customers.indices where moments[row] <= asOf.end {
        isSeen[Int(customers[row])] = true
      }
    }
    for row in 0..<cohort.cancellations.count
    where Int(cohort.cancellations.day[row]) <= asOf.number {
      isSeen[Int(cohort.cancellations.customer[row])] = true
    }
    return isSeen
  }
}
