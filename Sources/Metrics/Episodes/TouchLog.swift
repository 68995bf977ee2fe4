import Tables

/// The touches, customer by customer, with what depends on a customer's earlier touches.
struct TouchLog: Sendable {
  private var byCustomer: CustomerRows
  /// Whether the touch in a place answers a message that stands in the file by itself: it can earn
  /// credit, it never enrols.
  private(set) var isEcho: [Bool]

  init(_ touches: Touches, _ codes: TouchCodes, customers: Int) {
    byCustomer = CustomerRows(
      customer: touches.customer, moment: touches.moment, customers: customers)
    isEcho = [Bool](repeating: false, count: byCustomer.rows.count)
    // The latest customer whom each message was sent to.
    var sentTo = [Int32](repeating: -1, count: codes.messages.count)
    for customer in 0..<customers { markEchoes(of: customer, touches, codes, &sentTo) }
  }

  /// Row numbers of the touches, by place.
  var rows: [Int32] { byCustomer.rows }

  var count: Int { byCustomer.count }

  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { byCustomer.range(customer) }

  /// The log up to a day.
  func through(_ day: Day, _ touches: Touches) -> TouchLog {
    var clipped = self
    clipped.byCustomer = byCustomer.through(day.end, touches.moment)
    return clipped
  }

  private mutating func markEchoes(
    of customer: Int, _ touches: Touches, _ codes: TouchCodes, _ sentTo: inout [Int32]
  ) {
    for place in byCustomer.range(customer) {
      let row = Int(byCustomer.rows[place])
      let message = Int(codes.message[row])
      if touches.event[row].isMessage { sentTo[message] = Int32(customer) }
      if touches.event[row].isAnswer { isEcho[place] = sentTo[message] == customer }
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

extension TouchEvent {
  /// A message that went out.
  var isMessage: Bool { self == .sent || self == .delivered }

  /// What a person does with a message.
  var isAnswer: Bool { self == .opened || self == .clicked || self == .replied }

  /// Whether the person was reached: what makes a row a touch.
  var isTouch: Bool { isMessage || isAnswer }

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
