import CNcurses
import Glyphs

extension Screen {
  /// Hands over the rows that differ from what was handed over before.
  func draw(_ frame: Frame) {
    let known = drawn.flatMap { $0.size == frame.size ? $0 : nil }
    if known == nil { unsafe werase(window) }
    // One for all, since a large screen has thousands of pieces.
    var text: [wchar_t] = []
    for row in 0..<min(frame.size.rows, size.rows) {
      if let known {
        if frame.hasSameRow(row, as: known) { continue }
        unsafe wmove(window, Int32(row), 0)
        unsafe wclrtoeol(window)
      }
      draw(frame, row: row, &text)
    }
    drawn = frame
  }

  /// Hands an empty row over in pieces of one style.
  private func draw(_ frame: Frame, row: Int, _ text: inout [wchar_t]) {
    var column = 0
    while column < frame.size.columns {
      let start = column
      let style = frame[row, start].style
      var isSeen = !style.emphasis.isDisjoint(with: [.reversed, .underlined])
      text.removeAll(keepingCapacity: true)
      while column < frame.size.columns {
        let cell = frame[row, column]
        // A wide glyph is drawn whole, even where only half of it is emphasized.
        guard cell.style == style || cell.isTail else { break }
        if !cell.isTail { append(cell.glyph, to: &text) }
        isSeen = isSeen || cell.glyph != .blank
        column += 1
      }
      if !isSeen { continue }
      let look = theme.appearance(of: style.ink, depth: abilities.colours)
      unsafe wattr_set(window, attributes(style, look), pair(style.ink), nil)
      unsafe mvwaddnwstr(window, Int32(row), Int32(start), text, Int32(text.count))
    }
  }

  private func attributes(_ style: Style, _ look: Appearance) -> attr_t {
    var attributes: attr_t = 0
    if style.emphasis.contains(.bold) || look.isBold { attributes |= nc_bold() }
    if style.emphasis.contains(.underlined) { attributes |= nc_underline() }
    if style.emphasis.contains(.reversed) { attributes |= nc_reverse() }
    if look.isDim { attributes |= nc_dim() }
    return attributes
  }

  /// Adds a glyph as ncurses takes it; one that this terminal or this C library would give another
  /// width gets a stand-in of the right width, or the row would shift.
  private func append(_ glyph: Glyph, to text: inout [wchar_t]) {
    let base = glyph.base.value
    if base >= 0x7F, !abilities.isUnicode || Int(nc_cell_width(base)) != glyph.cells {
      text.append(contentsOf: repeatElement(0x3F, count: glyph.cells))
      return
    }
    text.append(wchar_t(base))
    if glyph.hasMarks { text += glyph.marks.map { wchar_t($0.value) } }
  }
}
