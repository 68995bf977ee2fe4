/// What a field of the cohort files may look like: a plain reading of their description.
enum Shape: Sendable {
  case filled, anything, moment, day, dayOrMonth, amount, whole
  case oneOf(Set<String>)
  indirect case optional(Shape)

  func allows(_ text: String) -> Bool {
    switch self {
    case .filled: !text.isEmpty
    case .anything: true
    case .moment: Self.isMoment(text)
    case .day: Self.matches(text, "dddd-dd-dd")
    case .dayOrMonth: Self.matches(text, "dddd-dd-dd") || Self.matches(text, "dddd-dd")
    case .amount: Self.isAmount(text)
    case .whole: !text.isEmpty && text.allSatisfy { "0"..."9" ~= $0 }
    case .oneOf(let words): words.contains(text)
    case .optional(let shape): text.isEmpty || shape.allows(text)
    }
  }

  private static func isMoment(_ text: String) -> Bool {
    guard matches(String(text.prefix(19)), "dddd-dd-ddTdd:dd:dd") else { return false }
    return ["Z", "+01:00", "+02:00"].contains(text.dropFirst(19))
  }

  private static func isAmount(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[1].count == 2
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { "0"..."9" ~= $0 } }
  }

  /// A `d` of the pattern is a digit; everything else is itself.
  private static func matches(_ text: String, _ pattern: String) -> Bool {
    text.count == pattern.count
      && zip(text, pattern).allSatisfy { $1 == "d" ? "0"..."9" ~= $0 : $0 == $1 }
  }
}
