extension SimulationPlan {
  /// The shop of the repository's sample-data: small enough to be carried along, large enough for
  /// every finding that it is there to show.
  package static let sample = SimulationPlan(
    customers: 8_300, seed: 116, model: .shop, without: [], times: .bare, effects: .sample,
    opening: History.programmeStart, export: .sample)
}

extension PlantedEffects {
  /// SMS earns the most, retargeting loses money, direct mail is close; codes go out at once and most
  /// returns use them, and the best campaign ends with June.
  package static let sample = PlantedEffects(
    reach: 0.96, waitDays: 74,
    response: [
      .email: 0.014, .sms: 0.1, .retargeting: 0.001, .directMail: 0.035, .call: 0.06, .social: 0,
    ],
    stepFactors: [1, 0.8], offerFactor: 1,
    segmentFactors: [
      .oneTime: 0.9, .occasional: 1.0, .loyal: 1.0, .vip: 1.1, .giftBuyer: 0.7, .bargainHunter: 1.5,
    ],
    reasonFactors: [.price: 1.1, .supportFriction: 0.7, .switching: 0.5],
    codeUse: [
      .oneTime: 0.8, .occasional: 0.75, .loyal: 0.5, .vip: 0.35, .giftBuyer: 0.7,
      .bargainHunter: 0.98,
    ],
    messageCost: [.sms: 6, .directMail: 92, .call: 350], leak: 0.01, mistake: 0.01,
    firstChannels: [(.email, 0.16), (.sms, 0.56), (.directMail, 0.14), (.retargeting, 0.14)],
    campaignFactors: [.yourUsual: 2.2],
    lastDays: [.yourUsual: CivilDate(year: 2026, month: 6, day: 30).daysSince1970])
}

extension Export {
  /// Dates without times, one column too many, and a handful of slips in tables of thousands.
  static let sample: Export = {
    var export = Export(.shop)
    export.currency = "USD"
    export.configuration = Configuration.sample
    export.unlogged = [.delivered, .opened]
    export.cartDays = 90
    export.extraColumns = [.orders: ExtraColumn(name: "store", words: ["web", "dock", "mill"])]
    export.slips = [
      .orders: [
        Slip(column: "ordered_at", kind: .slashes), Slip(column: "revenue", kind: .comma),
        Slip(column: "customer_id", kind: .emptied),
        Slip(column: "refunded", kind: .mistyped("full")),
      ],
      .touches: [
        Slip(column: "channel", kind: .emptied),
        Slip(column: "touched_at", kind: .mistyped("2026-02-30")),
      ],
      .customers: [Slip(column: "name", kind: .unquoted)],
    ]
    return export
  }()
}
