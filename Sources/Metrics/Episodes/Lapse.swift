import Tables

/// After how many days of silence a customer counts as lapsed, and what that was taken from.
package struct Lapse: Equatable, Sendable {
  /// What a threshold is taken from.
  package enum Source: String, Sendable {
    /// `lapse.days` of the configuration.
    case configuration = "config"
    /// Only a cancellation starts an episode.
    case cancellation
    /// The multiple of the median gap.
    case data
    /// Too few gaps for a median.
    case fallback
  }

  /// The median of all completed gaps, in days.
  package var medianGap: Double?
  /// The same over the gaps that were complete three months earlier.
  package var medianGapBefore: Double?
  /// Completed gaps, pooled over customers.
  package var gaps: Int
  /// Customers with more than one purchase.
  package var repeatCustomers: Int
  /// What the threshold was taken from.
  package var source: Source
  /// In days; nil where silence is no lapse.
  package var lapsedAfter: Double?
  /// The median of each customer's own median gap, in days.
  package var customerMedianGap: Double?
  /// The Kaplan-Meier median, which counts each customer's open gap as censored, in days.
  package var survivalMedianGap: Int?

  /// A customer is at risk after this many days.
  package var atRiskAfter: Double? { lapsedAfter.map { 0.75 * $0 } }

  init(_ purchases: Purchases, asOf: Day, definitions: Definitions) {
    let gaps = Gaps(purchases, asOf: asOf)
    medianGap = gaps.all.median
    medianGapBefore = gaps.before.median
    self.gaps = gaps.all.count
    repeatCustomers = gaps.doubledMedians.count
    customerMedianGap = gaps.doubledMedians.median.map { $0 / 2 }
    survivalMedianGap = gaps.survival.quantile(0.5)
    (lapsedAfter, source) = Lapse.threshold(definitions, gaps.all)
  }

  /// How many days after a purchase the first lapsed day is, nil where silence is no lapse.
  static func silence(_ lapsedAfter: Double?) -> Int? {
    lapsedAfter.map { Int($0.rounded(.down)) + 1 }
  }

  /// The days of silence after which a customer is lapsed, nil where silence is no lapse.
  static func threshold(_ definitions: Definitions, _ gaps: GapCounts) -> (Double?, Source) {
    let lapse = definitions.lapse
    if let days = lapse.days { return (days, .configuration) }
    if definitions.model == .saas { return (nil, .cancellation) }
    if let median = gaps.median, gaps.count >= lapse.minimumGaps {
      return (lapse.multiple * median, .data)
    }
    return (lapse.fallbackDays, .fallback)
  }
}

/// Where the customers stand on the day of the report.
package struct CustomerStatus: Equatable, Sendable {
  /// Bought lately.
  package var active = 0
  /// Silent for most of the threshold.
  package var atRisk = 0
  /// Silent beyond the threshold, or cancelled.
  package var lapsed = 0
  /// Seen in any file, without a purchase: in no denominator.
  package var neverBought = 0

  /// Everyone who is seen in any file.
  package var known: Int { active + atRisk + lapsed + neverBought }
}
