import CNcurses
import Glyphs

extension Screen {
  /// Hands a row over in pieces of one style.
  func draw(_ frame: Frame, row: Int) {
    var column = 0
    while column < frame.size.columns {
      let start = column
      let style = frame[row, start].style
      var text: [wchar_t] = []
      while column < frame.size.columns {
        let cell = frame[row, column]
        // A wide glyph is drawn whole, even where only half of it is emphasized.
        guard cell.style == style || cell.isTail else { break }
        if !cell.isTail { text += scalars(cell.glyph) }
        column += 1
      }
      let look = Palette.appearance(of: style.ink, depth: abilities.colours)
      unsafe wattr_set(window, attributes(style, look), pair(style.ink), nil)
      unsafe mvwaddnwstr(window, Int32(row), Int32(start), text, Int32(text.count))
    }
  }

  private func pair(_ ink: Ink) -> Int16 {
    abilities.colours == .none ? 0 : Int16(ink.rawValue) + 1
  }

  private func attributes(_ style: Style, _ look: Appearance) -> attr_t {
    var attributes: attr_t = 0
    if style.emphasis.contains(.bold) || look.isBold { attributes |= nc_bold() }
    if style.emphasis.contains(.underlined) { attributes |= nc_underline() }
    if style.emphasis.contains(.reversed) { attributes |= nc_reverse() }
    if look.isDim { attributes |= nc_dim() }
    return attributes
  }

  /// A glyph as ncurses takes it; one that this terminal or this C library would give another width
  /// gets a stand-in of the right width, or the row would shift.
  private func scalars(_ glyph: Glyph) -> [wchar_t] {
    let base = glyph.base.value
    if base < 0x7F { return [wchar_t(base)] + glyph.marks.map { wchar_t($0.value) } }
    guard abilities.isUnicode, Int(nc_cell_width(base)) == glyph.cells else {
      return [wchar_t](repeating: 0x3F, count: glyph.cells)
    }
    return [wchar_t(base)] + glyph.marks.map { wchar_t($0.value) }
  }
}
