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

  /// Whether its members are picked by what came of them: to be written to, too, one must not have come
  /// back before.
  var isSelfChosen: Bool {
    conditions.contains {
      switch $0 {
      case .credited, .campaign, .step: true
      case .row, .month: false
      }
    }
  }

  /// Whether all of them came back: a rate of theirs would be 100 % by construction.
  var isOfReturns: Bool {
    conditions.contains { if case .credited = $0 { true } else { false } }
  }

  /// Where it is: the screen that it was drilled into from, then the conditions.
  func crumbs(from root: ScreenName) -> [String] {
    if root == .channels { return [root.title] + conditions.map(\.title) }
    switch conditions.first {
    case .month: return [ScreenName.cohorts.title] + conditions.map(\.title)
    case .row(let dimension, _):
      return [ScreenName.segments.title, "by \(dimension.words)"] + conditions.map(\.title)
    default: return [root.title] + conditions.map(\.title)
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
