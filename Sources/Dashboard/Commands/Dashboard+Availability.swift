import Metrics
import Tables

extension Dashboard {
  /// Why a command does nothing here; nil where it works.
  func reason(against command: Command) -> String? {
    if command.isMovement || command.needsPage, page == nil { return "Nothing has been read yet." }
    if let screen = command.screen, layer == .screen(screen) { return "\(screen.title) is open." }
    switch command {
    case .back:
      return layer == view.stack[0] && !isBusy && isUnfiltered ? "Nothing is open: q quits." : nil
    case .open: return rowUnderCursor?.link == nil ? "There is nothing to open here." : nil
    case .mark, .compare, .unmark: return reasonAgainstMarking(command)
    case .filter, .sort, .reverse: return reasonAgainstTable(command)
    case .copyTable:
      let rows = tableSection.flatMap { page?.table(at: $0)?.rowCount } ?? 0
      return rows <= Dashboard.mostCopied
        ? nil : "So many rows are more than a clipboard takes: e writes them to a file."
    case .nextMatch, .previousMatch:
      return lastFilter.isEmpty ? "Nothing was looked for yet: / filters." : nil
    case .explain: return termUnderCursor == nil ? "There is no number here: move to one." : nil
    case .breakdown:
      return [.screen(.segments), .screen(.cohorts)].contains(layer)
        ? nil : "That is for Segments (2) and Cohorts (4)."
    case .credit:
      return layer == .screen(.channels) ? nil : "Credit views are for Channels: 3 opens them."
    case .window:
      return layer.hasWindow
        ? nil : "Windows are for Segments (2), Channels (3), panes and comparisons."
    case .period:
      if evidence == nil { return "Nothing has been read yet." }
      return layer.hasPeriod
        ? nil : "Every month is here already: 1, 2, 3 and 5 have lines of a month, quarter or year."
    case .monthEarlier, .yearEarlier:
      return day(after: command) == nil ? "No order is known before that day." : nil
    case .monthLater, .yearLater:
      return day(after: command) == nil ? "No order is known after that day." : nil
    case .theme: return theme == nil ? "This terminal shows no colours, or is to show none." : nil
    case .undo: return earlier.isEmpty ? "There is nothing to take back." : nil
    case .reload: return isBusy ? "Still reading." : nil
    case .renew: return news == nil ? "No new files have arrived: R reads them again." : nil
    case .reveal: return reasonAgainstRevealing
    default: return nil
    }
  }

  private func reasonAgainstMarking(_ command: Command) -> String? {
    switch command {
    case .mark:
      guard let mark = rowUnderCursor?.mark else {
        return "Only channels, rows of Segments and months can be marked."
      }
      if marks.contains(mark) { return nil }
      if let kind = marks.first?.kind, kind != mark.kind {
        return "Marked are \(kind.words): U unmarks them."
      }
      return marks.count < Dashboard.mostMarks ? nil : "Four are marked: no more fit side by side."
    case .compare:
      return marks.count >= 2
        ? nil : marks.isEmpty ? "Nothing is marked: Space marks." : "One is marked: mark another."
    default: return marks.isEmpty ? "Nothing is marked." : nil
    }
  }

  private func reasonAgainstTable(_ command: Command) -> String? {
    if command == .filter { return tableSection == nil ? "There is no table here to filter." : nil }
    guard let table = tableUnderCursor else { return "Move to a table first." }
    if [.help, .palette].contains(layer) { return "Help has an order of its own." }
    guard let column = columnUnderCursor else { return "Move to a column first." }
    let title = table.columns[column].title
    if title.isEmpty, column > 0 { return "A chart has no order: sort by the numbers beside it." }
    if layer.isList, !layer.listColumns.contains(where: { $0.title == title }) {
      return "That column has no order here: sort by another."
    }
    return table.isOrdered(column)
      ? nil : "These numbers are of different kinds: they have no order."
  }

  private var reasonAgainstRevealing: String? {
    guard let evidence else { return "Nothing has been read yet." }
    let cohort = evidence.analysis.cohort
    return cohort.has("email", in: .customers) || cohort.has("name", in: .customers)
      || contacts != nil || evidence.hidesIds
      ? nil : "The files have no e-mail addresses and no names."
  }

  /// Whether the top layer shows all its rows.
  var isUnfiltered: Bool { view.tables[layer]?.filter.isEmpty ?? true }
}

extension Command {
  /// Whether it does something with what is on the screen.
  fileprivate var needsPage: Bool {
    switch self {
    case .people, .open, .mark, .filter, .sort, .reverse, .explain, .origin, .review, .breakdown,
      .credit, .copyCell, .copyTable, .export, .address:
      true
    default: false
    }
  }
}

extension Layer {
  /// Whether it has anything that is taken over a month, a quarter or a year.
  var hasPeriod: Bool {
    switch self {
    case .screen(.cohorts), .screen(.data), .screen(.playbook), .review, .tactic, .roster(.list):
      false
    default: true
    }
  }

  /// Whether rates are seen through a window of one's choice.
  var hasWindow: Bool {
    switch self {
    case .screen(.segments), .screen(.channels), .channel, .selection, .comparison: true
    default: false
    }
  }
}
