import Terminal

extension Command {
  /// The line of the table.
  var entry: Entry { wayEntry ?? viewEntry ?? movementEntry ?? workEntry }

  private var wayEntry: Entry? {
    switch self {
    case .scorecard: Entry(keys: ["1"], title: "Scorecard", help: "Whether win-back worked")
    case .segments: Entry(keys: ["2"], title: "Segments", help: "Who came back")
    case .channels: Entry(keys: ["3"], title: "Channels", help: "Which channel did the work")
    case .cohorts: Entry(keys: ["4"], title: "Cohorts", help: "Months of enrolment by age")
    case .people:
      Entry(keys: ["5"], title: "People", help: "Who is behind what is open, one by one")
    case .data: Entry(keys: ["6"], title: "Data", help: "What was read, refused and missing")
    case .guardrails: Entry(keys: ["7"], title: "Guardrails", help: "What to fix")
    case .playbook: Entry(keys: ["8"], title: "Playbook", help: "What to do on Monday")
    case .open:
      Entry(keys: [.enter], title: "open", help: "Open the row under the cursor", footer: .mostly)
    case .back:
      Entry(
        keys: [.escape], title: "back", help: "Close one thing: prompt, load, filter, pane",
        footer: .mostly)
    case .mark:
      Entry(
        keys: [" "], title: "mark", help: "Mark a channel, segment or cohort, up to four of a kind",
        footer: .often)
    case .compare:
      Entry(keys: ["c"], title: "compare", help: "Put what is marked side by side", footer: .mostly)
    case .unmark: Entry(keys: ["U"], title: "unmark", help: "Unmark all")
    case .explain:
      Entry(
        keys: ["i"], title: "explain",
        help: "What the number under the cursor means and is made of",
        footer: .often)
    case .origin: Entry(keys: ["o"], title: "origin", help: "The files and lines behind it")
    case .review:
      Entry(keys: ["v"], title: "review", help: "The month in a dozen lines", footer: .sometimes)
    case .help: Entry(keys: ["?"], title: "help", help: "What works here", footer: .always)
    case .palette:
      Entry(
        keys: [":"], title: "commands", help: "Every command by its name; or an address",
        footer: .seldom)
    default: nil
    }
  }

  private var viewEntry: Entry? {
    switch self {
    case .filter:
      Entry(
        keys: ["/"], title: "filter", help: "Filter rows: sms, !push, rate>5, day<=7",
        footer: .often)
    case .nextMatch:
      Entry(keys: ["n"], title: "next", help: "To the next row that the filter meets")
    case .previousMatch:
      Entry(keys: ["N"], title: "previous", help: "To the row before that the filter meets")
    case .sort:
      Entry(keys: ["s"], title: "sort", help: "Sort by the cursor's column", footer: .seldom)
    case .reverse: Entry(keys: ["S"], title: "reverse", help: "Sort the other way round")
    case .monthEarlier:
      Entry(keys: ["["], title: "month earlier", help: "A month earlier", footer: .seldom)
    case .monthLater: Entry(keys: ["]"], title: "month later", help: "A month later")
    case .yearEarlier: Entry(keys: ["{"], title: "year earlier", help: "A year earlier")
    case .yearLater: Entry(keys: ["}"], title: "year later", help: "A year later")
    case .period:
      Entry(
        keys: ["p"], title: "period", help: "Month, quarter or year: the lines that are a quarter")
    case .window:
      Entry(
        keys: ["w"], title: "window",
        help: "Rates and curves within 30, 60 or 90 days; never Day-60 nor money")
    case .breakdown:
      Entry(
        keys: ["b"], title: "by", help: "What Segments tells apart, and Cohorts shows",
        footer: .mostly)
    case .credit:
      Entry(
        keys: ["a"], title: "credit",
        help: "Whom Channels credits: last touch, first touch, linear, any touch",
        footer: .sometimes)
    case .undo: Entry(keys: [.backspace], title: "undo", help: "Take the last change of view back")
    default: nil
    }
  }

  private var movementEntry: Entry? {
    switch self {
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
    default: nil
    }
  }

  private var workEntry: Entry {
    switch self {
    case .copyCell:
      Entry(keys: ["y"], title: "copy", help: "Copy the cell, or the sentence under the cursor")
    case .copyTable:
      Entry(
        keys: ["Y"], title: "copy table",
        help: "Copy the table, columns by tabs, or a screen without one")
    case .export:
      Entry(
        keys: ["e"], title: "export",
        help: "Write the screen, or a tactic's work list, to a file: .csv, .md or .svg",
        footer: .sometimes)
    case .address:
      Entry(keys: ["u"], title: "address", help: "The words that open this screen again")
    case .reveal:
      Entry(keys: ["x"], title: "names", help: "Show or hide e-mail addresses and names")
    case .theme:
      Entry(
        keys: [], title: "theme", help: "Other colours: for dark, for light, with contrast, none")
    case .mouse:
      Entry(
        keys: ["m"], title: "mouse", help: "Wheel and click, or the mouse left to the terminal")
    case .glyphs:
      Entry(
        keys: [], title: "glyphs", help: "Draw charts with braille, with blocks or with ASCII")
    case .renew:
      Entry(
        keys: ["r"], title: "new data", help: "Show the files that have arrived", footer: .mostly)
    case .reload: Entry(keys: ["R"], title: "reload", help: "Read the files again")
    case .repaint: Entry(keys: [.control("l")], title: "repaint", help: "Draw the screen anew")
    case .suspend:
      Entry(keys: [.control("z")], title: "suspend", help: "Back to the shell; fg returns")
    default:
      Entry(keys: ["q", .control("c")], title: "quit", help: "Leave winback", footer: .always)
    }
  }
}
