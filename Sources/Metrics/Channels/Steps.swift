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
      where touches.event(row).isMessage && touches.step(row) != absent {
        let message = Int(codes.message(row))
        // A step that is sent again is still the one step.
        if latest[message] == episode { continue }
        latest[message] = episode
        all[message] += 1
        last[Int(codes.sender(row))] = message
      }
      guard cameBack(episode, within: definitions.window) else { continue }
      for row in contactRows(episode) {
        let sender = Int(codes.sender(row))
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
    // By code of the message, its variants: there are few of each.
    var counts = [[(variant: Int32, rate: Proportion)]](
      repeating: [], count: history.codes.messages.count)
    // The latest episode that each message was seen in.
    var latest = [Int](repeating: -1, count: history.codes.messages.count)
    for episode in treated(in: span) where isMature(episode, definitions.window) {
      let isBack = cameBack(episode, within: definitions.window)
      for row in contactRows(episode) where cohort.touches.variant(row) != 0 {
        let code = Int(history.codes.message(row))
        if latest[code] == episode { continue }
        latest[code] = episode
        let variant = cohort.touches.variant(row)
        var place = counts[code].count - 1
        while place >= 0, counts[code][place].variant != variant { place -= 1 }
        if place < 0 {
          place = counts[code].count
          counts[code].append((variant, Proportion(0, of: 0)))
        }
        counts[code][place].rate.n += 1
        if isBack { counts[code][place].rate.x += 1 }
      }
    }
    let rank = cohort.touches.variants.words.ranks
    let own = Dictionary(
      uniqueKeysWithValues: zip(history.codes.messages, counts).filter { !$0.1.isEmpty })
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
