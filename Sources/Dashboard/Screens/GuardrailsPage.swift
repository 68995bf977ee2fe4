import Glyphs
import Metrics
import Tables
import Terminal

/// What to fix: every guardrail, those first that are tripped.
enum GuardrailsPage {
  static func page(_ evidence: Evidence) -> Page {
    let report = evidence.report
    return Page(
      [ScreenName.guardrails.title],
      [
        Section(nil, .sentences([Sentence(report.guardrailSentence, .bold)])),
        Section(nil, .table(table(report))),
        Section(
          nil,
          .sentences([
            Sentence(
              "Process faults look at the last 90 days, outcomes at \(Wording.span(report.quarter.span)). "
                + "Tripped ones are in the order of what is at stake. Limits are [guardrails] in "
                + "winback.toml.", .muted)
          ])),
      ])
  }

  private static func table(_ report: Report) -> Table {
    Table(
      [
        .init("guardrail", .left, minimum: 34), .init("status", .left),
        .init("found", dropped: 6, term: .guardrailFound),
        .init("is", dropped: 5, term: .guardrailFound),
        .init("limit", .left, dropped: 4, term: .guardrailLimit),
        .init("people", dropped: 3, term: .guardrailPeople),
        .init("at stake", dropped: 2, term: .atStake),
        .init("most by", .left, dropped: 1, minimum: 14),
      ],
      report.rankedGuardrails.map { row($0, report) })
  }

  private static func row(_ finding: GuardrailFinding, _ report: Report) -> Table.Row {
    let isTripped = finding.verdict == .tripped
    let style: Style =
      switch finding.verdict {
      case .tripped: Style(.bad, .bold)
      case .cannotTell: .muted
      case .held: Style(.good)
      }
    return Table.Row(
      [
        .init(finding.guardrail.measureTitle, isTripped ? .bold : .plain),
        .init(finding.verdict.word, style),
      ] + numbers(finding, report),
      detail: finding.sentence, more: finding.guardrail.reasoning,
      link: .layer(.roster(.behind(finding.guardrail))))
  }

  private static func numbers(_ finding: GuardrailFinding, _ report: Report) -> [Table.Cell] {
    let isTripped = finding.verdict == .tripped
    let empty = Table.Cell("")
    guard finding.measure != nil else {
      return [empty, empty, .init(finding.limitWords, .muted), empty, empty, empty]
    }
    return [
      .init(finding.foundWords, finding.isLow ? .muted : .plain, value: found(finding)),
      share(finding, isTripped),
      .init(finding.limitWords, .muted),
      finding.people > 0 ? .count(finding.people) : empty,
      isTripped ? finding.stake.map { .quantity(.money($0), report) } ?? empty : empty,
      .init(
        isTripped ? finding.worst?.title ?? "" : "", .muted),
    ]
  }

  /// The share, where one is measured: the only number of the others is what was found.
  private static func share(_ finding: GuardrailFinding, _ isTripped: Bool) -> Table.Cell {
    guard case .share(let share) = finding.measure else { return Table.Cell("") }
    return .rate(share, finding.isLow ? .muted : isTripped ? .bold : .plain)
  }

  private static func found(_ finding: GuardrailFinding) -> Table.Value? {
    switch finding.measure {
    case .share(let share): .quantity(.count(share.x))
    case .count(let count, _): .quantity(.count(count))
    case .days(let days, _): .quantity(.days(days))
    case .age(let days, _): .quantity(.days(Double(days)))
    case nil: nil
    }
  }
}
