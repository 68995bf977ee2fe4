import Glyphs
import Metrics
import Terminal

/// The month in a dozen lines, to be pasted into a mail: what changed and whether that is clear, which
/// channel did the work, drop, double, target, what to fix, what to do, and what to distrust.
enum ReviewPage {
  /// The most sentences that it has.
  private static let most = 12
  /// The most guardrails that it names.
  private static let mostFixes = 3

  static func page(_ evidence: Evidence) -> Page {
    let report = evidence.report
    let name = report.definitions.name.map { SafeText($0, limit: 60).description + ", " } ?? ""
    var sentences = [report.headline.sentence(report)]
    sentences += [report.headline.targetSentence, report.holdoutSentence].compactMap { $0 }
    if report.scorecard.day60.value != nil, !report.months.isEmpty {
      sentences += report.review.sentences(report)
      // Where no rate may be read none may be compared.
      if report.overriding.isEmpty { sentences += [report.firstChannelSentence].compactMap { $0 } }
    }
    let fixes = self.fixes(report)
    let picks = self.picks(report)
    let room = max(1, most - sentences.count - fixes.count - picks.count)
    let distrust = report.headline.distrust.filter { !report.overriding.contains($0) }
      .prefix(min(3, room)).map { "Distrust: " + $0.sentence }
    return Page(
      ["Review"],
      [
        Section(
          "\(name)win-back as of \(Wording.day(report.asOf))",
          .bullets((sentences + fixes + picks + distrust).map { Sentence($0) }))
      ])
  }

  /// The tripped guardrails that cost most, as far as they are so beyond chance.
  private static func fixes(_ report: Report) -> [String] {
    report.tripped.filter(\.isClear).prefix(mostFixes).map {
      "Fix: \($0.guardrail.title.lowercasedFirst). \($0.sentence)"
    }
  }

  /// What to pick; nothing where the rates that tactics are ranked by may not be read.
  private static func picks(_ report: Report) -> [String] {
    !report.picks.isEmpty ? [report.pickSentence] : []
  }
}
