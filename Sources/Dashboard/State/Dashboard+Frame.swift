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

  /// Lines under the page that say more of the row under the cursor: as many as it takes, so that no
  /// verdict is cut off, as long as the page keeps most of the screen.
  private var detailHeight: Int {
    let (least, most) = size.rows >= 20 ? (2, 4) : size.rows >= 10 ? (1, 3) : (0, 0)
    // A list's rows have no detail, and its height must not change while it scrolls.
    return layer.isList ? least : min(max(least, detailLines.count), most)
  }

  /// What there is to say of the row under the cursor, as lines.
  private var detailLines: [String] {
    guard let row = rowUnderCursor else { return [] }
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
    let column = part.cells.last { $0.index <= place.column }
    if let column { frame.emphasize(column.columns, row: row, .reversed) }
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
      write(line, row: top + index, column: Layout.indent, style: .muted, &frame)
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
