extension CellShape {
  /// The size of a cell in hundredths of a pixel.
  static let cell = (width: 840, height: 1800)

  /// The strokes of a shape whose cell starts at a place, as the data of a path.
  func strokes(x: Int, y: Int) -> String {
    switch self {
    case .dots(let bits):
      // Braille numbers its dots down the left, down the right, then the lowest two.
      [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80].enumerated().map { place, bit in
        Int(bits) & bit == 0
          ? "" : CellShape.dot(x: x + 210 + place % 2 * 420, y: y + 225 + place / 2 * 450)
      }.joined()
    case .disc: CellShape.dot(x: x + 420, y: y + 900)
    case .lines(let edges): CellShape.lines(edges, x: x, y: y)
    case .dashes(let edges): CellShape.dashes(edges, x: x, y: y)
    case .block, .shade: ""
    }
  }

  /// A line of hardly any length: its round ends are the dot.
  private static func dot(x: Int, y: Int) -> String { "M\(point(x, y))h.01" }

  /// Lines a little longer than the cell is wide, so that no gap is seen between two cells.
  private static func lines(_ edges: Edges, x: Int, y: Int) -> String {
    let middle = (x: x + cell.width / 2, y: y + cell.height / 2)
    let left = edges.contains(.left) ? max(0, x - 20) : middle.x
    let right = edges.contains(.right) ? x + cell.width + 20 : middle.x
    let top = edges.contains(.top) ? y : middle.y
    let bottom = edges.contains(.bottom) ? y + cell.height : middle.y
    if !edges.contains(.level), !edges.contains(.upright), left < right, top < bottom {
      let (end, side) = (top < middle.y ? top : bottom, left < middle.x ? left : right)
      return "M\(point(middle.x, end))V\(number(middle.y))H\(number(side))"
    }
    return (top < bottom ? "M\(point(middle.x, top))V\(number(bottom))" : "")
      + (left < right ? "M\(point(left, middle.y))H\(number(right))" : "")
  }

  private static func dashes(_ edges: Edges, x: Int, y: Int) -> String {
    let isUpright = edges == .upright
    let step = (isUpright ? cell.height : cell.width) / 4
    return (0..<4).map { index in
      let start = index * step + step / 4
      return isUpright
        ? "M\(point(x + cell.width / 2, y + start))v\(number(step / 2))"
        : "M\(point(x + start, y + cell.height / 2))h\(number(step / 2))"
    }.joined()
  }

  private static func point(_ x: Int, _ y: Int) -> String { "\(number(x)) \(number(y))" }

  private static func number(_ hundredths: Int) -> String {
    Markup.number(hundredths: hundredths)
  }
}
