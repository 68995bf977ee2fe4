import Tables

/// Of those still lapsed when a step was sent, how many came back before the next one.
package struct StepRow: Equatable, Sendable {
  /// The channel's word.
  package var channel: String
  /// The campaign as spelled.
  package var campaign: String
  package var step: Int
  /// The part that came back before a later step of the campaign was sent to them.
  package var rate: Proportion
  /// One less the product of what every step so far left lapsed: the rate of the campaign, when
  /// everyone still lapsed got every step.
  package var chained: Double
}

/// How the forms of one message did: everyone counts once, for the first form they got.
package struct VariantRow: Equatable, Sendable {
  /// The channel's word.
  package var channel: String
  /// The campaign as spelled.
  package var campaign: String
  /// The step of the message, where it has one.
  package var step: Int?
  /// The variant as spelled.
  package var variant: String
  package var rate: Proportion
  /// Against the first of the message's variants; nil for that one itself.
  package var againstFirst: Comparison?
}

extension Analysis {
  /// The steps of every campaign, over the episodes of some months whose windows have closed.
  func steps(_ span: MonthSpan) -> [StepRow] {
    let messages = history.codes.messages
    var rates = [Proportion](repeating: Proportion(0, of: 0), count: messages.count)
    for month in contacts(in: span) {
      for (message, rate) in month.steps { rates[Int(message)] = rates[Int(message)] + rate }
    }
    return stepRows(
      Dictionary(
        uniqueKeysWithValues: zip(messages, rates).filter { $0.1.n > 0 }.map { ($0, $1) }))
  }

  private func stepRows(_ counts: [Message: Proportion]) -> [StepRow] {
    var rows: [StepRow] = []
    for message in sorted(counts.keys) {
      guard let rate = counts[message] else { continue }
      let channel = cohort.channels.words[message.channel]
      let campaign = cohort.touches.campaigns.words[message.campaign]
      let before = rows.last.flatMap { last in
        last.channel == channel && last.campaign == campaign ? last.chained : nil
      }
      let left = (1 - (before ?? 0)) * (1 - (rate.value ?? 0))
      rows.append(
        StepRow(
          channel: channel, campaign: campaign, step: Int(message.step), rate: rate,
          chained: 1 - left))
    }
    return rows
  }

  /// The variants of every message, over the episodes of some months whose windows have closed.
  func variants(_ span: MonthSpan) -> [VariantRow] {
    let codes = history.codes
    var rates = [Proportion](repeating: Proportion(0, of: 0), count: codes.forms.count)
    for month in contacts(in: span) {
      for (form, rate) in month.variants { rates[Int(form)] = rates[Int(form)] + rate }
    }
    var own: [Message: [(variant: Int32, rate: Proportion)]] = [:]
    for (form, rate) in zip(codes.forms, rates) where rate.n > 0 {
      own[codes.messages[Int(form.message)], default: []].append((form.variant, rate))
    }
    let rank = cohort.touches.variants.words.ranks
    return sorted(own.keys).flatMap { message in
      variantRows(
        message,
        (own[message] ?? []).sorted { rank[Int($0.variant)] < rank[Int($1.variant)] })
    }
  }

  /// The rows of a message, from its variants in order.
  private func variantRows(_ message: Message, _ own: [(variant: Int32, rate: Proportion)])
    -> [VariantRow]
  {
    own.map { variant, rate in
      let first = own[0]
      return VariantRow(
        channel: cohort.channels.words[message.channel],
        campaign: cohort.touches.campaigns.words[message.campaign],
        step: message.step == absent ? nil : Int(message.step),
        variant: cohort.touches.variants.words[variant], rate: rate,
        againstFirst: variant == first.variant ? nil : Comparison(rate, with: first.rate))
    }
  }

  /// Messages by channel, campaign and step; names in the order of their bytes.
  private func sorted(_ messages: some Sequence<Message>) -> [Message] {
    let channels = cohort.channels.words.ranks
    let campaigns = cohort.touches.campaigns.words.ranks
    func key(_ message: Message) -> (Int32, Int32, Int32) {
      (channels[Int(message.channel)], campaigns[Int(message.campaign)], message.step)
    }
    return messages.sorted { key($0) < key($1) }
  }
}
