import Tables

/// After how many days of silence a customer counts as lapsed, and what that was taken from.
package struct Lapse: Equatable, Sendable {
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
  package var gaps: Int
  /// Customers with more than one purchase.
  package var repeatCustomers: Int
  package var source: Source
  /// In days; nil where silence is no lapse.
  package var lapsedAfter: Double?
  /// The median of each customer's own median gap, in days.
  package var customerMedianGap: Double?
  /// The Kaplan-Meier median, which counts each customer's open gap as censored, in days.
  package var survivalMedianGap: Int?

  /// A customer is at risk after this many days.
  package var atRiskAfter: Double? { lapsedAfter.map { 0.75 * $0 } }

  init(_ purchases: Purchases, customers: Int, asOf: Day, definitions: Definitions) {
    var gaps: [Int] = []
    var earlier: [Int] = []
    var doubledMedians: [Int] = []
    var survival = Survival()
    let before = asOf.adding(months: -3).number
    for customer in 0..<customers {
      let own = purchases.range(customer)
      guard let last = own.last else { continue }
      let start = gaps.count
      for place in own.dropFirst() {
        let gap = Int(purchases.day[place] - purchases.day[place - 1])
        gaps.append(gap)
        survival.add(day: gap, isEvent: true)
        if Int(purchases.day[place]) <= before { earlier.append(gap) }
      }
      survival.add(day: asOf.number - Int(purchases.day[last]), isEvent: false)
      if own.count > 1 {
        doubledMedians.append(Int(2 * (median(sorted: gaps[start...].sorted()) ?? 0)))
      }
    }
    medianGap = median(sorted: gaps.sorted())
    medianGapBefore = median(sorted: earlier.sorted())
    self.gaps = gaps.count
    repeatCustomers = doubledMedians.count
    customerMedianGap = median(sorted: doubledMedians.sorted()).map { $0 / 2 }
    survivalMedianGap = survival.quantile(0.5)
    (lapsedAfter, source) = Lapse.threshold(definitions, medianGap: medianGap, gaps: gaps.count)
  }

  private static func threshold(_ definitions: Definitions, medianGap: Double?, gaps: Int)
    -> (Double?, Source)
  {
    let lapse = definitions.lapse
    if let days = lapse.days { return (days, .configuration) }
    if definitions.model == .saas { return (nil, .cancellation) }
    if let medianGap, gaps >= lapse.minimumGaps { return (lapse.multiple * medianGap, .data) }
    return (lapse.fallbackDays, .fallback)
  }
}

/// Where the customers stand on the day of the report.
package struct CustomerStatus: Equatable, Sendable {
  package var active = 0
  package var atRisk = 0
  package var lapsed = 0
  /// Seen in any file, without a purchase: in no denominator.
  package var neverBought = 0
}
