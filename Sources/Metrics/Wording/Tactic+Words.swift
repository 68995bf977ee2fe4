extension Tactic {
  /// What it is called.
  package var title: String {
    switch self {
    case .personalOutreach: "Personal outreach"
    case .retargeting: "Retargeting"
    case .loyaltyRevival: "Loyalty revival"
    case .pathByReason: "Path by reason"
    case .exitFeedback: "Exit feedback"
    case .recommendations: "Recommendations"
    case .productNews: "Product news"
    case .smsAndSocial: "SMS and social"
    case .serviceRecovery: "Service recovery"
    case .segmentedSequences: "Segmented sequences"
    case .datedOffers: "Dated offers"
    case .cartRecovery: "Cart recovery"
    case .measureAndCut: "Measure and cut"
    }
  }

  /// What to do, in one sentence.
  package var advice: String {
    switch self {
    case .personalOutreach:
      "Call or write by hand to regulars who left and whom nobody has written to."
    case .retargeting: "Show advertisements to three short lists, and to nobody else."
    case .loyaltyRevival:
      "Remind people of the points that they still have, the first to expire first."
    case .pathByReason:
      "Answer the reason: price with a kept price or a smaller plan, neglect with a fresh start, "
        + "product fit with news once it is there, support with a call, switching with a comparison."
    case .exitFeedback: "Ask those who gave no reason why they left, in one question."
    case .recommendations:
      "Send what goes with the last order; after one order, the way to the second."
    case .productNews: "Tell those who missed something when it is there."
    case .smsAndSocial:
      "Reach by SMS or a social network the most valuable whom e-mail alone did not."
    case .serviceRecovery: "Call those whom support let down: apologise first, offer second."
    case .segmentedSequences: "Write a sequence for each segment instead of one for all."
    case .datedOffers: "Make an offer with a real last day to those whom two messages did not move."
    case .cartRecovery: "Write an hour, a day and three days after a cart was left, then stop."
    case .measureAndCut: "Drop the channel that surely loses, double the one that surely earns."
    }
  }

  /// The keys of winback.toml that say which messages and codes belong to it; nil where none do.
  package var setting: String? {
    switch self {
    case .loyaltyRevival: "[offers] loyalty_codes and [campaigns] loyalty"
    case .productNews: "[campaigns] product_news"
    case .datedOffers: "[offers.expires]"
    case .cartRecovery: "[campaigns] cart"
    default: nil
    }
  }

  /// Who its list holds.
  package var audienceWords: String {
    switch self {
    case .personalOutreach: "lapsed, two or more orders, never touched in this lapse"
    case .retargeting: "one order and lapsed, trial just over, or signed up and silent"
    case .loyaltyRevival: "lapsed, with points"
    case .pathByReason: "lapsed, with a known reason"
    case .exitFeedback: "cancelled in the last 90 days without a reason"
    case .recommendations: "lapsed"
    case .productNews: "cancelled for product fit within 18 months"
    case .smsAndSocial: "lapsed, reached by e-mail only; the 50 worth most"
    case .serviceRecovery:
      "cancelled in the last 90 days over support or after a ticket; the 20 worth most"
    case .segmentedSequences: "lapsed, in a named segment"
    case .datedOffers: "enrolled, still lapsed, two messages without an offer"
    case .cartRecovery: "left a cart over an hour and under 72 hours ago"
    case .measureAndCut: "channels of the last twelve mature months"
    }
  }
}

extension Play {
  /// What these files say of it: `12.3 % (8.1 to 18.2) of 162`, or that it was never tried.
  package var rateWords: String {
    guard let rate, let value = rate.value, let interval = rate.interval else {
      return tactic == .measureAndCut ? "" : "never tried"
    }
    return "\(Wording.percent(value)) (\(Wording.percents(interval, of: value))) of "
      + "\(Wording.count(rate.n))"
  }
}

extension NeverPaidRow.Group {
  /// The row in words.
  package var title: String {
    switch self {
    case .trial: "trial over, never paid"
    case .free: "signed up, never paid"
    }
  }
}

extension RetargetingList {
  /// Who is on it.
  package var words: String {
    switch self {
    case .oneTimeBuyer: "lapsed, with one order, at most 180 days ago"
    case .trialCancelled: "trial over in the last 90 days, never bought"
    case .freeInactive: "never bought, no trial known, nothing heard for 60 days"
    }
  }
}

extension Roster {
  /// Who would be on it and must not be written to; nil where there is nobody.
  package var leftOutSentence: String? { Wording.leftOut(leftOutParts) }
}

extension Wording {
  /// Who is left out of a list: `Left out: 12 unsubscribed and 3 held out.`; nil where there is nobody.
  package static func leftOut(_ parts: [Population.Part]) -> String? {
    if parts.isEmpty { return nil }
    return "Left out: "
      + list(parts.map { "\(count($0.count)) \($0.cause.listWords)" }) + "."
  }
}

extension Exclusion {
  /// The cause, of people.
  fileprivate var listWords: String {
    self == .agedOut ? "with the last order over 18 months ago" : words
  }
}
