/// What many rows of the touches share: which message they are about, and what happened to it.
package struct TouchKind: Equatable, Sendable {
  /// A code of the cohort's `channels`.
  package var channel: Int32
  /// A code of the touches' `campaigns`.
  package var campaign: Int32
  /// The step of the sequence, or `absent`.
  package var step: Int32
  /// A code of the touches' `variants`.
  package var variant: Int32
  /// A code of the cohort's `segments`.
  package var segment: Int32
  /// What the row says happened.
  package var event: TouchEvent
}

/// The distinct kinds of touches, with a code for each.
///
/// Codes count up from 0 in the order of first occurrence. Millions of touches are of some hundred kinds:
/// one number a row stands for six, and what follows from a kind is worked out once.
struct TouchKinds: Sendable {
  /// By code.
  private(set) var kinds: [TouchKind] = []
  /// An open-addressing table of codes; -1 is free. Its size is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The code of a kind, a new one where it has not been seen.
  mutating func code(of kind: TouchKind) -> Int32 {
    if 2 * kinds.count >= slots.count { resize(2 * slots.count) }
    let slot = slot(of: kind)
    if slots[slot] < 0 {
      slots[slot] = Int32(kinds.count)
      kinds.append(kind)
    }
    return slots[slot]
  }

  /// The slot that holds the kind, or the free one where it belongs.
  private func slot(of kind: TouchKind) -> Int {
    let last = slots.count - 1
    var slot = Int(truncatingIfNeeded: kind.hash) & last
    while slots[slot] >= 0, kinds[Int(slots[slot])] != kind { slot = (slot + 1) & last }
    return slot
  }

  private mutating func resize(_ size: Int) {
    slots = [Int32](repeating: -1, count: size)
    for (code, kind) in kinds.enumerated() { slots[slot(of: kind)] = Int32(code) }
  }

  mutating func removeAll() { self = TouchKinds() }
}

extension TouchKind {
  fileprivate var hash: UInt64 {
    let message = TouchKind.pair(channel, campaign) ^ 0x9E37_79B9_7F4A_7C15
    let form = TouchKind.pair(step, variant) ^ 0xA076_1D64_78BD_642F
    let rest = TouchKind.pair(segment, event.number) ^ 0xE703_7ED1_A0B4_28DB
    return foldedProduct(foldedProduct(message, form), rest)
  }

  private static func pair(_ low: Int32, _ high: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: low)) | UInt64(UInt32(bitPattern: high)) &<< 32
  }
}

extension TouchEvent {
  /// Tells the events apart.
  fileprivate var number: Int32 {
    switch self {
    case .sent: 0
    case .delivered: 1
    case .opened: 2
    case .clicked: 3
    case .replied: 4
    case .bounced: 5
    case .failed: 6
    case .unsubscribed: 7
    case .complained: 8
    }
  }
}
