/// What is told of a span of enrolment months: its breakdowns, its money and who earned it.
package struct Period: Equatable, Sendable {
  package var span: MonthSpan
  package var breakdowns: [Breakdown]
  /// The return, with a row a channel.
  package var money: Return
  package var credits: [Credit]
  package var campaigns: [CampaignRow]
  package var steps: [StepRow]
  package var variants: [VariantRow]

  package var channels: [ChannelRow] { money.channels }

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
      span: span, breakdowns: Dimension.allCases.map { breakdown(enrolments, by: $0) },
      money: money, credits: credits(span),
      campaigns: campaigns(span, channels: money.channels), steps: steps(span),
      variants: variants(span))
  }
}
