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
    let (touches, codes) = (cohort.touches, history.codes)
    // By code of the message: how many got it, who of them came back before the next, and the latest
    // episode that it was sent in.
    var all = [Int](repeating: 0, count: codes.messages.count)
    var back = all
    var latest = [Int](repeating: -1, count: all.count)
    // By code of the sender: the latest step of an episode.
    var last = [Int](repeating: -1, count: codes.senders.count)
    for episode in treated(in: span) where isMature(episode, definitions.window) {
      for row in contactRows(episode)
      where touches.event[row].isMessage && touches.step[row] != absent {
        let message = Int(codes.message[row])
        // A step that is sent again is still the one step.
        if latest[message] == episode { continue }
        latest[message] = episode
        all[message] += 1
        last[Int(codes.sender[row])] = message
      }
      guard cameBack(episode, within: definitions.window) else { continue }
      for row in contactRows(episode) {
        let sender = Int(codes.sender[row])
        // Each sender's once, and none of an episode before.
        guard last[sender] >= 0, latest[last[sender]] == episode else { continue }
        back[last[sender]] += 1
        last[sender] = -1
      }
    }
    return stepRows(
      Dictionary(
        uniqueKeysWithValues: all.indices.filter { all[$0] > 0 }.map {
          (codes.messages[$0], Proportion(back[$0], of: all[$0]))
        }))
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
    // The latest episode that each message was seen in.
    var latest = [Int](repeating: -1, count: history.codes.messages.count)
    for episode in treated(in: span) where isMature(episode, definitions.window) {
      let isBack = cameBack(episode, within: definitions.window)
      for row in contactRows(episode) where cohort.touches.variant[row] != 0 {
        let code = Int(history.codes.message[row])
        if latest[code] == episode { continue }
        latest[code] = episode
        let message = history.codes.messages[code]
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
