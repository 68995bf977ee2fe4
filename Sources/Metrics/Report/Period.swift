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

extension Analysis {
  func period(_ span: MonthSpan) -> Period {
    let enrolments = treated(in: span)
    var money = money(span)
    let ratios = lifetimeRatios(newestMature(definitions.horizon))
    for index in money.channels.indices {
      money.channels[index].lifetimeRatio = ratios[money.channels[index].channel]
    }
    return Period(
      span: span, breakdowns: breakdowns(enrolments),
      money: money, credits: credits(span),
      campaigns: campaigns(span, channels: money.channels), steps: steps(span),
      variants: variants(span))
  }
}
