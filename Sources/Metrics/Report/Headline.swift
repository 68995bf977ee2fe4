package import Tables

/// The answer that a report opens on: whether win-back worked, and what to distrust.
package struct Headline: Equatable, Sendable {
  package enum Answer: Equatable, Sendable {
    /// The report is of a day before the first order.
    case noOrderYet
    /// No file says who was written to.
    case noTouches
    /// The files that would say cannot be read.
    case unreadableTouches
    /// Only a cancellation is a lapse, and no file says who cancelled.
    case noCancellations
    /// Nobody was ever enrolled.
    case nobodyEnrolled
    /// Nobody was ever treated.
    case onlyHeldOut
    /// There are enrolments, but none of the month that would be told of.
    case emptyMonth(Month, last: Month?)
    /// Every enrolment's window is still open.
    case noneMature(first: Month, matures: Day)
    /// Too few to call.
    case low(RateLine)
    case rate(RateLine)
  }

  package enum Target: Equatable, Sendable {
    case reached(Double)
    case missed(Double)
    /// The interval includes it; whether the rate lies above.
    case open(Double, isAbove: Bool)
  }

  package var answer: Answer
  /// How the rate stands to the configured target; nil without one, or without a rate.
  package var target: Target?
  /// What to distrust, the worst first.
  package var distrust: [Distrust]
}

/// A reason to distrust a number.
package enum Distrust: Equatable, Sendable {
  /// So many come back uncontacted that the threshold must be too short.
  case threshold(Uncontacted)
  case suspicion(Suspicion)
  /// The holdout's size is not the planned one.
  case sampleRatio(Lift)
  /// Held-out people were written to.
  case contaminated(Lift)
  /// Channels that cost something and that no touch names: nothing can be credited to them.
  case spendWithoutTouches([String])
  /// Most returns used a discount.
  case discountHabit(DiscountDependency)
  /// No holdout: return is not proof; what one could show.
  case notCausal(DetectableLift)
  /// A holdout of too few to prove anything.
  case smallHoldout(Lift)
  /// Without touches nothing can be credited to a channel.
  case noTouches
  /// Without spend the cost is what touches carry.
  case noSpend
  /// Without a margin, return on cost is on revenue basis.
  case noMargin
  /// No file says what anything cost.
  case noCost
}

extension Headline {
  init(_ report: Report) {
    answer = Headline.answer(report)
    target = Headline.target(report, answer)
    distrust = Headline.distrust(report)
  }

  private static func answer(_ report: Report) -> Answer {
    let orders = report.accounts.first { $0.table == .orders }
    if orders?.newestDay == nil { return .noOrderYet }
    guard let line = report.scorecard.day60.value else { return .noTouches }
    if report.lapse.source == .cancellation, !report.has(.cancellations) { return .noCancellations }
    if report.hasOnlyRefused([.touches, .assignments]) { return .unreadableTouches }
    guard let first = report.months.first?.month else {
      return report.episodes.holdout > 0 ? .onlyHeldOut : .nobodyEnrolled
    }
    if line.span.to < first { return .noneMature(first: first, matures: first.last + 60) }
    if line.rate.n == 0 {
      return .emptyMonth(line.span.to, last: report.months.last { $0.month < line.span.to }?.month)
    }
    return line.rate.isLow ? .low(line) : .rate(line)
  }

  private static func target(_ report: Report, _ answer: Answer) -> Target? {
    guard let target = report.definitions.day60Target else { return nil }
    // Of too few there is no verdict.
    guard case .rate(let line) = answer, let interval = line.rate.interval else { return nil }
    if interval.low > target { return .reached(target) }
    if interval.high < target { return .missed(target) }
    return .open(target, isAbove: (line.rate.value ?? 0) >= target)
  }

  private static func distrust(_ report: Report) -> [Distrust] {
    var reasons = report.doubts
    if report.has(.touches), !report.spendWithoutTouches.isEmpty {
      reasons.append(.spendWithoutTouches(report.spendWithoutTouches))
    }
    if let habit = report.scorecard.discountDependency.value?.now,
      report.status(.discountDependency, habit.rate.value, habit.rate) == .bad
    {
      reasons.append(.discountHabit(habit))
    }
    guard report.scorecard.day60.value != nil else { return reasons }
    switch report.scorecard.lift {
    case .missing(.holdoutImmature): break
    case .value(let lift):
      if lift.isSampleSound, !lift.isReadable { reasons.append(.smallHoldout(lift)) }
    case .missing:
      if report.episodes.holdout == 0 {
        reasons.append(.notCausal(report.scorecard.detectableLift))
      }
    }
    if !report.has(.touches) { reasons.append(.noTouches) }
    if report.scorecard.roi.value == nil {
      reasons.append(.noCost)
    } else if !report.has(.spend) {
      reasons.append(.noSpend)
    } else if report.definitions.margin == nil {
      reasons.append(.noMargin)
    }
    return reasons
  }
}

extension Report {
  /// What makes numbers doubtful whatever they are: what `check` calls suspicious.
  package var doubts: [Distrust] {
    var doubts: [Distrust] = uncontacted.isImplausible ? [.threshold(uncontacted)] : []
    doubts += suspicions.map { .suspicion($0) }
    if let lift = scorecard.lift.value {
      if !lift.isSampleSound { doubts.append(.sampleRatio(lift)) }
      if lift.isContaminated { doubts.append(.contaminated(lift)) }
    }
    return doubts
  }

  /// Whether nothing is known to be missing from the cost.
  package var isCostWhole: Bool {
    has(.spend)
      && !suspicions.contains { if case .spendGap = $0 { true } else { false } }
  }

  /// Whether the folder has a file of the table.
  package func has(_ table: Table) -> Bool { accounts.contains { $0.table == table } }

  /// Whether the folder has some of these tables and not one row of them could be read.
  fileprivate func hasOnlyRefused(_ tables: [Table]) -> Bool {
    let found = accounts.filter { tables.contains($0.table) }
    return found.contains { $0.rows.total > 0 }
      && found.allSatisfy { $0.rows.total == findings.count(in: $0.table) }
  }
}

extension Definitions {
  /// The status of a value; nil where the metric has no band.
  package func status(_ metric: Banded, _ value: Double) -> Status? {
    band(metric)?.status(value, isBetterLow: metric.isBetterLow)
  }
}
