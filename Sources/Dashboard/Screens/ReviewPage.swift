import Glyphs
import Metrics
import Terminal

/// The month in a dozen lines, to be pasted into a mail: what changed and whether that is clear, which
/// channel did the work, drop, double, target, and what to distrust.
enum ReviewPage {
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
    sentences += report.headline.distrust.filter { !report.overriding.contains($0) }
      .prefix(3).map { "Distrust: " + $0.sentence }
    return Page(
      ["Review"],
      [
        Section(
          "\(name)win-back as of \(Wording.day(report.asOf))",
          .bullets(sentences.map { Sentence($0) }))
      ])
  }
}
