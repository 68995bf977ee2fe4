import Metrics

extension Configuration {
  /// Limits of guardrails, by their ids.
  mutating func readGuardrails(_ limits: ConfigurationSection) throws(ConfigurationProblem) {
    try limits.allow(Guardrail.allCases.map(\.rawValue))
    for guardrail in Guardrail.allCases {
      definitions.guardrailLimits[guardrail] = try limits.number(
        guardrail.rawValue, guardrail.bound.words, guardrail.bound.allows)
    }
  }

  /// Segments that make up the lists of retargeting.
  mutating func readPlaybook(_ lists: ConfigurationSection) throws(ConfigurationProblem) {
    try lists.allow(RetargetingList.allCases.map(\.rawValue))
    for list in RetargetingList.allCases {
      definitions.retargetingSegments[list] = try lists.names(list.rawValue)
    }
  }
}

extension Guardrail.Bound {
  /// What a limit must be.
  fileprivate var words: String {
    switch self {
    case .shareOver, .shareUnder: "a number from 0 to 1"
    case .countOver, .countUnder: "a whole number from 0 on"
    case .daysOver: "a number of days from 0 to 10000"
    case .gapsOver: "a number over 0 and up to 1000"
    }
  }

  fileprivate func allows(_ limit: Double) -> Bool {
    switch self {
    case .shareOver, .shareUnder: (0...1).contains(limit)
    case .countOver, .countUnder: limit >= 0 && limit == limit.rounded() && limit <= 1e9
    case .daysOver: (0...10_000).contains(limit)
    case .gapsOver: limit > 0 && limit <= 1000
    }
  }
}
