import Terminal

/// Everything that a key can do: the one table from which keys, footer and help are made.
package enum Command: String, CaseIterable, Hashable, Sendable {
  case scorecard, segments, channels, cohorts, data
  case open, back, review, help
  case up, down, left, right, first, last, pageUp, pageDown, nextSection, previousSection
  case monthEarlier, monthLater, yearEarlier, yearLater, breakdown, undo
  case reload, repaint, suspend, quit
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
    case never, sometimes, often, mostly, always

    static func < (left: Footer, right: Footer) -> Bool { left.rawValue < right.rawValue }
  }

  /// The line of the table.
  var entry: Entry {
    switch self {
    case .scorecard:
      Entry(keys: ["1"], title: "Scorecard", help: "Whether win-back worked", footer: .often)
    case .segments:
      Entry(keys: ["2"], title: "Segments", help: "Who came back", footer: .often)
    case .channels:
      Entry(keys: ["3"], title: "Channels", help: "Which channel did the work", footer: .often)
    case .cohorts:
      Entry(keys: ["4"], title: "Cohorts", help: "Months of enrolment by age", footer: .often)
    case .data:
      Entry(
        keys: ["6"], title: "Data", help: "What was read, refused and missing", footer: .often)
    case .review:
      Entry(keys: ["v"], title: "review", help: "The month in a dozen lines", footer: .sometimes)
    case .monthEarlier: Entry(keys: ["["], title: "month earlier", help: "A month earlier")
    case .monthLater: Entry(keys: ["]"], title: "month later", help: "A month later")
    case .yearEarlier: Entry(keys: ["{"], title: "year earlier", help: "A year earlier")
    case .yearLater: Entry(keys: ["}"], title: "year later", help: "A year later")
    case .breakdown:
      Entry(
        keys: ["b"], title: "by", help: "What Segments tells people apart by",
        footer: .mostly)
    case .undo: Entry(keys: [.backspace], title: "undo", help: "Take the last change of view back")
    case .open:
      Entry(keys: [.enter], title: "open", help: "Open the row under the cursor", footer: .mostly)
    case .back: Entry(keys: [.escape], title: "back", help: "Close one thing", footer: .mostly)
    case .help: Entry(keys: ["?"], title: "help", help: "What works here", footer: .always)
    case .up: Entry(keys: [.up, "k"], title: "up", help: "Up a row")
    case .down: Entry(keys: [.down, "j"], title: "down", help: "Down a row")
    case .left: Entry(keys: [.left, "h"], title: "left", help: "Left a column")
    case .right: Entry(keys: [.right, "l"], title: "right", help: "Right a column")
    case .first: Entry(keys: ["g", .home], title: "top", help: "To the top")
    case .last: Entry(keys: ["G", .end], title: "bottom", help: "To the bottom")
    case .pageUp: Entry(keys: [.pageUp, .control("u")], title: "page up", help: "Up a page")
    case .pageDown:
      Entry(keys: [.pageDown, .control("d")], title: "page down", help: "Down a page")
    case .nextSection: Entry(keys: [.tab], title: "section", help: "To the next section")
    case .previousSection:
      Entry(keys: [.backTab], title: "section before", help: "To the section before")
    case .reload: Entry(keys: ["R"], title: "reload", help: "Read the files again")
    case .repaint: Entry(keys: [.control("l")], title: "repaint", help: "Draw the screen anew")
    case .suspend:
      Entry(keys: [.control("z")], title: "suspend", help: "Back to the shell; fg returns")
    case .quit:
      Entry(keys: ["q", .control("c")], title: "quit", help: "Leave winback", footer: .always)
    }
  }

  /// The layer that a command opens.
  var layer: Layer? {
    switch self {
    case .scorecard: .screen(.scorecard)
    case .segments: .screen(.segments)
    case .channels: .screen(.channels)
    case .cohorts: .screen(.cohorts)
    case .data: .screen(.data)
    case .review: .review
    case .help: .help
    default: nil
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
