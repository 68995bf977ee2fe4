import Tables

/// What the enrolments of some months cost and returned, with a row a channel: line 3 of the scorecard.
package struct Return: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Treated episodes enrolled in them.
  package var enrolled: Int
  /// Whether the windows of all enrolments have closed.
  package var isMature: Bool
  /// In units, like revenue and contribution; nil where no file says what anything cost.
  package var cost: Double?
  /// Net revenue of returns with a credited touch.
  package var revenue: Double
  /// Contribution of the same, in units; without a margin, net revenue.
  package var contribution: Double
  /// Revenue over cost.
  package var attributedReturn: Figure<Double>
  /// Contribution less cost, over cost.
  package var netROI: Figure<Double>
  /// A row a channel, in the order of the names' bytes.
  package var channels: [ChannelRow]
  /// Who is counted and who is not.
  package var population: Population

  /// The returns that a touch is credited with, of all enrolments.
  package var credited: Proportion {
    Proportion(
      channels.reduce(0) { $0 + ($1.isUnattributed ? 0 : $1.reactivations) }, of: enrolled)
  }
}

/// What one channel did.
package struct ChannelRow: Equatable, Sendable {
  /// The channel's code in the cohort's `channels`.
  package var channel: Int32
  /// The channel's word.
  package var name: String
  /// Episodes with a contact in the channel.
  package var contacted = 0
  /// Returns credited to the channel.
  package var reactivations = 0
  /// Of its returns, those whose order was discounted.
  package var discounted = 0
  /// In units, like contribution and cost.
  package var revenue = 0.0
  /// Contribution of its returns, in units.
  package var contribution = 0.0
  /// Its spend and its contacts' own cost, in units; nil where no file says.
  package var cost: Double?
  /// Credited returns over contacted episodes.
  package var rate: Figure<Proportion> = .missing(.nobody)
  /// Revenue over cost.
  package var attributedReturn: Figure<Double> = .missing(.nobody)
  /// Contribution less cost, over cost.
  package var netROI: Figure<Double> = .missing(.nobody)
  /// 95 % of the net ROI.
  package var netROIInterval: Interval?
  /// Cost over credited returns, in units.
  package var costPerReactivation: Figure<Double> = .missing(.nobody)
  /// Contacts that are a click.
  package var clicks = 0
  /// Contacts that are a reply.
  package var replies = 0
  /// The median days until its returns had earned their part of its cost.
  package var paybackDays: Figure<Int> = .missing(.nobody)
  /// Its returns' value against new customers', over the twelve months that line 4 takes.
  package var lifetimeRatio: LifetimeRatio?

  /// Whether it has too few returns, of too few contacted, for a claim.
  package var isLow: Bool { Proportion(reactivations, of: contacted).isLow }

  /// Its returns whose order was discounted.
  package var discountDependency: Proportion { Proportion(discounted, of: reactivations) }

  /// Whether it is the row of returns that no touch earned.
  package var isUnattributed: Bool { channel == Channel.unattributed }
}

extension Analysis {
  /// The return of the treated episodes enrolled in some months.
  func money(_ span: MonthSpan) -> Return {
    known.money.value(span) { workedOutMoney(span) }
  }

  private func workedOutMoney(_ span: MonthSpan) -> Return {
    let enrolled = treatedCount(in: span)
    let ledger = ChannelLedger(self, span: span)
    let rows = ledger.rows()
    let earned = rows.filter { !$0.isUnattributed }
    let takings = ledger.creditedTakings
    let revenue = takings.revenue
    let contribution = takings.contribution(margin: definitions.margin)
    let cost = ledger.cost.map(total)
    let ratio = ledger.ratio(over: cost)
    precondition(earned.reduce(0) { $0 + $1.reactivations } == ledger.creditedCount)
    return Return(
      span: span, enrolled: enrolled, isMature: isMature(span.to, definitions.window),
      cost: cost, revenue: revenue,
      contribution: contribution, attributedReturn: ratio.map { revenue / $0 },
      netROI: ratio.map { (contribution - $0) / $0 }, channels: rows,
      population: Population(
        counted: enrolled, excluded: [(.heldOut, heldOut(in: span).count)]))
  }
}
