import Tables

/// Looks for every mistake that a guardrail is against.
struct Inspection: Sendable {
  let analysis: Analysis
  /// The first of the last ninety days.
  let from: Int
  /// Who was enrolled in them, and what they were sent: many guardrails ask.
  private let knownRecent = Once<RecentEnrolments>()
  /// The retargeting that was shown in them.
  private let knownRetargeting = Once<[Outbox.Send]>()
  private let sendPrices = Once<SendPrices>()
  /// What a lapse of the quarter brought on average, in units.
  private let revenuePerLapsed: Double?

  init(_ analysis: Analysis) {
    self.analysis = analysis
    from = analysis.asOf.number - (Guardrail.processDays - 1)
    revenuePerLapsed = analysis.revenuePerLapsed(analysis.quarter).value.value
  }

  private var recentEnrolments: RecentEnrolments {
    knownRecent.value { RecentEnrolments(analysis, from: from) }
  }

  /// Treated episodes enrolled in the last ninety days.
  var recent: [Int] { recentEnrolments.episodes }

  /// The touches of retargeting in the last ninety days, customer by customer and in the order of time.
  var retargeting: [Outbox.Send] { knownRetargeting.value { workedOutRetargeting() } }

  /// The recent episodes, each with the rows of what was sent in it, in the order of time.
  var recentWithSends: some Sequence<(episode: Int, rows: ArraySlice<Int>)> {
    let recent = recentEnrolments
    return recent.episodes.indices.lazy.map { place in
      (recent.episodes[place], recent.sends[recent.starts[place]..<recent.starts[place + 1]])
    }
  }

  var cohort: Cohort { analysis.cohort }
  var touches: Touches { analysis.cohort.touches }
  var episodes: Episodes { analysis.episodes }
  var purchases: Purchases { analysis.purchases }
  var asOf: Day { analysis.asOf }
  var sends: [Outbox.Send] { analysis.recentSends }
  var campaignWords: Vocabulary { touches.campaigns.words }

  /// What was found, one finding a guardrail, in the order of the list of guardrails.
  func findings() -> [GuardrailFinding] {
    parallelMap(Guardrail.allCases.count) { counted(Guardrail.allCases[$0]) }
  }

  /// The same, where an inspection of the same day through another period has found the others: only
  /// outcomes look at the period, and what a lapse of it brought.
  func findings(after others: [GuardrailFinding]) -> [GuardrailFinding] {
    others.map { other in
      if other.guardrail.looksAtPeriod { return counted(other.guardrail) }
      var finding = other
      if finding.measure != nil, stakeBasis(finding.guardrail, finding.cases) == .lapses {
        finding.stake = stake(ofPeople: finding.people)
      }
      return finding
    }
  }

  private func counted(_ guardrail: Guardrail) -> GuardrailFinding {
    var finding = finding(guardrail)
    finding.people = Inspection.people(finding.cases)
    return finding
  }

  /// How many people some cases are of.
  private static func people(_ cases: [GuardrailFinding.Case]) -> Int {
    let customers = cases.map(\.customer)
    let steps = zip(customers, customers.dropFirst())
    // Mostly they come in the order of customers.
    if steps.allSatisfy({ $0 <= $1 }) { return min(1, customers.count) + steps.count { $0 != $1 } }
    return Set(customers).count
  }

  private func finding(_ guardrail: Guardrail) -> GuardrailFinding {
    switch guardrail {
    case .blast: blast()
    case .discountFirst: discountFirst()
    case .wrongPath: wrongPath()
    case .active: active()
    case .tooSoon: tooSoon()
    case .wide: wide()
    case .staleSegment: staleSegment()
    case .cartLong: cartLong()
    case .tooLong: tooLong()
    case .oneAndDone: oneAndDone()
    case .afterReturn: afterReturn()
    case .unsubscribed: unsubscribed()
    case .neverBought: neverBought()
    case .cold: cold()
    case .tooLate: tooLate()
    case .crowded: crowded()
    case .capped: capped()
    case .silentTrigger: silentTrigger()
    case .deadCode: deadCode()
    case .extended: extended()
    case .coverage: coverage()
    case .gapMonth: gapMonth()
    case .noReason: noReason()
    case .noHoldout: noHoldout()
    case .noCost: noCost()
    case .stale: stale()
    case .habit: habit()
    }
  }

  // MARK: - Findings from what was measured

  /// A share of what was looked at; nothing looked at is nothing that can be told.
  func share(
    _ guardrail: Guardrail, _ tally: Tally, of subject: Lack.Subject, _ words: Vocabulary? = nil
  ) -> GuardrailFinding {
    guard let value = tally.share.value else { return cannotTell(guardrail, .nothing(subject)) }
    return finding(
      guardrail, .share(tally.share), value: value, cases: tally.cases,
      worst: words.flatMap(tally.worst))
  }

  /// So many of what was looked at.
  func count(
    _ guardrail: Guardrail, _ tally: Tally, of subject: Lack.Subject, _ words: Vocabulary? = nil
  ) -> GuardrailFinding {
    if tally.base == 0 { return cannotTell(guardrail, .nothing(subject)) }
    return finding(
      guardrail, .count(tally.count, of: tally.base), value: Double(tally.count),
      cases: tally.cases, worst: words.flatMap(tally.worst))
  }

