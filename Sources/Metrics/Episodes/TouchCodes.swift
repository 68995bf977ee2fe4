import Tables

/// The campaigns of each channel and their messages, with a code each: every report asks of every touch many
/// times which it belongs to.
struct TouchCodes: Sendable {
  /// By code.
  private(set) var senders: [Sender] = []
  /// By code.
  private(set) var messages: [Message] = []
  /// The sender's code by code of the message.
  private var senderOfMessage: [Int32] = []
  /// The message's code by row of the touches.
  private(set) var message: [Int32] = []

  init(_ touches: Touches) {
    var builder = Builder(campaigns: touches.campaigns.words.count)
    message.reserveCapacity(touches.count)
    for row in 0..<touches.count {
      let sender = builder.code(of: Sender(touches, row))
      let message = builder.code(of: Message(touches, row), from: sender)
      if Int(message) == senderOfMessage.count { senderOfMessage.append(sender) }
      self.message.append(message)
    }
    (senders, messages) = (builder.senders, builder.messages)
  }

  /// The sender's code of a row of the touches.
  @inline(__always)
  func sender(_ row: Int) -> Int32 { senderOfMessage[Int(message[row])] }

  private struct Builder {
    private(set) var senders: [Sender] = []
    private(set) var messages: [Message] = []
    private var codeOfSender: [Sender: Int32] = [:]
    private var codeOfMessage: [Message: Int32] = [:]
    /// The latest sender by campaign: most are sent in one channel.
    private var latest: [Int32]
    /// The messages of a sender without a step and with the first steps, `steps` a sender.
    private var first: [Int32] = []
    private static let steps = 16

    init(campaigns: Int) { latest = [Int32](repeating: -1, count: campaigns) }

    mutating func code(of sender: Sender) -> Int32 {
      let known = latest[Int(sender.campaign)]
      if known >= 0, senders[Int(known)].channel == sender.channel { return known }
      let code = codeOfSender[sender] ?? Int32(senders.count)
      if Int(code) == senders.count {
        senders.append(sender)
        codeOfSender[sender] = code
        first += [Int32](repeating: -1, count: Builder.steps)
      }
      latest[Int(sender.campaign)] = code
      return code
    }

    mutating func code(of message: Message, from sender: Int32) -> Int32 {
      let step = message.step == absent ? 0 : Int(message.step) + 1
      let isFirst = (0..<Builder.steps).contains(step)
      let place = Int(sender) * Builder.steps + step
      let known = isFirst ? first[place] : codeOfMessage[message] ?? -1
      if known >= 0 { return known }
      let code = Int32(messages.count)
      messages.append(message)
      if isFirst { first[place] = code } else { codeOfMessage[message] = code }
      return code
    }
  }
}
