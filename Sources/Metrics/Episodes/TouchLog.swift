import Tables

/// Where the touches of each customer stand, with what depends on the earlier ones.
struct TouchLog: Sendable {
  private var byCustomer: CustomerRanges
  /// Whether the touch of a row answers a message that stands in the file by itself: it can earn
  /// credit, it never enrols.
  private(set) var isEcho: [Bool]

  init(_ touches: Touches, _ codes: TouchCodes, customers: Int) {
    byCustomer = CustomerRanges(touches.customer, customers: customers)
    isEcho = [Bool](repeating: false, count: touches.count)
    // The latest customer whom each message was sent to.
    var sentTo = [Int32](repeating: -1, count: codes.messages.count)
    for customer in 0..<customers { markEchoes(of: customer, touches, codes, &sentTo) }
  }

  var count: Int { byCustomer.count }

  /// The rows of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { byCustomer.range(customer) }

  /// The rows of a customer up to a day.
  @inline(__always)
  func range(_ customer: Int, through day: Day, _ touches: Touches) -> Range<Int> {
    byCustomer.range(customer, through: day.end, touches.moment)
  }

  /// The log up to a day.
  func through(_ day: Day, _ touches: Touches) -> TouchLog {
    var clipped = self
    clipped.byCustomer = byCustomer.through(day.end, touches.moment)
    return clipped
  }

  private mutating func markEchoes(
    of customer: Int, _ touches: Touches, _ codes: TouchCodes, _ sentTo: inout [Int32]
  ) {
    for row in byCustomer.range(customer) {
      let message = Int(codes.message[row])
      if touches.event[row].isMessage { sentTo[message] = Int32(customer) }
      if touches.event[row].isAnswer { isEcho[row] = sentTo[message] == customer }
    }
  }
}

/// What a touch and its echoes share.
struct Message: Hashable {
  var channel: Int32
  var campaign: Int32
  var step: Int32

  init(_ touches: Touches, _ row: Int) {
    channel = touches.channel[row]
    campaign = touches.campaign[row]
    step = touches.step[row]
  }
}

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
