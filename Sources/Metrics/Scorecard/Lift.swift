import Glibc
import Tables

/// Treatment against holdout, everyone counted as assigned.
package struct Lift: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Returns within the window of those assigned to treatment.
  package var treatment: Proportion
  /// Returns within the window of those held out.
  package var holdout: Proportion
  /// Treatment less holdout, in shares.
  package var difference: Difference
  /// Treated people times the difference.
  package var incrementalReactivations: Double
  /// One less the ratio of the rates: the part of the treated returns that the treatment brought.
  package var incrementalShare: Double?
  /// In units, with its standard error.
  package var incrementalRevenue: Double
  /// The Welch standard error of the incremental revenue, in units.
  package var incrementalRevenueError: Double?
  /// What treating them cost, in units.
  package var cost: Figure<Double>
  /// Net of cost, over cost.
  package var incrementalROI: Double?
  /// 95 % of the incremental ROI; nil while an arm has no variance.
  package var incrementalROIInterval: Interval?
  /// In units a return that would not have come by itself; missing where there is none.
  package var costPerIncrementalReturn: Double?
  /// Held-out episodes with a contact.
  package var contaminated: Int
  /// Chi-square p of the arms' sizes against the planned split; nil without a plan.
  package var sampleRatio: Double?
  /// Who is counted and who is not.
  package var population: Population

  /// Under this, the arms were not drawn as planned, and no screen shows a lift.
  package static let sampleRatioLimit = 0.001

  /// Whether the arms' sizes fit the plan.
  package var isSampleSound: Bool { sampleRatio.map { $0 >= Lift.sampleRatioLimit } ?? true }

  /// Whether a lift can be read: the arms are as planned, and neither is too small.
  package var isReadable: Bool { isSampleSound && treatment.n >= 30 && holdout.n >= 30 }

  /// Whether over one in a hundred held-out people were written to.
  package var isContaminated: Bool { contaminated * 100 > holdout.n }
}

/// What a holdout of one in ten of the treated people could show.
package struct DetectableLift: Equatable, Sendable {
  /// The treated episodes that a tenth would be held out of.
  package var treated: Proportion
  /// In shares, at 80 % power.
  package var difference: Double?
}

extension Analysis {
  /// The lift over some months, or nil where an arm is empty.
  func lift(_ span: MonthSpan) -> Lift? {
    let enrolments = treated(in: span)
    let treatment = enrolments.filter(isInLift)
    let holdout = heldOut(in: span).filter(isInLift)
    guard !treatment.isEmpty, !holdout.isEmpty else { return nil }
    let rates = (rate(treatment, within: window), rate(holdout, within: window))
    guard let difference = Difference(rates.0, minus: rates.1) else { return nil }
    let won = (
      wonBack(in: span).filter { isInLift($0.episode) }, holdout.compactMap(wonBack)
    )
    func gain(_ value: (Takings) -> Double) -> (value: Double, error: Double?) {
      Analysis.gain(
        Moments(won.0.map { value($0.takings) }, count: treatment.count),
        Moments(won.1.map { value($0.takings) }, count: holdout.count))
    }
    let revenue = gain(\.revenue)
    let profit = gain { $0.contribution(margin: definitions.margin) }
    let cost = isCosted ? liftCost(span, without: enrolments.filter { !isInLift($0) }) : nil
    let treated = Double(treatment.count)
    func roi(_ gain: Double) -> Double? {
      cost.flatMap { $0 == 0 ? nil : (treated * gain - $0) / $0 }
    }
    let low = profit.error.flatMap { roi(profit.value - normal95 * $0) }
    let high = profit.error.flatMap { roi(profit.value + normal95 * $0) }
    let incremental = treated * difference.value
    let left = heldOut(in: span).count - holdout.count + enrolments.count - treatment.count
    return Lift(
      span: span, treatment: rates.0, holdout: rates.1, difference: difference,
      incrementalReactivations: incremental,
      incrementalShare: share(rates.0, rates.1),
      incrementalRevenue: treated * revenue.value,
      incrementalRevenueError: revenue.error.map { treated * $0 },
      cost: cost.map { .value($0) } ?? .missing(.needs(.spend)), incrementalROI: roi(profit.value),
      incrementalROIInterval: low.flatMap { low in high.map { Interval(low: low, high: $0) } },
      costPerIncrementalReturn: incremental > 0 ? cost.map { $0 / incremental } : nil,
      contaminated: holdout.count { !contactRows($0).isEmpty },
      sampleRatio: sampleRatio(treatment.count, holdout.count),
      population: Population(
        counted: treatment.count + holdout.count, excluded: [(.notAssigned, left)]))
  }

  /// What a tenth of the treated people of some months, held out, could show.
  func detectableLift(_ span: MonthSpan) -> DetectableLift {
    let rate = rate(in: span, within: window)
    let n = Double(rate.n)
    return DetectableLift(
      treated: rate,
      difference: rate.value.flatMap { detectableGap($0, smaller: 0.1 * n, larger: 0.9 * n) })
  }

  private var window: Int { definitions.window }

  private func isInLift(_ episode: Int) -> Bool {
    episodes.isAssigned[episode] && isMature(episode, window)
  }

  private func share(_ treatment: Proportion, _ holdout: Proportion) -> Double? {
    guard let treated = treatment.value, let held = holdout.value, treated > 0 else { return nil }
    return 1 - held / treated
  }

  /// The difference of two means with Welch's standard error, none while an arm has no variance.
  private static func gain(_ a: Moments, _ b: Moments) -> (value: Double, error: Double?) {
    let difference = (a.mean ?? 0) - (b.mean ?? 0)
    guard let first = a.variance, let second = b.variance, first != 0, second != 0 else {
      return (difference, nil)
    }
    return (difference, (first / Double(a.count) + second / Double(b.count)).squareRoot())
  }

  /// The treated arm's own contacts, and its part of the spend by `sent` contacts: those of all treated people
  /// enrolled in the span, less those of the ones who are in no arm.
  private func liftCost(_ span: MonthSpan, without others: [Int]) -> Double {
    let channels = contacts(in: span).flatMap(\.channels)
    let sends = channels.reduce(0) { $0 + $1.sent }
    var (own, sent) = (channels.reduce(Int64(0)) { $0 + $1.cost }, sends)
    for episode in others {
      for row in contactRows(episode) {
        own -= cohort.touches.cost(row)
        if cohort.touches.event(row).isSent { sent -= 1 }
      }
    }
    let spent = spendRows.reduce(Int64(0)) { sum, row in
      span.days.contains(Int(cohort.spend.day[row])) ? sum + cohort.spend.amount[row] : sum
    }
    let part = sent > 0 ? Double(sent) / Double(sends) : 1
    return Amount.units(own) + part * Amount.units(spent)
  }

  /// The chi-square test of two arms against the planned split, one degree of freedom.
  private func sampleRatio(_ treatment: Int, _ holdout: Int) -> Double? {
    guard let planned = definitions.plannedHoldout, planned > 0, planned < 1 else { return nil }
    let n = Double(treatment + holdout)
    func term(_ seen: Int, _ expected: Double) -> Double {
      (Double(seen) - expected) * (Double(seen) - expected) / expected
    }
    let chi = term(holdout, n * planned) + term(treatment, n * (1 - planned))
    return erfc((chi / 2).squareRoot())
  }
}
