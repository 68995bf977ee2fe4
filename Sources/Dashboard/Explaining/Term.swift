/// A number that the screens show, by what it means.
package enum Term: String, CaseIterable, Hashable, Sendable {
  // The lines of the scorecard, by their keys in the report.
  case day60 = "day_60"
  case day30 = "day_30"
  case reactivationRate = "reactivation_rate"
  case cameBack = "came_back"
  case attributedReturn = "attributed_return"
  case netROI = "net_roi"
  case incrementalROI = "incremental_roi"
  case lifetimeRatio = "ltv_ratio"
  case churnCure = "churn_cure"
  case payback
  case discountDependency = "discount_dependency"
  case secondPurchase = "second_purchase"
  case timeToReactivation = "time_to_reactivation"
  case revenuePerLapsed = "revenue_per_lapsed"
  case shareOfList = "share_of_list"
  case lift
  // What the other screens add.
  case rateByDay, firstChannelRate, creditedRate, versusRest, comparison
  case enrolled, contacted, returns, shareOfReturns, revenue, cost, costPerReturn, clicks, replies
  case stillLapsed, stepRate, stepChain, variantRate, medianDays, lastSent
  case returnsByView, returnsByAge, revenueByAge, amount
  case interval, n, previous, trend
  case rowsRead, rowsRefused, rowsCounted, fileSize
  case guardrailFound, guardrailLimit, guardrailPeople, atStake
  case audience, audienceValue, triedRate, evidenceRate, expectedReturns, converted
  case ordersBefore, daysSilent, valueBefore, enrolledOn, cameBackOn, daysToReturn, credited
}

extension Term {
  /// What a term is called and what it means.
  struct Entry {
    let title: String
    /// One to three sentences.
    let definition: String
    /// Over whom it is taken; nil where the definition says so.
    var population: String?
    /// How it is worked out, in words and signs.
    var formula: String?
    /// Where the method comes from.
    var source: String?
  }

  /// The line of the glossary.
  var entry: Entry {
    scorecardEntry ?? detailEntry ?? playbookEntry ?? Entry(title: rawValue, definition: "")
  }
}
