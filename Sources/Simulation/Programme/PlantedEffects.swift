/// What win-back does in a simulated business: the truth that a report should find again.
package struct PlantedEffects: Sendable {
  /// Share of those who lapse that is held out.
  package var holdoutShare = 0.1
  /// Share of those who lapse that the programme finds at all.
  package var reach = 0.94
  /// Days after the last purchase (a subscription: after its end) at which it begins.
  package var waitDays: Int
  /// Chance that one message brings back a customer of factor 1, by channel.
  package var response: [Channel: Double]
  /// What the chance is multiplied by: first, second, third and later messages.
  package var stepFactors = [1.0, 0.8, 0.95, 0.7]
  /// What the chance is multiplied by when the message carries an offer.
  package var offerFactor = 1.4
  /// What the chance is multiplied by in version B of a message that has two.
  package var versionFactor = 1.25
  /// What the chance is multiplied by, by segment.
  package var segmentFactors: [Segment: Double]
  /// What the chance is multiplied by, by reason of leaving; silence has 1.
  package var reasonFactors: [Reason: Double]
  /// Share of returns with an offer in hand that use it, by segment.
  package var codeUse: [Segment: Double]
  /// Cents that one message costs, by channel; what costs nothing by the piece is in spend.csv.
  package var messageCost: [Channel: Int32]
  /// Share of those held out who get the first message all the same.
  package var contamination = 0.002
  /// Share of returns after which the next message goes out all the same.
  package var leak = 0.12
  /// Share of the never-bought and of the not yet lapsed who get a message by mistake.
  package var mistake = 0.03
  /// Share of the trials who were written to that begin to pay.
  package var conversion = 0.04

  /// How often a sequence begins with each channel; empty leaves that to the segments.
  var firstChannels: [(channel: Channel, weight: Double)] = []
  /// What the chance is multiplied by, by campaign; most have 1.
  var campaignFactors: [Campaign: Double] = [:]
  /// The last day on which a campaign is sent, for those that end before the history does.
  var lastDays: [Campaign: Int] = [:]

  /// A shop: e-mail earns the most, retargeting loses money, SMS and direct mail are close.
  package static let shop = PlantedEffects(
    waitDays: 76,
    response: [
      .email: 0.011, .sms: 0.012, .retargeting: 0.002, .directMail: 0.028, .call: 0.06,
      .social: 0,
    ],
    segmentFactors: [
      .oneTime: 0.6, .occasional: 1.1, .loyal: 1.5, .vip: 1.7, .giftBuyer: 0.5,
      .bargainHunter: 1.3,
    ],
    reasonFactors: [.price: 1.1, .supportFriction: 0.7, .switching: 0.5],
    codeUse: [
      .oneTime: 0.55, .occasional: 0.5, .loyal: 0.4, .vip: 0.25, .giftBuyer: 0.5,
      .bargainHunter: 0.95,
    ],
    messageCost: [.sms: 7, .directMail: 85, .call: 350])

  /// A subscription business: a call earns the most, and the reason decides.
  package static let saas = PlantedEffects(
    waitDays: 32,
    response: [
      .email: 0.019, .sms: 0, .retargeting: 0.003, .directMail: 0, .call: 0.06, .social: 0.012,
    ],
    segmentFactors: [.starter: 0.65, .team: 1.2, .business: 1.6],
    reasonFactors: [
      .price: 1.4, .neglect: 1.2, .productFit: 0.5, .supportFriction: 1.0, .switching: 0.35,
      .other: 0.7, .blank: 0.9,
    ],
    codeUse: [.starter: 0.75, .team: 0.6, .business: 0.4],
    messageCost: [.call: 420], mistake: 0.08)

  /// Chance that this message brings this customer back.
  func chance(_ step: Step, number: Int, segment: Segment, reason: Reason?) -> Double {
    response[step.channel, default: 0] * stepFactors[min(number, stepFactors.count) - 1]
      * (step.offer == .none ? 1 : offerFactor) * segmentFactors[segment, default: 1]
      * (reason.map { reasonFactors[$0, default: 1] } ?? 1)
      * campaignFactors[step.campaign, default: 1]
  }

  /// The campaign that its people get on a day: itself, or what is left when it has ended.
  func running(_ campaign: Campaign, on day: Int) -> Campaign {
    day > lastDays[campaign, default: .max] ? .weMissYou : campaign
  }
}
