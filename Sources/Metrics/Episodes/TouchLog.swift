import Tables

/// Where the touches of each customer stand, with what depends on the earlier ones.
struct TouchLog: Sendable {
  private var byCustomer: CustomerRanges
  /// Whether the touch of a row answers a message that stands in the file by itself: it can earn
  /// credit, it never enrols.
  private(set) var isEcho: [Bool]

  init(_ touches: Touches, _ codes: TouchCodes, customers: Int) {
    byCustomer = CustomerRanges(starts: touches.starts)
    isEcho = [Bool](repeating: false, count: touches.count)
    // The latest customer whom each message was sent to.
    var sentTo = [Int32](repeating: -1, count: codes.messages.count)
    for customer in 0..<customers { markEchoes(of: customer, touches, codes, &sentTo) }
  }

  var count: Int { byCustomer.count }

  /// Whose row it is, in some twenty steps.
  func customer(of row: Int) -> Int { byCustomer.customer(of: row) }

  /// The rows of a customer.
  @inline(__always)
  func range(_ customer: Int) -> Range<Int> { byCustomer.range(customer) }

  /// The rows of a customer up to a day.
  @inline(__always)
  func range(_ customer: Int, through day: Day, _ touches: Touches) -> Range<Int> {
    byCustomer.range(customer, through: day.end, touches.moment)
  }

  /// The rows of a customer from one moment to another.
  @inline(__always)
  func range(
    _ customer: Int, from first: Int64, through last: Int64, _ touches: Touches
  ) -> Range<Int> {
    byCustomer.range(customer, from: first, through: last, touches.moment)
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
      let message = Int(codes.message(row))
      if touches.event(row).isMessage { sentTo[message] = Int32(customer) }
      if touches.event(row).isAnswer { isEcho[row] = sentTo[message] == customer }
    }
  }
}

/// What a touch and its echoes share.
struct Message: Hashable {
  var channel: Int32
  var campaign: Int32
  var step: Int32

  init(_ kind: TouchKind) {
    channel = kind.channel
    campaign = kind.campaign
    step = kind.step
  }
}
