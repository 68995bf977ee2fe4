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

extension TouchKind: RowKind {
  var hash: UInt64 {
    let message = pair(channel, campaign) ^ 0x9E37_79B9_7F4A_7C15
    let form = pair(step, variant) ^ 0xA076_1D64_78BD_642F
    let rest = pair(segment, event.number) ^ 0xE703_7ED1_A0B4_28DB
    return foldedProduct(foldedProduct(message, form), rest)
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
