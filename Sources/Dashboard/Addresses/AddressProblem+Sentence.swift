import Glyphs

extension AddressProblem {
  /// What is wrong, and what would do, in one sentence.
  package var sentence: String {
    switch self {
    case .unknownScreen(let name):
      let screens = ScreenName.allCases.map(\.rawValue).joined(separator: ", ")
      return
        "\"\(SafeText(name, limit: 40))\" is neither a command nor a screen: \(screens), review."
    case .unknownPart(let part):
      return
        "\"\(SafeText(part, limit: 60))\" opens nothing there: write segment:gold, month:2026-08, people, a "
        + "guardrail or a tactic."
    case .unknownSetting(let name):
      return
        "\"\(SafeText(name, limit: 40))\" is no setting: asof, period, window, by, value, credit, "
        + "compare, table, filter, sort."
    case .badValue(let setting, let value):
      return
        "\(setting) cannot be \"\(SafeText(value, limit: 40))\"\(Self.examples[setting] ?? "")."
    case .badEncoding(let text):
      return "\"\(SafeText(text, limit: 60))\" is not percent-encoded: a blank is %20, a slash %2F."
    case .nothingThere(let text):
      return "There is nothing at \(SafeText(text, limit: 120)) on that day."
    }
  }

  private static let examples = [
    "compare": ": two to four rows of channels, segments or cohorts in all",
    "asof": ": write a day such as 2026-10-31", "period": ": month, quarter or year",
    "window": ": 30, 60 or 90",
    "by": ": segment, frequency, recency, reason, first_channel, tenure or value",
    "value": ": rate, revenue or returns",
    "credit": ": last_touch, first_touch, linear or any_touch",
  ]
}
