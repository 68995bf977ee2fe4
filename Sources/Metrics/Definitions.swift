package import Tables

/// What a folder's configuration says about what the numbers mean; the defaults are those of the
/// definitions.
package struct Definitions: Sendable {
  /// The business' name, for headings.
  package var name: String?
  /// What kind of business it is.
  package var model = BusinessModel.shop
  /// Contribution as a share of gross revenue, 0 to 1; without one figures are on revenue basis.
  package var margin: Double?
  /// What a new customer costs, in units of the currency.
  package var acquisitionCost: Double?
  /// When a customer counts as lapsed.
  package var lapse = LapseDefinition()
  /// Days after enrolment in which a return counts, `W`.
  package var window = 60
  /// Months that a line of a period is taken over, by default a quarter: 1, 3 or 12.
  package var periodMonths = 3
  /// Days over which lifetime value is compared, `H`.
  package var horizon = 180
  /// Days after a return in which a second purchase counts.
  package var secondPurchaseDays = 90
  /// Months after a cancellation in which a purchase counts as cured.
  package var churnCureMonths = 6
  /// Days before a return in which a touch of a channel can earn it.
  package var creditDays: [String: Int] = [
    "email": 7, "sms": 3, "push": 1, "retargeting": 7, "social": 7, "call": 30, "direct_mail": 30,
  ]
  /// The credit window of channels that have none of their own, in days.
  package static let otherCreditDays = 7
  /// Win-back codes in lower case; with none, every discount is an offer.
  package var winbackCodes: Set<String> = []
  /// Offer codes that points are redeemed with, in lower case.
  package var loyaltyCodes: Set<String> = []
  /// The last day of an offer code, by the code in lower case.
  package var offerExpiry: [String: Day] = [:]
  /// The planned share of held-out people, 0 to 1.
  package var plannedHoldout: Double?
  /// The day-60 rate to reach, 0 to 1.
  package var day60Target: Double?
  /// Bands by metric that replace the seed benchmarks.
  package var bands: [Banded: Band] = [:]
  /// Campaign names by what they are for.
  package var campaignKinds: [CampaignKind: [String]] = [:]
  /// Limits of guardrails that replace their defaults, in the unit of each bound.
  package var guardrailLimits: [Guardrail: Double] = [:]
  /// Segments that make up a list of retargeting, where the files' own segments say it better than a
  /// rule.
  package var retargetingSegments: [RetargetingList: [String]] = [:]
  /// Words to show beside the month that a day lies in.
  package var notes: [Day: String] = [:]

  /// The defaults.
  package init() {}
}

/// What a campaign can be for beside winning people back.
package enum CampaignKind: String, CaseIterable, Sendable {
  case newsletter
  case productNews = "product_news"
  case cart, loyalty
}

/// Which benchmarks hold, and whether silence is a lapse.
package enum BusinessModel: String, CaseIterable, Sendable {
  case shop, saas
}

/// When a customer counts as lapsed.
package struct LapseDefinition: Sendable {
  /// Of the median gap.
  package var multiple = 2.0
  /// Replaces the multiple of the median.
  package var days: Double?
  /// With fewer completed gaps the fallback holds.
  package var minimumGaps = 100
  /// Days of silence where there are too few gaps.
  package var fallbackDays = 90.0
  /// The uncontacted return, 0 to 1, whose lower bound over this makes the threshold implausible.
  package var implausible = 0.25

  /// The defaults.
  package init() {}
}
