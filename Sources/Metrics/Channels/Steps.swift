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
    var counts: [Message: Proportion] = [:]
    for episode in treated(in: span) where isMature(episode, definitions.window) {
      let isBack = cameBack(episode, within: definitions.window)
      var latest: [Sender: Message] = [:]
      var reached: Set<Message> = []
      for row in contactRows(episode)
      where cohort.touches.event[row].isMessage && cohort.touches.step[row] != absent {
        let message = Message(cohort.touches, row)
        // A step that is sent again is still the one step.
        guard reached.insert(message).inserted else { continue }
        latest[Sender(cohort.touches, row)] = message
      }
      for message in reached {
        let sender = Sender(channel: message.channel, campaign: message.campaign)
        let wasLast = latest[sender] == message
        counts[message, default: Proportion(0, of: 0)] =
          (counts[message] ?? Proportion(0, of: 0)) + Proportion(isBack && wasLast ? 1 : 0, of: 1)
      }
    }
    return stepRows(counts)
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
    var counts: [Message: [Int32: Proportion]] = [:]
    for episode in treated(in: span) where isMature(episode, definitions.window) {
      let isBack = cameBack(episode, within: definitions.window)
      var seen: Set<Message> = []
      for row in contactRows(episode)
      where cohort.touches.variant[row] != 0
        && seen.insert(Message(cohort.touches, row)).inserted
      {
        let message = Message(cohort.touches, row)
        let variant = cohort.touches.variant[row]
        let before = counts[message]?[variant] ?? Proportion(0, of: 0)
        counts[message, default: [:]][variant] = before + Proportion(isBack ? 1 : 0, of: 1)
      }
    }
    let rank = cohort.touches.variants.words.ranks
    return sorted(counts.keys).flatMap { message in
      let own = (counts[message] ?? [:]).sorted { rank[Int($0.key)] < rank[Int($1.key)] }
      return variantRows(message, own)
    }
  }

  /// The rows of a message, from its variants in order.
  private func variantRows(_ message: Message, _ own: [(key: Int32, value: Proportion)])
    -> [VariantRow]
  {
    own.map { variant, rate in
      let first = own[0]
      return VariantRow(
        channel: cohort.channels.words[message.channel],
        campaign: cohort.touches.campaigns.words[message.campaign],
        step: message.step == absent ? nil : Int(message.step),
        variant: cohort.touches.variants.words[variant], rate: rate,
        againstFirst: variant == first.key ? nil : Comparison(rate, with: first.value))
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
