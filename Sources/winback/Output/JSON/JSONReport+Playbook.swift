import Metrics

extension JSONReport {
  /// What one guardrail found.
  static func guardrail(_ finding: GuardrailFinding) -> JSONValue {
    .object(
      [
        ("name", .text(finding.guardrail.rawValue)), ("status", .text(finding.verdict.key)),
        ("limit", .number(finding.limit)),
      ] + measure(finding.measure) + [
        ("low_n", .bool(finding.isLow)), ("people", .int(finding.people)),
        ("at_stake", JSONValue(finding.stake)), ("worst", worst(finding.worst)),
        ("sentence", .text(finding.sentence)), ("reasoning", .text(finding.guardrail.reasoning)),
      ])
  }

  /// The measure in the unit of the limit, with what it is made of.
  private static func measure(_ measure: GuardrailFinding.Measure?) -> [(String, JSONValue)] {
    switch measure {
    case .share(let share): proportion(share)
    case .count(let count, let base):
      [("x", .int(count)), ("n", .int(base)), ("value", .int(count))]
    case .days(let days, let count): [("n", .int(count)), ("value", .number(days))]
    case .age(let days, let usual):
      [
        ("days", .int(days)), ("usual_days", .number(usual)),
        ("value", .number(Double(days) / usual)),
      ]
    case nil: [("value", nil)]
    }
  }

  private static func worst(_ worst: GuardrailFinding.Worst?) -> JSONValue {
    guard let worst else { return .null }
    return .object([
      ("kind", .text(worst.group.rawValue)), ("name", .text(worst.name)), ("x", .int(worst.count)),
      ("n", JSONValue(worst.base)),
    ])
  }

  /// Every tactic in its order, and who never paid.
  static func playbook(_ report: Report) -> JSONValue {
    let playbook = report.playbook
    return .object([
      ("picks", .list(report.picks.map { .text($0.tactic.rawValue) })),
      ("tactics", .list(playbook.plays.map { play($0) })),
      ("never_paid", .list(playbook.neverPaid.map { neverPaid($0) })),
    ])
  }

  private static func play(_ play: Play) -> JSONValue {
    .object([
      ("name", .text(play.tactic.rawValue)), ("audience", .int(play.audience)),
      ("value", .number(play.value)),
      ("left_out", .object(play.leftOut.map { ($0.cause.rawValue, .int($0.count)) })),
      ("tried", play.rate.map { .object(proportion($0)) } ?? .null),
      ("expected_rate", play.expected == nil ? nil : .number(play.expectedRate)),
      ("is_benchmark", .bool(play.isBenchmark)), ("expected", JSONValue(play.expected)),
      ("held_back_by", .list(play.blockers.map { .text($0.rawValue) })),
      ("losing_channel", JSONValue(play.losing)),
      ("answers", .list(play.remedies.map { .text($0.rawValue) })),
      ("lack", JSONValue(play.lack?.words)),
    ])
  }

  private static func neverPaid(_ row: NeverPaidRow) -> JSONValue {
    .object(
      [("name", .text(row.group.rawValue)), ("enrolled", .int(row.enrolled))]
        + proportion(row.converted))
  }
}

extension GuardrailFinding.Verdict {
  /// The word of it in the report.
  fileprivate var key: String {
    switch self {
    case .tripped: "tripped"
    case .cannotTell: "cannot_tell"
    case .held: "held"
    }
  }
}