  /// A measure against its limit, with who is behind it.
  func finding(
    _ guardrail: Guardrail, _ measure: GuardrailFinding.Measure, value: Double,
    cases: [GuardrailFinding.Case] = [], worst: GuardrailFinding.Worst? = nil
  ) -> GuardrailFinding {
    let limit = analysis.definitions.limit(guardrail)
    let isTripped =
      switch guardrail.bound {
      case .shareUnder, .countUnder: value < limit
      case .shareOver, .countOver, .daysOver, .gapsOver: value > limit
      }
    return GuardrailFinding(
      guardrail: guardrail, limit: limit, verdict: isTripped ? .tripped : .held, measure: measure,
      worst: worst, cases: cases, stake: stake(guardrail, cases))
  }

  /// That nothing can be told, and for want of what.
  func cannotTell(_ guardrail: Guardrail, _ lack: Lack) -> GuardrailFinding {
    GuardrailFinding(
      guardrail: guardrail, limit: analysis.definitions.limit(guardrail),
      verdict: .cannotTell(lack))
  }

  /// What of these the folder lacks first: a table, or columns of a table.
  func lacks(_ table: Table, _ columns: String...) -> Lack? {
    guard cohort.has(table) else { return .table(table) }
    return columns.first { !cohort.has($0, in: table) }.map { .column($0, table) }
  }

  // MARK: - What is at stake

  /// What is told of what is at stake.
  private enum StakeBasis {
    case nothing, discounts
    /// What the sends cost that the cases are.
    case sends
    /// What as many lapsed people bring on average.
    case lapses
  }

  private func stakeBasis(
    _ guardrail: Guardrail, _ cases: [GuardrailFinding.Case]
  ) -> StakeBasis {
    switch guardrail {
    case .noReason, .noHoldout, .noCost, .stale: .nothing
    case .habit: .discounts
    default:
      analysis.isCosted && cases.allSatisfy { $0.reference.touch != nil } ? .sends : .lapses
    }
  }

  private func stake(_ guardrail: Guardrail, _ cases: [GuardrailFinding.Case]) -> Double? {
    switch stakeBasis(guardrail, cases) {
    case .nothing: nil
    case .discounts: discounts(cases)
    case .sends: cost(ofSends: cases.compactMap { $0.reference.touch.map { Int($0) } })
    case .lapses: stake(ofPeople: Inspection.people(cases))
    }
  }

  private func stake(ofPeople count: Int) -> Double? { revenuePerLapsed.map { $0 * Double(count) } }

  /// The discounts on the orders of some returns, in units.
  private func discounts(_ cases: [GuardrailFinding.Case]) -> Double {
    var sum: Int64 = 0
    for item in cases {
      guard case .episode(let episode) = item.reference else { continue }
      sum += purchases[episodes.back(Int(episode))].discount
    }
    return Amount.units(sum)
  }

  /// What some sends of the last ninety days cost.
  private func cost(ofSends rows: [Int]) -> Double {
    let prices = sendPrices.value { SendPrices(analysis, from: from) }
    var sum = ExactSum()
    for row in rows { sum.add(prices.price(row)) }
    return sum.value
  }
}

/// What a send of the last days costs: its own cost, and its part of the spend in those days.
private struct SendPrices: Sendable {
  private let touches: Touches
  /// Of the spend on a channel, by its code, in units.
  private let parts: [Double]
  /// Of the spend on no channel.
  private let shared: Double

  init(_ analysis: Analysis, from first: Int) {
    let (sends, spend) = (analysis.recentSends, analysis.cohort.spend)
    touches = analysis.cohort.touches
    // By code of the channel.
    var sent = [Int](repeating: 0, count: analysis.cohort.channels.words.count)
    for send in sends { sent[Int(touches.channel(Int(send.row)))] += 1 }
    var spent = [Int64](repeating: 0, count: sent.count)
    for row in analysis.spendRows where Int(spend.day[row]) >= first {
      spent[Int(spend.channel[row])] += spend.amount[row]
    }
    parts = zip(sent, spent).map { $0 > 0 ? Amount.units($1) / Double($0) : 0 }
    shared = sends.isEmpty ? 0 : Amount.units(spent[0]) / Double(sends.count)
  }

  /// In units.
  func price(_ row: Int) -> Double {
    Amount.units(touches.cost(row)) + parts[Int(touches.channel(row))] + shared
  }
}

/// Treated episodes of some days up to that of the report, and the rows of what was sent in them.
private struct RecentEnrolments: Sendable {
  let episodes: [Int]
  /// Episode by episode.
  let sends: [Int]
  /// Where those of each episode start, and where the last one's end.
  let starts: [Int]

  init(_ analysis: Analysis, from day: Int) {
    let months = MonthSpan(5, endingWith: analysis.asOf.month)
    episodes = analysis.treated(in: months).filter { analysis.enrolled($0) >= day }
    var (sends, starts) = ([Int](), [0])
    for episode in episodes {
      for row in analysis.episodes.touches(episode) where analysis.outbox.isSend(row) {
        sends.append(row)
      }
      starts.append(sends.count)
    }
    (self.sends, self.starts) = (sends, starts)
  }
}
