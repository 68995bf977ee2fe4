import Metrics
import Tables

extension Address {
  /// Reads an address.
  package init(parsing text: String) throws(AddressProblem) {
    let parts = text.trimmingBlanks.split(
      separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    try readPath(parts[0].split(separator: "/").map(String.init))
    if parts.count > 1 {
      for setting in parts[1].split(separator: "&") { try readSetting(String(setting)) }
    }
    try checkComparison()
  }

  /// A comparison is of two to four different rows of a screen that has any.
  private func checkComparison() throws(AddressProblem) {
    if compared.isEmpty { return }
    let hasMarks = [.channels, .segments, .cohorts].contains(screen)
    let names = compared.map { mark(named: $0) }
    guard hasMarks, !names.contains(nil), (2...Dashboard.mostMarks).contains(allMarks.count) else {
      throw .badValue(setting: "compare", compared.joined(separator: ","))
    }
  }

  private mutating func readPath(_ pieces: [String]) throws(AddressProblem) {
    guard let first = pieces.first else { throw .unknownScreen("") }
    if first == "review", pieces.count == 1 {
      isReview = true
      return
    }
    guard let screen = ScreenName(rawValue: first) else { throw .unknownScreen(first) }
    self.screen = screen
    if screen == .guardrails || screen == .playbook {
      return try readRoster(Array(pieces.dropFirst()))
    }
    isPeople = screen == .people
    for (place, piece) in pieces.enumerated().dropFirst() { try readPiece(piece, place) }
    if screen == .segments, case .row(let dimension, _) = conditions.last {
      self.dimension = dimension
    }
  }

  /// Reads what was opened on Guardrails or Playbook: `blast`, `retargeting/trial-cancelled-90d`,
  /// `cart-recovery/people`, and after either a person.
  private mutating func readRoster(_ pieces: [String]) throws(AddressProblem) {
    var rest = pieces[...]
    guard let name = rest.popFirst() else { return }
    if screen == .guardrails, let guardrail = Guardrail(rawValue: name) {
      roster = .behind(guardrail)
      // The people are what it opens.
      if rest.first == "people" { rest.removeFirst() }
    } else if screen == .playbook, let tactic = Tactic(rawValue: name) {
      self.tactic = tactic
      if rest.first == "people", let list = WorkList(name) {
        roster = .list(list)
        rest.removeFirst()
      } else if tactic == .retargeting,
        let list = rest.first.flatMap(RetargetingList.init(rawValue:))
      {
        roster = .list(.retargeting(list))
        rest.removeFirst()
      }
    } else {
      throw .unknownPart(name)
    }
    guard let person = rest.popFirst() else { return }
    guard rest.isEmpty else { throw .unknownPart(rest[rest.startIndex]) }
    self.person = try Address.words(person).joined(separator: ":")
  }

  private mutating func readPiece(_ piece: String, _ place: Int) throws(AddressProblem) {
    let words = try Address.words(piece)
    if isPeople, person == nil {
      person = words.joined(separator: ":")
    } else if piece == "people" {
      isPeople = true
    } else if screen == .channels, place == 1, Selection.Condition(words: words) == nil {
      let name = words.joined(separator: ":")
      channel = name
      conditions.append(.row(.firstChannel, name))
    } else if let condition = Selection.Condition(words: words), person == nil {
      conditions.append(condition)
    } else if screen == .cohorts, place == 1, let month = Month(piece) {
      conditions.append(.month(month))
    } else {
      throw .unknownPart(piece)
    }
  }

  private static func words(_ piece: String) throws(AddressProblem) -> [String] {
    var words: [String] = []
    for word in piece.split(separator: ":", omittingEmptySubsequences: false) {
      guard let decoded = PercentEncoding.decoded(word) else { throw .badEncoding(piece) }
      words.append(decoded)
    }
    return words
  }

  private mutating func readSetting(_ setting: String) throws(AddressProblem) {
    let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let (name, raw) = (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    if name == "compare" {
      compared = try raw.split(separator: ",").map { piece throws(AddressProblem) in
        guard let name = PercentEncoding.decoded(piece) else { throw .badEncoding(raw) }
        return name
      }
      return
    }
    guard let value = PercentEncoding.decoded(raw) else { throw .badEncoding(raw) }
    guard try read(name, value) else { throw .badValue(setting: name, value) }
  }

  /// Takes a setting in; gives whether its value could be read.
  private mutating func read(_ name: String, _ value: String) throws(AddressProblem) -> Bool {
    switch name {
    case "asof": return Day(value).map { lens.asOf = $0 } != nil
    case "period": return PeriodLength(rawValue: value).map { lens.period = $0 } != nil
    case "window": return readWindow(value)
    case "by": return Dimension(rawValue: value).map { dimension = $0 } != nil
    case "value": return CohortValue(rawValue: value).map { cohortValue = $0 } != nil
    case "credit": return CreditView(rawValue: value).map { credit = $0 } != nil
    case "table", "filter", "sort": return readTable(name, value)
    default: throw .unknownSetting(name)
    }
  }

  private mutating func readWindow(_ value: String) -> Bool {
    guard let days = Int(value), [30, 60, 90].contains(days) else { return false }
    window = days
    return true
  }

  private mutating func readTable(_ name: String, _ value: String) -> Bool {
    var table = table ?? TableView(section: 1)
    switch name {
    case "filter": table.filter = Filter(value)
    case "sort":
      let isDescending = value.hasPrefix("-")
      table.order = .init(
        column: isDescending ? String(value.dropFirst()) : value, isDescending: isDescending)
    default:
      guard let section = Int(value), (0..<100).contains(section) else { return false }
      table.section = section
      isTableNamed = true
    }
    self.table = table
    return true
  }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    let start = drop { $0 == " " }
    return start.dropLast(start.reversed().prefix { $0 == " " }.count)
  }
}
