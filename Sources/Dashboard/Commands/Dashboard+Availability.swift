extension Dashboard {
  /// Why a command does nothing here; nil where it works.
  func reason(against command: Command) -> String? {
    switch command {
    case .scorecard, .segments, .channels, .cohorts, .data, .quit, .repaint, .suspend, .help:
      return nil
    case .back: return view.stack.count > 1 ? nil : "Nothing is open: q quits."
    case .breakdown:
      return layer == .screen(.segments) ? nil : "Breakdowns are for Segments: 2 opens them."
    case .monthEarlier, .yearEarlier:
      return day(after: command) == nil ? "No order is known before that day." : nil
    case .monthLater, .yearLater:
      return day(after: command) == nil ? "No order is known after that day." : nil
    case .undo: return earlier.isEmpty ? "There is nothing to take back." : nil
    case .reload: return isReading ? "Still reading." : nil
    case .open:
      guard let page else { return "Nothing has been read yet." }
      return link(on: page) == nil ? "There is nothing to open here." : nil
    case .review, .up, .down, .left, .right, .first, .last, .pageUp, .pageDown, .nextSection,
      .previousSection:
      return page == nil ? "Nothing has been read yet." : nil
    }
  }

  /// What Enter would open.
  func link(on page: Page) -> Link? { row(on: page)?.link }

  /// The row under the cursor.
  func row(on page: Page) -> Table.Row? {
    let stop = place(on: page).stop
    guard page.sections.indices.contains(stop.section),
      case .table(let table) = page.sections[stop.section].body,
      table.rows.indices.contains(stop.row)
    else { return nil }
    return table.rows[stop.row]
  }
}
