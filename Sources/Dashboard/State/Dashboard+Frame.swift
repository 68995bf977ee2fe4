import Glyphs
import Metrics
package import Terminal

extension Dashboard {
  /// What the terminal is to show.
  package var frame: Frame {
    var frame = Frame(size)
    if hasHeader { header(&frame) }
    if let page {
      body(page, &frame)
      detail(page, &frame)
    } else {
      frame.write(
        SafeText(isReading ? "Reading \(folder) …" : message ?? ""), row: bodyStart,
        column: Layout.indent)
    }
    if hasFooter { footer(&frame) }
    return frame
  }

  private var hasHeader: Bool { size.rows >= 4 }
  private var hasFooter: Bool { size.rows >= 3 }
  private var bodyStart: Int { hasHeader ? 2 : 0 }

  /// Lines under the page that say more of the row under the cursor.
  private var detailHeight: Int { size.rows >= 20 ? 2 : size.rows >= 10 ? 1 : 0 }

  /// Lines that a page has.
  var bodyHeight: Int {
    max(1, size.rows - bodyStart - detailHeight - (hasFooter ? 1 : 0))
  }

  private func body(_ page: Page, _ frame: inout Frame) {
    let layout = layout(of: page)
    let place = place(on: page)
    for row in 0..<bodyHeight where place.top + row < layout.lines.count {
      var line = layout.lines[place.top + row]
      // The titles of the columns stay while their rows go by.
      if row == 0, let head = line.head, head < place.top { line = layout.lines[head] }
      let isFirst = layout.places[place.stop]?.lowerBound == place.top + row
      draw(line, row: bodyStart + row, place, isFirst: isFirst || row == 0, &frame)
    }
  }

  /// Draws a line; the mark stands on the first line that is seen of what the cursor is on.
  private func draw(
    _ line: LaidLine, row: Int, _ place: Place, isFirst: Bool, _ frame: inout Frame
  ) {
    for text in line.texts {
      frame.write(SafeText(text.text), row: row, column: text.column, style: text.style)
    }
    guard let part = line.parts.first(where: { $0.stop == place.stop }) else { return }
    if isFirst {
      frame.write(
        SafeText(">"), row: row, column: part.columns.lowerBound, style: Style(.accent, .bold))
      frame.cursor = (row, part.columns.lowerBound)
    }
    let column = part.cells.last { $0.index <= place.column }
    if let column { frame.emphasize(column.columns, row: row, .reversed) }
  }

  private func detail(_ page: Page, _ frame: inout Frame) {
    guard detailHeight > 0, let row = row(on: page) else { return }
    let text = [row.detail, row.hint].compactMap { $0 }.joined(separator: " ")
    let width = size.columns - Layout.indent
    var lines = text.wrapped(width: width)
    if lines.count > detailHeight {
      let rest = lines[(detailHeight - 1)...].joined(separator: " ")
      lines = lines.prefix(detailHeight - 1) + [rest.fitted(to: width)]
    }
    let top = bodyStart + bodyHeight
    for (index, line) in lines.enumerated() {
      frame.write(SafeText(line), row: top + index, column: Layout.indent, style: .muted)
    }
  }
}

extension Dashboard {
  private func header(_ frame: inout Frame) {
    let name = evidence?.report.definitions.name.map { SafeText($0, limit: 60).description }
    var crumbs = page?.crumbs ?? []
    if crumbs.isEmpty { crumbs = [folder] }
    let separator = " \(glyphs.crumb) "
    let place = crumbs.joined(separator: separator)
    let whole = (["winback"] + [name].compactMap { $0 } + [place]).joined(separator: separator)
    // The customers go before the business does, and the day before the place.
    let choices = [whole, place].flatMap { left in headerDays.map { (left, $0) } }
    let fitting = choices.first { left, right in
      left.cells + (right.isEmpty ? 0 : 2 + right.cells) <= size.columns
    }
    let (left, right) = fitting ?? (place.fitted(to: size.columns), "")
    write(left, right, &frame)
  }

  private func write(_ left: String, _ right: String, _ frame: inout Frame) {
    frame.write(SafeText(left), row: 0, column: 0, style: .bold)
    frame.write(SafeText(right), row: 0, column: size.columns - right.cells, style: .muted)
  }

  /// The day that is looked from, from the longest way to say it to none.
  private var headerDays: [String] {
    guard let report = evidence?.report else { return [""] }
    let day = Wording.day(report.asOf)
    let customers = Wording.counted(report.customers.known, "customer")
    return isReading
      ? ["reading, as of \(day), \(customers)", "reading, \(day)", "reading", ""]
      : ["as of \(day), \(customers)", day, ""]
  }

  /// The keys that work here, as far as there is room; or what is to be said.
  private func footer(_ frame: inout Frame) {
    let row = size.rows - 1
    if let message {
      frame.write(
        SafeText(message.fitted(to: size.columns)), row: row, column: 0,
        style: Style(.accent, .bold))
      return
    }
    var column = 0
    for command in footerCommands {
      let key = command.entry.keys[0].description
      frame.write(SafeText(key), row: row, column: column, style: Style(.accent, .bold))
      frame.write(
        SafeText(command.entry.title), row: row, column: column + key.cells + 1, style: .muted)
      column += Dashboard.footerWidth(command)
    }
  }

  /// The commands that work here and that there is room for: those that give way last are picked
  /// first, and all stand in the order of the table.
  private var footerCommands: [Command] {
    let works = Command.allCases.filter {
      $0.entry.footer != .never && reason(against: $0) == nil
        // What is open already needs no way in.
        && ($0.layer == nil || $0.layer != view.stack[0] && $0.layer != layer)
    }
    var room = size.columns
    let picked = works.sorted { $0.entry.footer > $1.entry.footer }.filter { command in
      let width = Dashboard.footerWidth(command)
      // Nothing stands after the last, so it needs no gap.
      guard width - 2 <= room else { return false }
      room -= width
      return true
    }
    return works.filter(picked.contains)
  }

  /// A command in the footer, with the gap after it.
  private static func footerWidth(_ command: Command) -> Int {
    command.entry.keys[0].description.cells + 1 + command.entry.title.cells + 2
  }
}
