/// What of a cell is drawn as a shape, since fonts draw it in their own ways or leave it out.
enum CellShape: Equatable {
  /// Dots of a braille pattern, numbered as Unicode does.
  case dots(UInt8)
  /// A part of the cell, in eighths from its top left.
  case block(columns: Range<Int>, rows: Range<Int>)
  /// So many quarters of the ink all over the cell.
  case shade(Int)
  /// Lines from the middle to some of the edges.
  case lines(Edges)
  /// A line of dashes from edge to edge.
  case dashes(Edges)
  /// A filled circle.
  case disc

  /// Edges of a cell.
  struct Edges: OptionSet, Hashable {
    let rawValue: UInt8
    static let top = Edges(rawValue: 1)
    static let right = Edges(rawValue: 2)
    static let bottom = Edges(rawValue: 4)
    static let left = Edges(rawValue: 8)
    static let upright: Edges = [.top, .bottom]
    static let level: Edges = [.left, .right]
  }

  /// The shape of a character; nil where it is a letter like others.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x2800...0x28FF: self = .dots(UInt8(scalar.value - 0x2800))
    case 0x2580: self = .block(columns: 0..<8, rows: 0..<4)
    case 0x2581...0x2588:
      self = .block(columns: 0..<8, rows: 8 - Int(scalar.value - 0x2580)..<8)
    case 0x2589...0x258F:
      self = .block(columns: 0..<8 - Int(scalar.value - 0x2588), rows: 0..<8)
    case 0x2590: self = .block(columns: 4..<8, rows: 0..<8)
    case 0x2591...0x2593: self = .shade(Int(scalar.value - 0x2590))
    case 0x2504, 0x2508: self = .dashes(.level)
    case 0x2506, 0x250A: self = .dashes(.upright)
    case 0x25CF: self = .disc
    default:
      guard let edges = CellShape.boxes[scalar] else { return nil }
      self = .lines(edges)
    }
  }

  private static let boxes: [Unicode.Scalar: Edges] = [
    "─": .level, "│": .upright, "┼": [.level, .upright],
    "┌": [.right, .bottom], "┐": [.left, .bottom], "└": [.right, .top], "┘": [.left, .top],
    "╭": [.right, .bottom], "╮": [.left, .bottom], "╰": [.right, .top], "╯": [.left, .top],
    "├": [.upright, .right], "┤": [.upright, .left], "┬": [.level, .bottom], "┴": [.level, .top],
    "╴": .left, "╵": .top, "╶": .right, "╷": .bottom,
  ]
}
