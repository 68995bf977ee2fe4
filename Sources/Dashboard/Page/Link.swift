package import Metrics
import Tables

/// What Enter opens.
package enum Link: Hashable, Sendable {
  /// Another layer.
  case layer(Layer)
  /// A line of the help or of the palette.
  case command(Command)
}

/// What is drawn over everything below it; the lowest of the stack is a screen.
package enum Layer: Hashable, Sendable {
  /// One of the screens that number keys open.
  case screen(ScreenName)
  /// A channel, by its word.
  case channel(String)
  /// Those who meet some conditions.
  case selection(Selection)
  /// The people behind a selection, one by one.
  case people(Selection)
  /// People picked for a reason each: behind a guardrail, or to do something about.
  case roster(RosterSource)
  /// What one tactic is for, what is known of it and its work list.
  case tactic(Tactic)
  /// One customer's orders and touches, by the id in the files.
  case person(String)
  /// Several of a kind side by side.
  case comparison([Mark])
  /// What the number under the cursor of the layer below means.
  case explanation
  /// The files and lines behind what the cursor of the layer below is on.
  case origin
  /// The words that open this screen again.
  case address
  /// The month's findings, to be pasted into a mail.
  case review
  /// What the keys do here.
  case help
  /// All commands, by what is typed.
  case palette

  /// Whether it only says something of what lies below it.
  var isOverlay: Bool {
    switch self {
    case .explanation, .origin, .address, .help, .palette: true
    default: false
    }
  }
}

/// A screen that a number key opens.
package enum ScreenName: String, CaseIterable, Hashable, Sendable {
  case scorecard, segments, channels, cohorts, people, data, guardrails, playbook

  /// As the footer and the breadcrumb name it.
  var title: String { rawValue.capitalizedFirst }

  /// The same where there is little room.
  var shortTitle: String {
    switch self {
    case .scorecard: "Score"
    case .guardrails: "Guards"
    case .playbook: "Plays"
    default: title
    }
  }
}

/// Where a list of people comes from.
package enum RosterSource: Hashable, Sendable {
  /// Who is behind what a guardrail found.
  case behind(Guardrail)
  case list(WorkList)

  func roster(_ evidence: Evidence) -> Roster {
    switch self {
    case .behind(let guardrail): evidence.analysis.roster(behind: guardrail, evidence.report)
    case .list(let list): evidence.analysis.roster(list)
    }
  }

  /// How many people the report says are on it; nil where it does not say.
  func reportedCount(_ report: Report) -> Int? {
    guard case .list(.tactic(let tactic)) = self else { return nil }
    return report.playbook.plays.first { $0.tactic == tactic }?.audience
  }
}
