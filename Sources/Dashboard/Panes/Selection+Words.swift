import Glyphs
import Metrics
import Tables

extension Selection {
  /// What it is, at its full length.
  var title: String {
    conditions.isEmpty ? "Everyone" : conditions.map(\.title).joined(separator: ", ")
  }

  /// What it is and when it was enrolled, over its numbers.
  func heading(_ span: MonthSpan) -> String {
    if case .month(let month) = conditions.last, conditions.count == 1 {
      return "Enrolled \(Wording.month(month))"
    }
    return "\(title), enrolled \(Wording.span(span))"
  }

  /// What its last condition says, over a column.
  var shortTitle: String { conditions.last?.shortTitle ?? "everyone" }

  /// Whom it is compared with, over a column.
  var othersTitle: String {
    if case .month(let month) = conditions.last { return Wording.month(month - 1) }
    return "the rest"
  }

  /// Whom it is compared with, in a sentence.
  var othersWords: String {
    if case .month(let month) = conditions.last { return "of \(Wording.month(month - 1))" }
    return conditions.count > 1 ? "of the rest of \(outer.title)" : "of the rest"
  }

  /// Whether its members are picked by what came of them.
  var isSelfChosen: Bool {
    switch conditions.last {
    case .credited, .campaign, .step: true
    default: false
    }
  }

  /// Where it is: the screen, then what was drilled into.
  var crumbs: [String] {
    switch conditions.first {
    case .month: [ScreenName.cohorts.title] + conditions.map(\.title)
    case .row(let dimension, _):
      [ScreenName.segments.title, "by \(dimension.words)"] + conditions.map(\.title)
    default: [ScreenName.channels.title] + conditions.map(\.title)
    }
  }
}

extension Selection.Condition {
  /// The condition in words.
  var title: String {
    switch self {
    case .row(_, let name): SafeText(name, limit: 40).description
    case .month(let month): Wording.month(month)
    case .credited(let channel): "credited to \(SafeText(channel, limit: 40))"
    case .campaign(let channel, let campaign):
      "\(SafeText(campaign, limit: 40)) by \(SafeText(channel, limit: 20))"
    case .step(let channel, let campaign, let step):
      "\(SafeText(campaign, limit: 40)) by \(SafeText(channel, limit: 20)), step \(step)"
    }
  }

  /// The condition over a column.
  var shortTitle: String {
    switch self {
    case .row(_, let name): SafeText(name, limit: 12).description
    case .month(let month): Wording.month(month)
    case .credited(let channel): SafeText(channel, limit: 12).description
    case .campaign(_, let campaign): SafeText(campaign, limit: 12).description
    case .step(_, _, let step): "step \(step)"
    }
  }
}
