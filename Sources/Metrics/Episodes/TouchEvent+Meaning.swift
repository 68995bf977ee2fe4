import Tables

// Cases are matched: `==` of another module's type is a call, which loops over millions of touches feel.
extension TouchEvent {
  /// Whether the sender's log has it.
  var isSent: Bool { if case .sent = self { true } else { false } }

  var isUnsubscribe: Bool { if case .unsubscribed = self { true } else { false } }

  var isComplaint: Bool { if case .complained = self { true } else { false } }

  /// A message that went out.
  var isMessage: Bool {
    switch self {
    case .sent, .delivered: true
    default: false
    }
  }

  /// What a person does with a message.
  var isAnswer: Bool {
    switch self {
    case .opened, .clicked, .replied: true
    default: false
    }
  }

  /// Whether the person was reached: what makes a row a touch.
  @inline(__always)
  var isTouch: Bool {
    switch self {
    case .sent, .delivered, .opened, .clicked, .replied: true
    case .bounced, .failed, .unsubscribed, .complained: false
    }
  }

  /// Which of two events of one moment earns the credit: the higher.
  var creditRank: Int {
    switch self {
    case .clicked, .replied: 3
    case .opened: 2
    case .delivered: 1
    default: 0
    }
  }
}
