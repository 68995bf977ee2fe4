/// The messages that somebody who lapsed is to get, in order.
enum MessageSequence {
  /// A shop's: one of four ways to begin, so that first channels can be compared.
  static func shop(_ lapse: Lapse, _ chance: inout RandomStream) -> [Step] {
    let campaign = Campaign(segment: lapse.segment)
    let isValuable = lapse.segment == .vip || lapse.segment == .loyal
    let draw = chance.uniform()
    let first = Step(channel: .email, campaign: campaign, day: 0)
    // Those who are worth most are asked twice before they are paid for it.
    let second = Step(
      channel: .email, campaign: campaign, day: 6, offer: isValuable ? .none : .missYou,
      isTested: true)
    let last = Step(channel: .email, campaign: campaign, day: 16, offer: .comeback)
    if draw < 0.16 && lapse.acceptsSMS {
      return [
        Step(channel: .sms, campaign: campaign, day: 0), second, last,
        Step(channel: .sms, campaign: campaign, day: 22, offer: .missYou),
      ]
    }
    if draw > 0.84 && !isValuable {
      return [Step(channel: .retargeting, campaign: .cups, day: 0), second, last]
    }
    if draw > 0.7 && isValuable {
      return [Step(channel: .directMail, campaign: .postcard, day: 0), second, last]
        + (lapse.segment == .vip ? [Step(channel: .call, campaign: .vipCall, day: 30)] : [])
    }
    var steps = [first, second, last]
    if lapse.acceptsSMS {
      steps.insert(Step(channel: .sms, campaign: campaign, day: 11), at: 2)
    }
    if chance.happens(0.25) {
      steps.insert(Step(channel: .retargeting, campaign: .cups, day: 3), at: 1)
    }
    if isValuable {
      steps.append(Step(channel: .directMail, campaign: .postcard, day: 24, offer: .comeback))
    }
    return steps
  }

  /// A shop's that tries out its channels: the first is drawn whoever it is for, so that those who
  /// were first written to by one differ from the others by nothing else.
  static func trial(
    _ lapse: Lapse, beginningWith channels: [(channel: Channel, weight: Double)],
    _ chance: inout RandomStream
  ) -> [Step] {
    let campaign = Campaign(segment: lapse.segment)
    let drawn = channels[chance.index(weights: channels.map(\.weight))].channel
    let channel = drawn == .sms && !lapse.acceptsSMS ? .email : drawn
    let first: Campaign =
      switch channel {
      case .retargeting: .cups
      case .directMail: .postcard
      default: campaign
      }
    let steps = [
      Step(channel: channel, campaign: first, day: 0, offer: .missYou),
      Step(channel: .email, campaign: campaign, day: 10, offer: .comeback, isTested: true),
    ]
    guard lapse.segment == .vip else { return steps }
    return steps + [Step(channel: .call, campaign: .vipCall, day: 24)]
  }

  /// A subscription business's: an answer to the reason, and a call where it is worth one.
  static func saas(_ lapse: Lapse, _ chance: inout RandomStream) -> [Step] {
    let campaign = Campaign(reason: lapse.reason ?? .blank)
    let wantsNoDiscount = lapse.reason == .productFit || lapse.reason == .supportFriction
    let isWorthACall = lapse.segment == .business || lapse.reason == .supportFriction
    let first: Step =
      switch chance.uniform() {
      case ..<0.18: Step(channel: .retargeting, campaign: .winAds, day: 0)
      case ..<0.34: Step(channel: .social, campaign: campaign, day: 0)
      case ..<0.55 where isWorthACall: Step(channel: .call, campaign: campaign, day: 0)
      default: Step(channel: .email, campaign: campaign, day: 0)
      }
    var steps = [
      first,
      Step(
        channel: .email, campaign: campaign, day: 7,
        offer: wantsNoDiscount ? .none : .upgrade,
        isTested: true),
      Step(
        channel: .email, campaign: campaign, day: 19,
        offer: lapse.reason == .productFit ? .none : .upgrade),
    ]
    if isWorthACall && first.channel != .call {
      steps.insert(Step(channel: .call, campaign: campaign, day: 11), at: 2)
    }
    return steps
  }
}
