/// A mistake that kills win-back programmes, looked for in the files.
///
/// Process faults look at the last ninety days to the day of the report; outcomes at the quarter.
package enum Guardrail: String, CaseIterable, Sendable {
  case blast
  case discountFirst = "discount-first"
  case wrongPath = "wrong-path"
  case active
  case tooSoon = "too-soon"
  case wide
  case staleSegment = "stale-segment"
  case cartLong = "cart-long"
  case tooLong = "too-long"
  case oneAndDone = "one-and-done"
  case afterReturn = "after-return"
  case unsubscribed
  case neverBought = "never-bought"
  case cold
  case tooLate = "too-late"
  case crowded
  case capped
  case silentTrigger = "silent-trigger"
  case deadCode = "dead-code"
  case extended
  case coverage
  case gapMonth = "gap-month"
  case noReason = "no-reason"
  case noHoldout = "no-holdout"
  case noCost = "no-cost"
  case stale
  case habit

  /// What a measure is held against; the number itself is configuration.
  package enum Bound: Sendable {
    /// A share of one that may not be exceeded.
    case shareOver
    /// A share of one that may not be fallen short of.
    case shareUnder
    /// How many are still no fault.
    case countOver
    /// The fewest that will do.
    case countUnder
    /// Days that may not be exceeded.
    case daysOver
    /// Usual gaps that may not be exceeded.
    case gapsOver
  }

  /// What its measure is held against.
  package var bound: Bound {
    switch self {
    case .coverage, .noReason: .shareUnder
    case .staleSegment, .unsubscribed, .silentTrigger, .deadCode, .extended, .gapMonth, .noCost:
      .countOver
    case .noHoldout: .countUnder
    case .tooLate: .daysOver
    case .stale: .gapsOver
    default: .shareOver
    }
  }

  /// The limit unless the configuration has another.
  package var defaultLimit: Double {
    switch self {
    case .blast: 0.8
    case .discountFirst: 0.1
    case .wrongPath, .oneAndDone, .coverage: 0.5
    case .wide: 0.2
    case .active, .tooSoon, .tooLong, .crowded, .capped: 0.05
    case .cartLong, .afterReturn, .neverBought, .cold: 0.01
    case .habit: 0.6
    case .noReason: 0.3
    case .tooLate: 30
    case .stale: 3
    case .noHoldout: 1
    case .staleSegment, .unsubscribed, .silentTrigger, .deadCode, .extended, .gapMonth, .noCost: 0
    }
  }

  /// The days to the day of the report that process faults look at, that day included.
  static let processDays = 90

  /// Whether it looks at the period that is shown; all others look at the same days whatever it is, and what
  /// they found is kept when it changes. A law compares that with what is found anew.
  var looksAtPeriod: Bool {
    switch self {
    case .oneAndDone, .noCost, .habit: true
    default: false
    }
  }
}

extension Definitions {
  /// The limit of a guardrail: the configured one, else its default.
  package func limit(_ guardrail: Guardrail) -> Double {
    guardrailLimits[guardrail] ?? guardrail.defaultLimit
  }
}
