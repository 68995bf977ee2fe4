/// What can be done on Monday: a way to win people back, with who it is for.
package enum Tactic: String, CaseIterable, Hashable, Sendable {
  case personalOutreach = "personal-outreach"
  case retargeting
  case loyaltyRevival = "loyalty-revival"
  case pathByReason = "path-by-reason"
  case exitFeedback = "exit-feedback"
  case recommendations
  case productNews = "product-news"
  case smsAndSocial = "sms-and-social"
  case serviceRecovery = "service-recovery"
  case segmentedSequences = "segmented-sequences"
  case datedOffers = "dated-offers"
  case cartRecovery = "cart-recovery"
  case measureAndCut = "measure-and-cut"

  /// Guardrails that hold it back while they are tripped: doing more of it would do harm, or would not
  /// be seen to do good.
  package var blockers: [Guardrail] {
    switch self {
    case .personalOutreach, .exitFeedback, .serviceRecovery: []
    case .retargeting: [.capped, .wide]
    case .loyaltyRevival: [.deadCode, .afterReturn]
    case .pathByReason: [.noReason]
    case .recommendations: [.crowded, .afterReturn]
    case .productNews: [.crowded]
    case .smsAndSocial: [.unsubscribed, .crowded, .tooLong]
    // What does not stop when people come back is not to be sent to more of them.
    case .segmentedSequences: [.crowded, .tooLong, .afterReturn]
    case .datedOffers: [.extended, .deadCode, .habit]
    case .cartRecovery: [.cartLong]
    case .measureAndCut: [.noCost, .stale]
    }
  }

  /// The channels that it stands and falls with.
  var channels: [String] {
    switch self {
    case .retargeting: ["retargeting"]
    case .smsAndSocial: ["sms", "social"]
    case .personalOutreach, .serviceRecovery: ["call"]
    default: []
    }
  }

  /// Guardrails that it answers while they are tripped.
  package var remedies: [Guardrail] {
    switch self {
    case .personalOutreach: [.coverage]
    case .retargeting, .productNews, .smsAndSocial, .cartRecovery: []
    case .loyaltyRevival: [.habit]
    case .pathByReason: [.wrongPath]
    case .exitFeedback: [.noReason]
    case .recommendations: [.habit]
    case .serviceRecovery: [.wrongPath]
    case .segmentedSequences: [.blast, .oneAndDone, .staleSegment, .silentTrigger]
    case .datedOffers: [.discountFirst]
    case .measureAndCut: [.noHoldout]
    }
  }

  /// Whether it writes to people because they lapsed: then nobody is on its list whom a guardrail
  /// forbids to write to, for a last purchase over eighteen months ago or a cancellation of the last
  /// thirty days.
  var keepsToReactivable: Bool {
    switch self {
    case .exitFeedback, .serviceRecovery, .cartRecovery, .measureAndCut: false
    default: true
    }
  }

  /// Whether the files tell on whom it was tried; of the others the rate is that of people like those
  /// on its list, whatever they were sent.
  package var isTold: Bool {
    switch self {
    case .exitFeedback, .recommendations, .segmentedSequences: false
    default: true
    }
  }

  /// The most people on its list.
  var most: Int? {
    switch self {
    case .smsAndSocial: 50
    case .serviceRecovery: 20
    default: nil
    }
  }
}

/// A list of people for retargeting.
package enum RetargetingList: String, CaseIterable, Hashable, Sendable {
  /// Lapsed, with one purchase, at most 180 days ago.
  case oneTimeBuyer = "one-time-buyer-180d"
  /// Without a purchase, whose trial ended in the last 90 days.
  case trialCancelled = "trial-cancelled-90d"
  /// Without a purchase or a trial, and without a sign of them in the last 60 days.
  case freeInactive = "free-inactive-60d"
}

/// A list of people to do something about, by the name that it is asked for with.
package enum WorkList: Hashable, Sendable {
  case tactic(Tactic)
  case retargeting(RetargetingList)

  /// The list of a name; nil where there is none.
  package init?(_ name: String) {
    if let tactic = Tactic(rawValue: name), tactic != .measureAndCut {
      self = .tactic(tactic)
    } else if let list = RetargetingList(rawValue: name) {
      self = .retargeting(list)
    } else {
      return nil
    }
  }

  /// What it is asked for with.
  package var name: String {
    switch self {
    case .tactic(let tactic): tactic.rawValue
    case .retargeting(let list): list.rawValue
    }
  }

  /// All lists that there are.
  package static let all: [WorkList] =
    Tactic.allCases.filter { $0 != .measureAndCut }.map { .tactic($0) }
    + RetargetingList.allCases.map { .retargeting($0) }
}
