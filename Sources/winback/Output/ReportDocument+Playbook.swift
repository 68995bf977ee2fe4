import Dashboard
import Metrics

extension ReportDocument {
  /// What to fix: tripped guardrails whole, of the others how many hold and what the rest needs.
  static func appendGuardrails(_ report: Report, _ document: inout Document) {
    document.append(.heading("What to fix"))
    document.append(.paragraph(report.guardrailSentence))
    let tripped = report.tripped
    if !tripped.isEmpty {
      document.append(
        .bullets(tripped.map { "\($0.guardrail.title). \($0.sentence) \($0.guardrail.reasoning)" }))
    }
    let unknown = report.guardrails.compactMap { finding -> (String, String)? in
      if case .cannotTell(let lack) = finding.verdict {
        (lack.words, finding.guardrail.title)
      } else {
        nil
      }
    }
    if unknown.isEmpty { return }
    document.append(.heading("Guardrails that cannot be told, and why"))
    document.append(
      .bullets(
        grouped(unknown).map {
          "\($0.reason.capitalizedFirst): \($0.titles.joined(separator: "; "))."
        }))
  }

  /// Titles by reason, in the order in which reasons first occur.
  private static func grouped(_ pairs: [(String, String)]) -> [(reason: String, titles: [String])] {
    var groups: [(reason: String, titles: [String])] = []
    for (reason, title) in pairs {
      if let place = groups.firstIndex(where: { $0.reason == reason }) {
        groups[place].titles.append(title)
      } else {
        groups.append((reason, [title]))
      }
    }
    return groups
  }

  /// What to do on Monday.
  static func appendPlaybook(_ report: Report, _ document: inout Document) {
    document.append(.heading("What to do"))
    document.append(.paragraph(report.pickSentence))
    let plays = report.playbook.plays.filter { $0.audience > 0 && $0.expected != nil }
    if plays.isEmpty { return }
    document.append(
      .table(
        [
          .init(title: "tactic", alignment: .left), .init(title: "people"),
          .init(title: "back", alignment: .left), .init(title: "expected"),
          .init(title: "by", alignment: .left), .init(title: "blocked by", alignment: .left),
        ],
        plays.map { play in
          Document.Row([
            play.tactic.title, Wording.count(play.audience), play.rateWords,
            play.expected.map { Wording.decimal($0, $0 < 10 ? 1 : 0) } ?? "",
            play.isBenchmark ? "benchmark" : "own rate",
            play.blockerWords,
          ])
        }))
    document.append(
      .paragraph(
        "Expected is for ranking: people times who came back, or a seed benchmark. "
          + "winback audience DIR NAME prints a list."))
  }
}
