package import Tables

/// Everything that is known of a cohort on a day: what every screen and every format shows.
package struct Report: Sendable {
  /// How many lapses there are.
  package struct EpisodeCounts: Equatable, Sendable {
    /// All episodes.
    package var total: Int
    /// Still lapsed.
    package var open: Int
    /// Enrolled and treated.
    package var treatment: Int
    /// Enrolled and held out.
    package var holdout: Int

    /// Enrolled in either arm.
    package var enrolled: Int { treatment + holdout }
  }

  /// What the numbers mean in this folder.
  package var definitions: Definitions
  /// What became of every row that was read.
  package var accounts: [TableAccount]
  /// The rows that were refused.
  package var findings: Findings
  /// What makes numbers doubtful though every row could be read.
  package var suspicions: [Suspicion]
  /// Names in the configuration that no file has, by their section, in order: perhaps mistyped.
  package var unknownNames: [String]
  /// Channels that spend names and no touch does, in the order of their names' bytes.
  package var spendWithoutTouches: [String]
  /// The day of the report, `D`.
  package var asOf: Day
  /// The currency of all amounts, where one is named.
  package var currency: String?
  /// After how many days a customer counts as lapsed.
  package var lapse: Lapse
  /// Where the customers stand on the day of the report.
  package var customers: CustomerStatus
  /// What comes back by itself.
  package var uncontacted: Uncontacted
  /// Touches that lie in no episode, by why.
  package var outsideTouches: Outside
  /// Assignments that lie in no episode, by why.
  package var outsideAssignments: Outside
  /// How many lapses there are, and of which kind.
  package var episodes: EpisodeCounts
  /// The numbers that are looked at first.
  package var scorecard: Scorecard
  /// What changed, and what to drop and to double.
  package var review: Review
  /// What each guardrail found.
  package var guardrails: [GuardrailFinding]
  /// What to do about it.
  package var playbook: Playbook
  /// A row for every month with a treated enrolment.
  package var months: [MonthRow]
  /// The head month and the others of its period, by default the two before it.
  package var quarter: Period
  /// The head month and the eleven before it.
  package var year: Period
  /// The return of each month of `months`.
  package var monthReturns: [Return]

  /// The answer to open on.
  package var headline: Headline { Headline(self) }

  /// Works out everything from an analysis; `options` are those that its cohort was read with.
  package init(_ analysis: Analysis, options: ReadingOptions) {
    // The largest first, and what others wait for: the cores share them out.
    let audiences = Later { Audiences(analysis) }
    let year = PeriodWork(analysis, analysis.year)
    let months = Later { analysis.months() }
    let scorecard = ScorecardWork(analysis)
    let playbook = PlaybookWork(analysis, audiences)
    let guardrails = Later { Inspection(analysis).findings() }
    let quarter = PeriodWork(analysis, analysis.quarter)
    let monthReturns = Later { analysis.monthReturns() }
    let review = Later { analysis.review(channels: year.value.channels) }
    let accounts = Later { analysis.accounts() }
    let suspicions = Later { analysis.suspicions(options) }
    let uncontacted = Later { analysis.uncontacted() }
    definitions = analysis.definitions
    findings = analysis.cohort.findings
    asOf = analysis.asOf
    unknownNames = analysis.unknownNames()
    spendWithoutTouches = analysis.spendWithoutTouches()
    currency = analysis.cohort.currency
    lapse = analysis.lapse
    customers = analysis.customerStatus()
    outsideTouches = analysis.outsideTouches
    outsideAssignments = analysis.outsideAssignments
    episodes = analysis.episodeCounts()
    self.accounts = accounts.value
    self.suspicions = suspicions.value
    self.uncontacted = uncontacted.value
    self.scorecard = scorecard.value
    self.months = months.value
    self.quarter = quarter.value
    self.year = year.value
    self.monthReturns = monthReturns.value
    self.review = review.value
    self.guardrails = guardrails.value
    self.playbook = playbook.value(heeding: self.guardrails, self.review)
  }

  /// What an analysis shows that is that of another report through another period: most of it is the same.
  package init(_ other: Report, through analysis: Analysis) {
    precondition(analysis.asOf == other.asOf, "it is seen from the same day")
    let span = analysis.quarter
    let isKnown = [other.quarter.span, other.year.span].contains(span)
    let quarter = isKnown ? nil : PeriodWork(analysis, span)
    let scorecard = ScorecardWork(analysis, after: other.scorecard)
    self = other
    definitions = analysis.definitions
    guardrails = Inspection(analysis).findings(after: other.guardrails)
    playbook = analysis.playbook(other.playbook, after: guardrails)
    self.scorecard = scorecard.value
    if let quarter {
      self.quarter = quarter.value
    } else if span == year.span {
      self.quarter = year
    }
  }
}

