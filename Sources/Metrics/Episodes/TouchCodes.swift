import Tables

/// The campaigns of each channel and their messages, with a code each: every report asks of every touch many
/// times which it belongs to.
struct TouchCodes: Sendable {
  /// By code.
  private(set) var senders: [Sender] = []
  /// By code.
  private(set) var messages: [Message] = []
  /// By code.
  private(set) var forms: [Form] = []
  /// The codes by kind of touch.
  private(set) var senderOfKind: [Int32] = []
  private(set) var messageOfKind: [Int32] = []
  private(set) var formOfKind: [Int32] = []
  /// The kind by row of the touches.
  private let kind: [Int32]

  /// A message as one variant puts it.
  struct Form: Hashable, Sendable {
    /// A code of the messages.
    var message: Int32
    /// A code of the touches' variants.
    var variant: Int32
  }

  init(_ touches: Touches) {
    kind = touches.kind
    var codeOfSender: [Sender: Int32] = [:]
    var codeOfMessage: [Message: Int32] = [:]
    var codeOfForm: [Form: Int32] = [:]
    for kind in touches.kinds {
      let message = codeOfMessage.code(of: Message(kind), &messages)
      let form = Form(message: message, variant: kind.variant)
      senderOfKind.append(codeOfSender.code(of: Sender(kind), &senders))
      messageOfKind.append(message)
      formOfKind.append(codeOfForm.code(of: form, &forms))
    }
  }

  /// The sender's code of a row of the touches.
  @inline(__always)
  func sender(_ row: Int) -> Int32 { senderOfKind[Int(kind[row])] }

  /// The message's code of a row of the touches.
  @inline(__always)
  func message(_ row: Int) -> Int32 { messageOfKind[Int(kind[row])] }
}

extension Dictionary where Value == Int32 {
  /// The code of a key, the next one where it is new.
  fileprivate mutating func code(of key: Key, _ keys: inout [Key]) -> Int32 {
    if let known = self[key] { return known }
    self[key] = Int32(keys.count)
    keys.append(key)
    return Int32(keys.count - 1)
  }
}
