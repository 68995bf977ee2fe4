import Glyphs
import Terminal

extension Picture {
  /// How far under the top of a cell its letters stand, in hundredths of a pixel.
  private static let baseline = 1330

  /// The look of a cell.
  private struct Look {
    let colour: String
    /// The colour behind it; nil is the paper.
    let ground: String?
    let isBold: Bool
    let isDim: Bool

    init(_ style: Style, _ background: Background) {
      let appearance = Theme.terminal.appearance(of: style.ink, depth: .manyColours)
      let ink = appearance.colour.map(TerminalColour.hexadecimal) ?? background.ink
      let isReversed = style.emphasis.contains(.reversed)
      colour = isReversed ? background.paper : ink
      ground = isReversed ? ink : nil
      isBold = appearance.isBold || style.emphasis.contains(.bold)
      isDim = appearance.isDim
    }

    func layer(_ kind: Layer.Kind) -> Layer { Layer(kind: kind, colour: colour, isDim: isDim) }
  }

  /// Draws a row of a frame.
  mutating func draw(_ frame: Frame, row: Int, _ background: Background) {
    var column = 0
    while column < frame.size.columns {
      let cell = frame[row, column]
      let look = Look(cell.style, background)
      let letters = frame.letters(row: row, column: column)
      let cells = letters.isEmpty ? cell.glyph.cells : letters.count
      let (x, y) = (column * CellShape.cell.width, row * CellShape.cell.height)
      mark(cell.style, look, x: x, y: y, width: cells * CellShape.cell.width)
      if !letters.isEmpty {
        write(letters, look, x: x, y: y)
      } else if let shape = CellShape(cell.glyph.base) {
        draw(shape, look, x: x, y: y)
      } else if cell.glyph != .blank {
        write(cell.glyph, look, x: x, y: y)
      }
      column += cells
    }
  }

  /// Draws what lies behind and under the glyphs of some cells.
  private mutating func mark(_ style: Style, _ look: Look, x: Int, y: Int, width: Int) {
    if let ground = look.ground {
      let layer = Layer(kind: .ground, colour: ground)
      fill(layer, x: x, y: y, width: width, height: CellShape.cell.height)
    }
    if style.emphasis.contains(.underlined) {
      fill(look.layer(.rule), x: x, y: y + Picture.baseline + 170, width: width, height: 100)
    }
  }

  private mutating func draw(_ shape: CellShape, _ look: Look, x: Int, y: Int) {
    switch shape {
    case .dots: add(shape.strokes(x: x, y: y), to: look.layer(.dots))
    case .disc: add(shape.strokes(x: x, y: y), to: look.layer(.discs))
    case .lines, .dashes: add(shape.strokes(x: x, y: y), to: look.layer(.lines))
    case .shade(let quarters):
      fill(
        look.layer(.shade(quarters)), x: x, y: y, width: CellShape.cell.width,
        height: CellShape.cell.height)
    case .block(let columns, let rows):
      let (across, down) = (CellShape.cell.width / 8, CellShape.cell.height / 8)
      fill(
        look.layer(.block), x: x + columns.lowerBound * across, y: y + rows.lowerBound * down,
        width: columns.count * across, height: rows.count * down)
    }
  }

  /// Letters that every monospaced font has: told how long they are, they stand in their cells
  /// whatever the font is.
  private mutating func write(_ letters: String, _ look: Look, x: Int, y: Int) {
    let length = letters.unicodeScalars.count * CellShape.cell.width
    let fitted = letters.count == 1 ? "" : " textLength=\"\(Markup.number(hundredths: length))\""
    add(
      "<text x=\"\(Markup.number(hundredths: x))\" "
        + "y=\"\(Markup.number(hundredths: y + Picture.baseline))\"\(fitted)>"
        + "\(Markup.escaped(letters))</text>\n", to: look.layer(.words(isBold: look.isBold)))
  }

  /// A glyph that may come from another font: in the middle of its cells, by itself, so that it moves
  /// nothing else and nothing turns its direction.
  private mutating func write(_ glyph: Glyph, _ look: Look, x: Int, y: Int) {
    let middle = x + glyph.cells * CellShape.cell.width / 2
    add(
      "<text x=\"\(Markup.number(hundredths: middle))\" "
        + "y=\"\(Markup.number(hundredths: y + Picture.baseline))\" text-anchor=\"middle\">"
        + "\(Markup.escaped(glyph.description))</text>\n",
      to: look.layer(.words(isBold: look.isBold)))
  }
}

extension Frame {
  /// The letters of one style from a cell on, over single blanks; empty where none stands there.
  fileprivate func letters(row: Int, column: Int) -> String {
    let style = self[row, column].style
    var letters = ""
    var (place, isAfterBlank) = (column, false)
    while place < size.columns, self[row, place].style == style {
      let glyph = self[row, place].glyph
      let isBlank = glyph == .blank
      guard glyph.isLetter || isBlank && !isAfterBlank && !letters.isEmpty else { break }
      letters.unicodeScalars.append(glyph.base)
      isAfterBlank = isBlank
      place += 1
    }
    if isAfterBlank { letters.removeLast() }
    return letters
  }
}

extension Glyph {
  /// Whether every monospaced font has it.
  fileprivate var isLetter: Bool {
    marks.isEmpty && (0x21...0x7E ~= base.value || 0xA1...0xFF ~= base.value)
  }
}