extension Analysis {
  /// What the configuration names and no file has: `[campaigns] cart: Your cart`.
  fileprivate func unknownNames() -> [String] {
    func lowered(_ words: Vocabulary) -> Set<String> { Set(words.texts.map { $0.lowercased() }) }
    let campaigns = lowered(cohort.touches.campaigns.words)
    let codes = lowered(cohort.touches.offers.words).union(lowered(cohort.orders.codes.words))
    let kinds = CampaignKind.allCases.flatMap { kind in
      (definitions.campaignKinds[kind] ?? []).filter { !campaigns.contains($0.lowercased()) }
        .map { "[campaigns] \(kind.rawValue): \($0)" }
    }
    let offers = definitions.offerExpiry.keys.sorted().filter { !codes.contains($0) }
      .map { "[offers.expires] \($0)" }
    let segments = RetargetingList.allCases.flatMap { list in
      (definitions.retargetingSegments[list] ?? [])
        .filter { cohort.segments.words.existingCode(of: $0) == nil }
        .map { "[playbook] \(list.rawValue): \($0)" }
    }
    return kinds + offers + segments
  }

  /// The return of each month with a treated enrolment, in order.
  fileprivate func monthReturns() -> [Return] {
    treatedByMonth.keys.sorted().map { money($0.span) }
  }

  fileprivate func episodeCounts() -> Report.EpisodeCounts {
    Report.EpisodeCounts(
      total: episodes.count, open: (0..<episodes.count).count(where: episodes.isOpen),
      treatment: treatedByMonth.values.reduce(0) { $0 + $1.count }, holdout: heldOut.count)
  }

  fileprivate func spendWithoutTouches() -> [String] {
    let words = cohort.channels.words
    var isLeft = [Bool](repeating: false, count: words.count)
    for row in spendRows where cohort.spend.channel[row] != 0 {
      isLeft[Int(cohort.spend.channel[row])] = true
    }
    var left = isLeft.count(where: \.self)
    guard left > 0 else { return [] }
    // The first few touches nearly always are on all of these channels.
    for row in 0..<cohort.touches.count where isLeft[Int(cohort.touches.channel(row))] {
      if cohort.touches.moment[row] > asOf.end { continue }
      isLeft[Int(cohort.touches.channel(row))] = false
      left -= 1
      if left == 0 { break }
    }
    return words.sortedCodes.filter { isLeft[Int($0)] }.map { words[$0] }
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
      let since = Double(asOf.number - Int(purchases[last].day))
      let isCancelled = cancelled.range(customer).last.map {
        cancelled.day[$0] >= purchases[last].day
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
    // A customer's first row of a table is the first there was.
    func note<Time: Comparable>(_ starts: [Int32], _ times: [Time], through last: Time) {
      for customer in isSeen.indices where starts[customer] < starts[customer + 1] {
        if times[Int(starts[customer])] <= last { isSeen[customer] = true }
      }
    }
    note(cohort.orders.starts, cohort.orders.moment, through: asOf.end)
    note(cohort.touches.starts, cohort.touches.moment, through: asOf.end)
    note(cohort.assignments.starts, cohort.assignments.moment, through: asOf.end)
    note(cohort.tickets.starts, cohort.tickets.moment, through: asOf.end)
    note(cohort.carts.starts, cohort.carts.moment, through: asOf.end)
    note(cohort.cancellations.starts, cohort.cancellations.day, through: Int32(asOf.number))
    return isSeen
  }
}
