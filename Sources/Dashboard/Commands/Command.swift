import Terminal

/// Everything that a key can do: the one table from which keys, footer, help and palette are made.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case scorecard, segments, channels, cohorts, people, data, guardrails, playbook
  case open, back, mark, compare, unmark
  case filter, nextMatch, previousMatch, sort, reverse
  case explain, origin, review, help, palette
  case up, down, left, right, first, last, pageUp, pageDown, nextSection, previousSection
  case monthEarlier, monthLater, yearEarlier, yearLater
  case period, window, breakdown, credit, undo
  case copyCell, copyTable, export, address, reveal
  case theme, glyphs, mouse, renew, reload, repaint, suspend, quit
}

extension Command {
  /// What the table says of a command.
  struct Entry {
    let keys: [Key]
    /// A word or two, for the footer.
    let title: String
    /// A line, for the help.
    let help: String
    /// Whether the footer names it where it works, and how soon it gives way where there is no room.
    var footer = Footer.never
  }

  /// What the footer keeps where there is no room for all.
  enum Footer: Int, Comparable {
    case never, seldom, sometimes, often, mostly, always

    static func < (left: Footer, right: Footer) -> Bool { left.rawValue < right.rawValue }
  }

  /// The screen that a number key opens.
  package var screen: ScreenName? {
    switch self {
    case .scorecard: .scorecard
    case .segments: .segments
    case .channels: .channels
    case .cohorts: .cohorts
    case .people: .people
    case .data: .data
    case .guardrails: .guardrails
    case .playbook: .playbook
    default: nil
    }
  }

  /// Whether it has a line typed.
  package var asksForLine: Bool { self == .filter || self == .palette || self == .export }

  /// Whether it only moves the cursor.
  package var isMovement: Bool {
    switch self {
    case .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .nextSection,
      .previousSection:
      true
    default: false
    }
  }

  /// The command of a key.
  init?(_ key: Key) {
    guard let command = Command.byKey[key] else { return nil }
    self = command
  }

  private static let byKey: [Key: Command] = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { command in
      command.entry.keys.map { ($0, command) }
    })
}
