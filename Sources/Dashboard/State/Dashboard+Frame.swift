import Glyphs
import Metrics
package import Terminal

extension Dashboard {
  /// What the terminal is to show.
  package var frame: Frame {
    var frame = Frame(size)
    if hasHeader {
      header(&frame)
      drawTabs(&frame)
    }
    if let shown {
      body(shown, &frame)
      detail(shown, &frame)
    } else {
      for (row, line) in waiting.enumerated() {
        write(line, row: bodyStart + row, column: Layout.indent, style: .plain, &frame)
      }
    }
    if hasFooter { footer(&frame) }
    return frame
  }

  var hasHeader: Bool { size.rows >= 4 }
  var hasFooter: Bool { size.rows >= 3 }
  var bodyStart: Int { hasHeader ? 2 : 0 }

  /// Lines under the page that say more of the row under the cursor. Where there is room for them they
  /// are as many for every row, so that the page stands still while the cursor moves; on a low screen
  /// a row takes what it needs, as long as the page keeps most of it.
  private var detailHeight: Int {
    // A list's rows have little to say, and what they fetch must not change while it scrolls.
    if size.rows >= 20 { return layer.isList ? 2 : mostDetail }
    return size.rows < 10 ? 0 : layer.isList ? 1 : min(max(1, detailLines.count), mostDetail)
  }

  private var mostDetail: Int {
    let lines = (Dashboard.detailBytes - 1) / max(1, size.columns - Layout.indent) + 1
    return size.rows >= 20 ? min(max(2, lines), 3) : size.rows >= 10 ? 3 : 0
  }

  /// What there is to say of the row under the cursor, as lines: the first thing, and of the others what
  /// has room whole. `i` says all of it; that there is more is seen.
  private var detailLines: [String] {
    guard let row = rowUnderCursor else { return [] }
    let width = size.columns - Layout.indent
    var lines: [String] = []
    var said = ""
    for part in [row.detail, row.hint, row.more].compactMap({ $0 }) {
      let longer = said.isEmpty ? part : said + " " + part
      let wrapped = longer.wrapped(width: width)
      if !said.isEmpty, wrapped.count > mostDetail || longer.utf8.count > Dashboard.detailBytes {
        if let last = lines.last, last.cells + 2 <= width { lines[lines.count - 1] = last + " …" }
        break
      }
      (said, lines) = (longer, wrapped)
    }
    return lines
  }

  /// Bytes that more than one sentence may take, as many as two lines of 80 columns hold: every move
  /// sends them anew, and over a slow line 300 bytes are felt.
  private static let detailBytes = 156

  /// Lines that a page has.
  var bodyHeight: Int {
    max(1, size.rows - bodyStart - detailHeight - (hasFooter ? 1 : 0))
  }

  private func body(_ shown: Shown, _ frame: inout Frame) {
    let layout = shown.layout
    let place = place(on: shown.page)
    for row in 0..<bodyHeight {
      guard let line = line(atRow: row, of: shown, place) else { break }
      let isFirst = layout.places[place.stop]?.lowerBound == place.top + row
      draw(line, row: bodyStart + row, place, shown.page, isFirst: isFirst || row == 0, &frame)
    }
  }

  /// What a row of the body shows: the titles of the columns stay while their rows go by. nil outside of
  /// the body and under the end of the page.
  func line(atRow row: Int, of shown: Shown, _ place: Place) -> LaidLine? {
    let lines = shown.layout.lines
    guard (0..<bodyHeight).contains(row), lines.indices.contains(place.top + row) else {
      return nil
    }
    let line = lines[place.top + row]
    if row == 0, let head = line.head, head < place.top { return lines[head] }
    return line
  }

  /// Draws a line; the cursor stands on the first line that is seen of what it is on, and a star before
  /// what is marked.
  private func draw(
    _ line: LaidLine, row: Int, _ place: Place, _ page: Page, isFirst: Bool, _ frame: inout Frame
  ) {
    for text in line.texts {
      write(text.text, row: row, column: text.column, style: text.style, &frame)
    }
    for part in line.parts where isMarked(part.stop, page) {
      frame.write(
        SafeText("*"), row: row, column: part.columns.lowerBound + 1, style: Style(.accent, .bold))
    }
    guard let part = line.parts.first(where: { $0.stop == place.stop }) else { return }
    if isFirst {
      frame.write(
        SafeText(">"), row: row, column: part.columns.lowerBound, style: Style(.accent, .bold))
      frame.cursor = (row, part.columns.lowerBound)
    }
    // The mark shows a first column of names, and the beginning of a wide cell all of it: what changes
    // its look is sent anew.
    guard let cell = part.cells.last(where: { $0.index <= place.column }),
      cell != part.cells.first || cell.columns.count <= 8
    else { return }
    frame.emphasize(cell.columns.prefix(20), row: row, .reversed)
  }

  private func isMarked(_ stop: Stop, _ page: Page) -> Bool {
    guard !marks.isEmpty, let mark = page.table(at: stop.section)?.row(at: stop.row)?.mark else {
      return false
    }
    return marks.contains(mark)
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
    let below = linesBelow(shown)
    let top = bodyStart + bodyHeight + (below < 0 ? max(below + 1, -bodyHeight) : 0)
    for (index, line) in lines.enumerated() {
      // A bar tells it from the rows where there is no colour to.
      write(glyphs.axis.upright, row: top + index, column: 0, style: .muted, &frame)
      write(line, row: top + index, column: Layout.indent, style: .plain, &frame)
    }
    let more =
      layer.isList
      ? listPosition(shown) : below > 0 ? "\(Wording.counted(below, "more line")) below" : ""
    let last = lines.count < height ? 0 : (lines.last?.cells ?? 0) + Layout.indent + 2
    if last + more.cells <= size.columns {
      write(
        more, row: bodyStart + bodyHeight + height - 1, column: size.columns - more.cells,
        style: .muted, &frame)
    }
  }

  private func linesBelow(_ shown: Shown) -> Int {
    shown.layout.lines.count - place(on: shown.page).top - bodyHeight
  }

  /// Where in a list the cursor is.
  private func listPosition(_ shown: Shown) -> String {
    let stop = place(on: shown.page).stop
    guard let table = shown.page.table(at: stop.section), table.rowCount > 0 else { return "" }
    return "\(Wording.count(stop.row + 1)) of \(Wording.count(table.rowCount))"
  }

  /// Writes a text with what the terminal's font has.
  func write(
    _ text: String, row: Int, column: Int, style: Style, _ frame: inout Frame
  ) {
    let shown = glyphs == .ascii ? String(text.map { $0 == "…" ? "~" : $0 }) : text
    frame.write(SafeText(shown, limit: 2000), row: row, column: column, style: style)
  }
}
