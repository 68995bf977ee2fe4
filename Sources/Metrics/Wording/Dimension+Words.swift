extension Dimension {
  /// The breakdown over a column.
  package var title: String {
    switch self {
    case .segment: "segment"
    case .frequency: "orders before"
    case .recency: "last purchase"
    case .reason: "reason"
    case .firstChannel: "first channel"
    case .tenure: "first purchase"
    case .value: "value before"
    }
  }

  /// The breakdown in a sentence.
  package var words: String {
    switch self {
    case .segment: "segment"
    case .frequency: "orders before"
    case .recency: "days since the last purchase"
    case .reason: "reason"
    case .firstChannel: "first channel"
    case .tenure: "days since the first purchase"
    case .value: "value before"
    }
  }
}
