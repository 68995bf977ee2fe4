import Glyphs
import Metrics
import Terminal

/// The first two lines: where one is, from which day, and the screens there are.
extension Dashboard {
  func header(_ frame: inout Frame) {
    let name = evidence?.report.definitions.name.map { SafeText($0, limit: 60).description }
    var crumbs = page?.crumbs ?? []
    if crumbs.isEmpty { crumbs = [folder] }
    let separator = " \(glyphs.crumb) "
    let chips = self.chips.map { " [\($0)]" }.joined()
    let place = crumbs.joined(separator: separator) + chips
    let whole = (["winback"] + [name].compactMap { $0 } + [place]).joined(separator: separator)
    // The customers go before the business does, and the day before the place.
    let choices = [whole, place].flatMap { left in headerDays.map { (left, $0) } }
    let fitting = choices.first { left, right in
      left.cells + (right.isEmpty ? 0 : 2 + right.cells) <= size.columns
    }
    let (left, right) = fitting ?? (place.fitted(to: size.columns), "")
    write(left, row: 0, column: 0, style: .bold, &frame)
    write(right, row: 0, column: size.columns - right.cells, style: .muted, &frame)
  }

  /// In which way what is shown differs from what a screen shows by itself.
  private var chips: [String] {
    var chips: [String] = []
    if let filter = view.tables[layer]?.filter, !filter.isEmpty { chips.append("/" + filter.text) }
    if let order = view.tables[layer]?.order {
      let sign =
        glyphs == .ascii ? (order.isDescending ? "v" : "^") : order.isDescending ? "↓" : "↑"
      chips.append(sign + (order.column.isEmpty ? "name" : order.column))
    }
    if layer.hasWindow, let window = view.window { chips.append("day \(window)") }
    if view.period != .quarter, layer.hasPeriod { chips.append(view.period.rawValue) }
    if layer == .screen(.channels), view.credit != .lastTouch { chips.append(view.credit.words) }
    if isRevealed { chips.append("names shown") }
    return chips
  }

  /// The day that is looked from, from the longest way to say it to none.
  private var headerDays: [String] {
    guard let report = evidence?.report else { return [""] }
    let day = Wording.day(report.asOf)
    if let doing {
      return ["\(doing), \(report.dayAndCustomers)", "\(doing), \(day)", doing, ""]
    }
    if news != nil {
      return ["new data: r, \(report.dayAndCustomers)", "new data: r, \(day)", "new data: r", ""]
    }
    if isOutdated { return ["not read again, as of \(day)", "not read again", ""] }
    return [report.dayAndCustomers, day, ""]
  }

  /// The screens and their keys, the one that is open in bold; where they do not fit, nothing.
  func drawTabs(_ frame: inout Frame) {
    for tab in tabs {
      let isOpen = view.stack[0] == tab.command.screen.map { .screen($0) }
      write(
        tab.text, row: 1, column: tab.columns.lowerBound,
        style: isOpen ? Style(.accent, .bold) : .muted, &frame)
    }
  }

  /// The name of each screen, and where it stands.
  var tabs: [Label] {
    let commands = Command.allCases.filter { $0.screen != nil }
    let choices: [(ScreenName) -> String] = [{ $0.title }, { $0.shortTitle }]
    let texts = choices.lazy.map { title in
      commands.map { "\($0.entry.keys[0]) \($0.screen.map(title) ?? "")" }
    }.first { texts in texts.reduce(-2) { $0 + $1.cells + 2 } <= size.columns }
    guard let texts else { return [] }
    var column = 0
    return zip(commands, texts).map { command, text in
      defer { column += text.cells + 2 }
      return Label(command: command, text: text, columns: column..<column + text.cells)
    }
  }
}

/// The words of a command in a line that can be clicked on.
struct Label {
  let command: Command
  let text: String
  let columns: Range<Int>
}
