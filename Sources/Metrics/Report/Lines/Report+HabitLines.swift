import Tables

/// The lines about what returned customers do, and about who could return.
extension Report {
  var churnCureLine: ScorecardLine {
    guard let stepped = scorecard.churnCure.value else {
      return missing("churn_cure", "Churn-cure", scorecard.churnCure.missing)
    }
    let line = stepped.now
    return share(
      ScorecardLine(
        "churn_cure", "Churn-cure", line.month.span, .missing(.nobody),
        previous: stepped.previous.rate.value.map { .share($0) },
        note: line.involuntary == 0
          ? nil
          : "\(Wording.count(line.recovered)) of \(Wording.count(line.involuntary)) "
            + "failed payments recovered",
        population: line.population), line.rate)
  }

  var discountLine: ScorecardLine {
    guard let stepped = scorecard.discountDependency.value else {
      return missing(
        "discount_dependency", "Discount dependency", scorecard.discountDependency.missing)
    }
    let line = stepped.now
    return share(
      ScorecardLine(
        "discount_dependency", "Discount dependency", line.span, .missing(.nobody),
        previous: stepped.previous.rate.value.map { .share($0) },
        status: status(.discountDependency, line.rate.value, line.rate),
        population: line.population), line.rate)
  }

  var secondPurchaseLine: ScorecardLine {
    let line = scorecard.secondPurchase.now
    return share(
      ScorecardLine(
        "second_purchase", "Second purchase", line.month.span,
        .missing(.nobody),
        previous: scorecard.secondPurchase.previous.rate.value.map { .share($0) },
        status: status(.secondPurchase, line.rate.value, line.rate)), line.rate)
  }

  var speedLine: ScorecardLine {
    guard let line = scorecard.timeToReactivation.value else {
      return missing(
        "time_to_reactivation", "Time to reactivation", scorecard.timeToReactivation.missing)
    }
    let parts = line.byDay.map { "\(Wording.count($0.count)) by day \($0.day)" }
    return ScorecardLine(
      "time_to_reactivation", "Time to reactivation", line.span,
      line.medianDays.map { .days($0) }, n: line.n,
      note: line.n == 0 ? nil : "of those who came back: " + parts.joined(separator: ", "),
      population: line.population)
  }

  var listLine: ScorecardLine {
    let line = scorecard.shareOfList.now
    return share(
      ScorecardLine(
        "share_of_list", "Share of the list", line.month.span,
        .missing(.nobody),
        previous: scorecard.shareOfList.previous.rate.value.map { .share($0) },
        note: accounts.contains { $0.table == .touches }
          ? "\(Wording.count(line.contacted)) of them contacted in the month" : nil,
        population: line.population), line.rate)
  }
}
