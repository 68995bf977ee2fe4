/// A grid of dots, several of them a cell, to draw lines in.
struct DotGrid {
  /// What of a cell is drawn.
  private struct Dots {
    var bits: UInt8 = 0
    /// Which line was drawn last.
    var line = 0
    /// Whether nothing but a bound was drawn.
    var isLight = true
  }

  let glyphs: GlyphSet
  let columns: Int
  let rows: Int
  private var cells: [Dots]

  init(columns: Int, rows: Int, glyphs: GlyphSet) {
    self.glyphs = glyphs
    self.columns = columns
    self.rows = rows
    cells = [Dots](repeating: Dots(), count: columns * rows)
  }

  /// Dots a cell, across and down.
  private var density: (across: Int, down: Int) {
    switch glyphs {
    case .braille: (2, 4)
    case .block: (1, 2)
    case .ascii: (1, 1)
    }
  }

  /// How many dots there are from left to right.
  var width: Int { columns * density.across }
  /// How many dots there are from bottom to top.
  var height: Int { rows * density.down }

  /// Draws a dot of a line, or of its bounds, which are to be seen as less than it; `y` counts from the
  /// bottom.
  mutating func draw(x: Int, y: Int, line: Int, isLight: Bool = false) {
    guard (0..<width).contains(x), (0..<height).contains(y) else { return }
    let (across, down) = density
    let fromTop = height - 1 - y
    let cell = fromTop / down * columns + x / across
    cells[cell].bits |= bit(x % across, fromTop % down)
    cells[cell].line = line
    if !isLight { cells[cell].isLight = false }
  }

  private func bit(_ x: Int, _ y: Int) -> UInt8 {
    switch glyphs {
    // Braille numbers its dots down the left, down the right, then the lowest two.
    case .braille: [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]][y][x]
    case .block, .ascii: 1 << UInt8(y)
    }
  }

  /// The character of a cell and the line it belongs to; nil where nothing is drawn.
  func cell(row: Int, column: Int) -> (text: String, line: Int)? {
    let dots = cells[row * columns + column]
    if dots.bits == 0 { return nil }
    let text: String =
      switch glyphs {
      case .braille: String(Character(Unicode.Scalar(0x2800 + UInt32(dots.bits)) ?? " "))
      case .block: dots.isLight ? "·" : ["", "▀", "▄", "█"][Int(dots.bits)]
      case .ascii: dots.isLight ? "." : glyphs.series[dots.line % glyphs.series.count]
      }
    return (text, dots.line)
  }
}
