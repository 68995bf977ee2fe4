import Metrics
import Tables

/// The words that open a screen again: `channels/email?asof=2026-08-31&compare=sms`.
///
/// The path names the screen and what was drilled into, the query how it is seen. Values are
/// percent-encoded.
package struct Address: Equatable, Sendable {
  var screen = ScreenName.scorecard
  /// Whether it is the month's review.
  var isReview = false
  /// A channel's pane.
  var channel: String?
  /// What was drilled into.
  var conditions: [Selection.Condition] = []
  /// A tactic of the playbook.
  var tactic: Tactic?
  /// A list of people behind a guardrail, or to do something about.
  var roster: RosterSource?
  /// Whether the people behind it are listed.
  var isPeople = false
  /// One customer, by the id in the files.
  var person: String?
  /// What is compared with the row that the path names.
  var compared: [String] = []
  var dimension = Dimension.segment
  var cohortValue = CohortValue.rate
  var credit = CreditView.lastTouch
  var window: Int?
  var table: TableView?
  /// Whether the table is named; otherwise it is the first of the page.
  var isTableNamed = false
  /// From where the files are seen.
  package var lens = Lens()
}

/// Why a text is no address.
package enum AddressProblem: Error, Equatable, Sendable {
  case unknownScreen(String)
  case unknownPart(String)
  case unknownSetting(String)
  case badValue(setting: String, String)
  case badEncoding(String)
  /// The files have nothing of it.
  case nothingThere(String)
}

extension Address {
  /// The layers that it opens, the screen lowest.
  var stack: [Layer] {
    if isReview { return [.screen(.scorecard), .review] }
    var stack: [Layer] = [.screen(screen)]
    if let channel { stack.append(.channel(channel)) }
    if conditions.count > (channel == nil ? 0 : 1) {
      stack.append(.selection(Selection(conditions)))
    }
    if !compared.isEmpty { stack = [.screen(screen), .comparison(marks)] }
    if let tactic { stack.append(.tactic(tactic)) }
    if let roster {
      stack.append(.roster(roster))
    } else if isPeople, screen != .people {
      stack.append(.people(Selection(conditions)))
    }
    if let person { stack.append(.person(person)) }
    return stack
  }

  /// What a comparison puts side by side, the row that the path names first.
  var marks: [Mark] { Array(allMarks.prefix(Dashboard.mostMarks)) }

  /// All different rows that are named.
  var allMarks: [Mark] {
    var marks: [Mark] = []
    if let channel {
      if Mark(.firstChannel, channel) != nil { marks.append(.channel(channel)) }
    } else {
      switch conditions.last {
      case .row(let dimension, let name):
        if let mark = Mark(dimension, name) { marks.append(mark) }
      case .month(let month): marks.append(.month(month))
      default: break
      }
    }
    for mark in compared.compactMap(mark(named:)) where !marks.contains(mark) { marks.append(mark) }
    return marks
  }

  /// The row of the screen that a name stands for; nil where none can be called so.
  func mark(named name: String) -> Mark? {
    switch screen {
    case .channels: Mark(.firstChannel, name).map { _ in .channel(name) }
    case .cohorts: Month(name).map { .month($0) }
    default: Mark(dimension, name)
    }
  }
}

extension Month {
  /// The month written as `2026-08`, or nil for any other text.
  init?(_ text: String) {
    guard text.utf8.count == 7, let day = Day(text + "-01") else { return nil }
    self = day.month
  }
}
