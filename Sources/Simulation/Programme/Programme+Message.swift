extension Programme {
  /// Sends one message: its rows, and the moment of the return that it brings about, if any.
  mutating func send(
    _ step: Step, number: Int, on day: Int, to lapse: Lapse, _ life: inout Life
  ) -> Moment? {
    let sent = Moment(day: day, second: second(of: step.channel))
    var step = step
    step.campaign = effects.running(step.campaign, on: day)
    var row = TouchRow(
      customer: Int32(lapse.customer), moment: sent, channel: step.channel,
      campaign: step.campaign, step: UInt8(number), offer: step.offer,
      // The advertising account doesn't know segments.
      segment: step.channel == .retargeting ? nil : lapse.segment,
      cost: effects.messageCost[step.channel, default: 0])
    if step.isTested { row.variant = messages.happens(0.5) ? .a : .b }
    life.touches.append(row)
    row.cost = 0
    let chance = effects.chance(
      step, number: number, segment: lapse.segment, reason: lapse.reason)
    let comes = messages.happens(row.variant == .b ? chance * effects.versionFactor : chance)
    guard answers(to: row, comes: comes, into: &life), comes else { return nil }
    return arrival(after: sent, by: step.channel)
  }

  /// Writes what came of a message; false if it never arrived.
  private mutating func answers(to row: TouchRow, comes: Bool, into life: inout Life) -> Bool {
    // Who orders because of a message has seen it within ten minutes.
    let soon = messages.whole(60...560)
    switch row.channel {
    case .email: return mailAnswers(to: row, comes: comes, soon: soon, into: &life)
    case .sms:
      if messages.happens(Share.failed) {
        life.add(.failed, to: row, after: 8)
        return false
      }
      life.add(.delivered, to: row, after: 8)
      let clicks = messages.happens(comes ? Share.clickedAndCame : Share.clickedText)
      if clicks { life.add(.clicked, to: row, after: soon) }
    case .retargeting, .social:
      let clicks = messages.happens(comes ? Share.clickedAndCame : Share.clickedAdvertisement)
      if clicks { life.add(.clicked, to: row, after: soon) }
    case .directMail: life.add(.delivered, to: row, after: messages.whole(2...4) * 86_400)
    case .call:
      let isReached = messages.happens(comes ? 1 : Share.pickedUp)
      if isReached { life.add(.replied, to: row, after: 30) }
    }
    return true
  }

  private mutating func mailAnswers(
    to row: TouchRow, comes: Bool, soon: Int, into life: inout Life
  ) -> Bool {
    if messages.happens(Share.bounced) {
      life.add(.bounced, to: row, after: 5)
      return false
    }
    let later = soon + (comes ? 0 : Int(messages.exponential(mean: 20_000)))
    if messages.happens(comes ? Share.openedAndCame : Share.opened) {
      life.add(.opened, to: row, after: later)
      let clicks = messages.happens(comes ? Share.clickedAndCame : Share.clicked)
      if clicks { life.add(.clicked, to: row, after: later + 20) }
    }
    if messages.happens(Share.replied) { life.add(.replied, to: row, after: later + 300) }
    if messages.happens(Share.unsubscribed) {
      let moment = row.moment.adding(seconds: later + 40)
      life.add(.unsubscribed, to: row, after: later + 40)
      if moment.day <= History.lastDay {
        life.unsubscribed = min(moment, life.unsubscribed ?? .end)
      }
    } else if messages.happens(Share.complained) {
      life.add(.complained, to: row, after: later + 50)
    }
    return true
  }

  /// How often a message is answered, apart from orders; a click is a share of the opened ones.
  private enum Share {
    static let bounced = 0.018
    static let failed = 0.025
    static let opened = 0.24
    static let openedAndCame = 0.85
    static let clicked = 0.06
    static let clickedText = 0.03
    static let clickedAdvertisement = 0.02
    static let clickedAndCame = 0.8
    static let replied = 0.003
    static let pickedUp = 0.35
    static let unsubscribed = 0.006
    static let complained = 0.0006
  }

  /// A second of the day that suits the channel.
  private mutating func second(of channel: Channel) -> Int {
    switch channel {
    case .email: 9 * 3_600 + messages.whole(0...5_400)
    case .sms: 17 * 3_600 + messages.whole(0...5_400)
    case .retargeting, .social: 8 * 3_600 + messages.whole(0...43_200)
    case .directMail: 10 * 3_600
    case .call: 10 * 3_600 + messages.whole(0...21_600)
    }
  }

  /// When somebody whom a message brings back orders: within hours, or days later.
  private mutating func arrival(after sent: Moment, by channel: Channel) -> Moment {
    let days: Double =
      switch channel {
      case .email: messages.exponential(mean: 1.6)
      case .sms: messages.exponential(mean: 0.7)
      case .retargeting, .social: messages.exponential(mean: 2.5)
      case .directMail: 3 + messages.exponential(mean: 6)
      case .call: messages.exponential(mean: 2)
      }
    let wholeDays = Int(days)
    if wholeDays == 0 { return sent.adding(seconds: messages.whole(700...12_000)) }
    return Moment(day: sent.day + wholeDays, second: seasons.second(&messages))
  }
}
