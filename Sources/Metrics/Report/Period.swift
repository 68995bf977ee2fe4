import Tables

/// What is told of a span of enrolment months: its breakdowns, its money and who earned it.
package struct Period: Equatable, Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// The rates by everything that episodes are told apart by.
  package var breakdowns: [Breakdown]
  /// The return, with a row a channel.
  package var money: Return
  /// The returns under every view of credit.
  package var credits: [Credit]
  /// The campaigns of every channel.
  package var campaigns: [CampaignRow]
  /// The steps of every campaign.
  package var steps: [StepRow]
  /// The variants of every message.
  package var variants: [VariantRow]

  /// A row a channel.
  package var channels: [ChannelRow] { money.channels }

  /// The rows of one breakdown.
  package func breakdown(_ dimension: Dimension) -> [Breakdown.Row] {
    breakdowns.first { $0.dimension == dimension }?.rows ?? []
  }
}

/// A period that is being worked out, its parts beside each other.
struct PeriodWork {
  private let span: MonthSpan
  private let earned: Later<Earned>
  private let breakdowns: Later<[Breakdown]>
  private let credits: Later<[Credit]>

  /// What last touch says of a period's money.
  private struct Earned: Sendable {
    var money: Return
    var campaigns: [CampaignRow]
    var steps: [StepRow]
    var variants: [VariantRow]
  }

  /// Begins with the months of a span.
  init(_ analysis: Analysis, _ span: MonthSpan) {
    self.span = span
    earned = Later {
      var money = analysis.money(span)
      let ratios = analysis.lifetimeRatios(analysis.newestMature(analysis.definitions.horizon))
      for index in money.channels.indices {
        money.channels[index].lifetimeRatio = ratios[money.channels[index].channel]
      }
      return Earned(
        money: money, campaigns: analysis.campaigns(span, channels: money.channels),
        steps: analysis.steps(span), variants: analysis.variants(span))
    }
    breakdowns = Later { analysis.breakdowns(analysis.treated(in: span)) }
    credits = Later { analysis.credits(span) }
  }

  /// The period; waits for it.
  var value: Period {
    let earned = earned.value
    return Period(
      span: span, breakdowns: breakdowns.value, money: earned.money, credits: credits.value,
      campaigns: earned.campaigns, steps: earned.steps, variants: earned.variants)
  }
}
