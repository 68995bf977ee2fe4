import Metrics
import Tables

extension Address {
  /// The address as it is written.
  package var text: String {
    let query = settings.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    return path.joined(separator: "/") + (query.isEmpty ? "" : "?" + query)
  }

  private var path: [String] {
    if isReview { return ["review"] }
    var path = [screen.rawValue]
    if let channel { path.append(Address.piece(ofName: channel)) }
    // A channel's pane and the people whom it wrote to first are one drill.
    path += conditions.dropFirst(channel == nil ? 0 : 1).map(\.text)
    if let pieces = rosterPath { return path + pieces }
    if isPeople, screen != .people { path.append("people") }
    if let person {
      if !isPeople, screen != .people { path.append("people") }
      path.append(PercentEncoding.encoded(person))
    }
    return path
  }

  /// What was opened on Guardrails or Playbook; nil on other screens.
  private var rosterPath: [String]? {
    guard screen == .guardrails || screen == .playbook else { return nil }
    var path = tactic.map { [$0.rawValue] } ?? []
    switch roster {
    case .behind(let guardrail): path.append(guardrail.rawValue)
    case .list(.tactic): path.append("people")
    case .list(.retargeting(let list)): path.append(list.rawValue)
    case nil: break
    }
    return path + (person.map { [Address.piece(ofName: $0)] } ?? [])
  }

  /// A channel or a person as a piece of a path: one that is called so is not to be taken for the list of
  /// people.
  private static func piece(ofName name: String) -> String {
    name == "people" ? "%70eople" : PercentEncoding.encoded(name)
  }

  private var settings: [(String, String)] {
    var settings: [(String, String)] = []
    if let asOf = lens.asOf { settings.append(("asof", "\(asOf)")) }
    if lens.period != .quarter { settings.append(("period", lens.period.rawValue)) }
    if let window { settings.append(("window", "\(window)")) }
    if screen == .segments, conditions.isEmpty, dimension != .segment {
      settings.append(("by", dimension.rawValue))
    }
    if cohortValue != .rate { settings.append(("value", cohortValue.rawValue)) }
    if credit != .lastTouch { settings.append(("credit", credit.rawValue)) }
    if !compared.isEmpty {
      settings.append(
        ("compare", compared.map(PercentEncoding.encoded).joined(separator: ",")))
    }
    if let table {
      settings.append(("table", "\(table.section)"))
      if !table.filter.isEmpty {
        settings.append(("filter", PercentEncoding.encoded(table.filter.text)))
      }
      if let order = table.order {
        settings.append(
          ("sort", (order.isDescending ? "-" : "") + PercentEncoding.encoded(order.column)))
      }
    }
    return settings
  }
}

extension Selection.Condition {
  /// The condition as a piece of a path: `segment:gold`, `month:2026-08`, `step:sms:Hello:2`.
  var text: String {
    func piece(_ words: String...) -> String {
      words.map(PercentEncoding.encoded).joined(separator: ":")
    }
    switch self {
    case .row(let dimension, let name): return piece(dimension.rawValue, name)
    case .month(let month): return piece("month", "\(month)")
    case .credited(let channel): return piece("credited", channel)
    case .campaign(let channel, let campaign): return piece("campaign", channel, campaign)
    case .step(let channel, let campaign, let step):
      return piece("step", channel, campaign, "\(step)")
    }
  }

  /// The condition that a piece of a path spells, its words decoded; nil where there is none.
  init?(words: [String]) {
    switch (words.first, words.count) {
    case ("month", 2):
      guard let month = Month(words[1]) else { return nil }
      self = .month(month)
    case ("credited", 2): self = .credited(words[1])
    case ("campaign", 3): self = .campaign(channel: words[1], campaign: words[2])
    case ("step", 4):
      guard let step = Int(words[3]) else { return nil }
      self = .step(channel: words[1], campaign: words[2], step: step)
    case (let word?, 2):
      guard let dimension = Dimension(rawValue: word) else { return nil }
      self = .row(dimension, words[1])
    default: return nil
    }
  }
}
