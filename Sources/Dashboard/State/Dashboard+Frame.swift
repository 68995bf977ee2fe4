import Glyphs
import Metrics
package import Terminal

extension Dashboard {
  /// What the terminal is to show.
  package var frame: Frame {
    var frame = Frame(size)
    if hasHeader { header(&frame) }
    if let shown {
      body(shown, &frame)
      detail(shown, &frame)
    } else {
      write(
        isReading ? "Reading \(folder) …" : "", row: bodyStart, column: Layout.indent,
        style: .plain,
        &frame)
    }
    if hasFooter { footer(&frame) }
    return frame
  }

  private var hasHeader: Bool { size.rows >= 4 }
  private var hasFooter: Bool { size.rows >= 3 }
  private var bodyStart: Int { hasHeader ? 2 : 0 }

  /// Lines under the page that say more of the row under the cursor: as many as it takes, so that no
  /// verdict is cut off, as long as the page keeps most of the screen.
  private var detailHeight: Int {
    let (least, most) = size.rows >= 20 ? (2, 4) : size.rows >= 10 ? (1, 3) : (0, 0)
    return min(max(least, detailLines.count), most)
  }

  private var detailLines: [String] {
    guard let page, let row = row(on: page) else { return [] }
    let text = [row.detail, row.hint].compactMap { $0 }.joined(separator: " ")
    return text.isEmpty ? [] : text.wrapped(width: size.columns - Layout.indent)
  }

  /// Lines that a page has.
  var bodyHeight: Int {
    max(1, size.rows - bodyStart - detailHeight - (hasFooter ? 1 : 0))
  }

  private func body(_ shown: Shown, _ frame: inout Frame) {
    let layout = shown.layout
    let place = place(on: shown.page)
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
      write(text.text, row: row, column: text.column, style: text.style, &frame)
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

  /// What more there is to say of the row under the cursor, right under a page that ends early; and how
  /// much of the page lies below.
  private func detail(_ shown: Shown, _ frame: inout Frame) {
    let height = detailHeight
    if height == 0 { return }
    var lines = Array(detailLines.prefix(height))
    if detailLines.count > height {
      lines[height - 1] =
        detailLines[(height - 1)...].joined(separator: " ").fitted(to: size.columns - Layout.indent)
    }
    let below = shown.layout.lines.count - place(on: shown.page).top - bodyHeight
    let top = bodyStart + bodyHeight + (below < 0 ? max(below + 1, -bodyHeight) : 0)
    for (index, line) in lines.enumerated() {
      write(line, row: top + index, column: Layout.indent, style: .muted, &frame)
    }
    let more = "\(Wording.counted(below, "more line")) below"
    let last = lines.count < height ? 0 : (lines.last?.cells ?? 0) + Layout.indent + 2
    if below > 0, last + more.cells <= size.columns {
      write(
        more, row: bodyStart + bodyHeight + height - 1, column: size.columns - more.cells,
        style: .muted, &frame)
    }
  }

  /// Writes a text with what the terminal's font has.
  private func write(
    _ text: String, row: Int, column: Int, style: Style, _ frame: inout Frame
  ) {
    let shown = glyphs == .ascii ? String(text.map { $0 == "…" ? "~" : $0 }) : text
    frame.write(SafeText(shown, limit: 2000), row: row, column: column, style: style)
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
    write(left, row: 0, column: 0, style: .bold, &frame)
    write(right, row: 0, column: size.columns - right.cells, style: .muted, &frame)
  }

  /// The day that is looked from, from the longest way to say it to none.
  private var headerDays: [String] {
    guard let report = evidence?.report else { return [""] }
    let day = Wording.day(report.asOf)
    let customers = Wording.counted(report.customers.known, "customer")
    if isOutdated, !isReading { return ["not read again, as of \(day)", "not read again", ""] }
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

  /// Says something in the last lines, whole as far as half the screen allows.
  private func say(_ message: String, _ frame: inout Frame) {
    let lines = message.wrapped(width: size.columns).prefix(max(1, size.rows / 2))
    for (index, line) in lines.enumerated() {
      let row = size.rows - lines.count + index
      write(
        line.padded(to: size.columns, .left), row: row, column: 0, style: Style(.accent, .bold),
        &frame)
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
