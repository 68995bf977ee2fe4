/// A way to reach somebody.
package enum Channel: UInt8, CaseIterable, Sendable {
  case email, sms, retargeting, directMail, call, social

  /// The word in the files.
  package var label: StaticString {
    switch self {
    case .email: "email"
    case .sms: "sms"
    case .retargeting: "retargeting"
    case .directMail: "direct_mail"
    case .call: "call"
    case .social: "social"
    }
  }
}
