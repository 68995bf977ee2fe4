import Glyphs
package import Terminal

extension Frame {
  /// Hundredths of a pixel around the cells.
  private static let margin = 1400

  /// The frame as a picture: a cell is 8.4 x 18 pixels, charts are drawn as shapes, so that it looks
  /// the same with any font. The same frame gives the same bytes.
  package func svg(title: String, background: Background = .light) -> String {
    var picture = Picture()
    for row in 0..<size.rows { picture.draw(self, row: row, background) }
    let width = size.columns * CellShape.cell.width + 2 * Frame.margin
    let height = size.rows * CellShape.cell.height + 2 * Frame.margin
    let number = Markup.number(hundredths:)
    let whole = "width=\"\(number(width))\" height=\"\(number(height))\""
    let sheet = "width=\"\(number(width - 100))\" height=\"\(number(height - 100))\""
    let margin = number(Frame.margin)
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" \(whole) \
      viewBox="0 0 \(number(width)) \(number(height))">
      <title>\(Markup.escaped(SafeText(title).description))</title>
      <rect x="0.5" y="0.5" \(sheet) rx="6" fill="\(background.paper)" \
      stroke="\(background.edge)"/>
      <g transform="translate(\(margin) \(margin))" font-size="14" \
      font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace">
      \(picture.elements)</g>
      </svg>

      """
  }
}
