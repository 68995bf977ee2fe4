/// The drawing of a frame: what looks alike is gathered, so that the file stays small.
struct Picture {
  /// What is drawn in one go.
  struct Layer: Hashable {
    /// Behind everything come grounds; nothing else overlaps.
    enum Kind: Hashable {
      case ground, block, rule
      /// So many quarters of the ink.
      case shade(Int)
      case lines, dots, discs
      case words(isBold: Bool)
    }

    var kind: Kind
    var colour: String
    var isDim = false
  }

  /// A rectangle in hundredths of a pixel.
  private struct Rectangle {
    var x, y, width, height: Int
  }

  private var order: [Layer] = []
  private var rectangles: [Layer: [Rectangle]] = [:]
  private var texts: [Layer: String] = [:]

  /// Adds a rectangle; one that goes on from the last becomes part of it, so that no seam is seen.
  mutating func fill(_ layer: Layer, x: Int, y: Int, width: Int, height: Int) {
    note(layer)
    var drawn = rectangles[layer] ?? []
    if let last = drawn.last, last.y == y, last.height == height, last.x + last.width == x {
      drawn[drawn.count - 1].width += width
    } else {
      drawn.append(Rectangle(x: x, y: y, width: width, height: height))
    }
    rectangles[layer] = drawn
  }

  /// Adds strokes, as the data of a path, or elements of text.
  mutating func add(_ text: String, to layer: Layer) {
    note(layer)
    texts[layer, default: ""] += text
  }

  private mutating func note(_ layer: Layer) {
    if rectangles[layer] == nil, texts[layer] == nil { order.append(layer) }
  }

  /// The elements of all layers, a line or more each.
  var elements: String {
    let grounds = order.filter { $0.kind == .ground }
    return (grounds + order.filter { $0.kind != .ground }).map(element).joined()
  }

  private func element(_ layer: Layer) -> String {
    let look = layer.isDim ? " opacity=\".65\"" : ""
    let filled = "<path fill=\"\(layer.colour)\"\(look)"
    let drawn = "<path fill=\"none\" stroke=\"\(layer.colour)\"\(look)"
    let round = "\(drawn) stroke-linecap=\"round\""
    let text = texts[layer] ?? ""
    return switch layer.kind {
    case .ground, .block: "\(filled) shape-rendering=\"crispEdges\" d=\"\(outlines(layer))\"/>\n"
    case .rule: "\(filled) d=\"\(outlines(layer))\"/>\n"
    case .shade(let quarters):
      "\(filled) fill-opacity=\".\(quarters * 25)\" shape-rendering=\"crispEdges\" "
        + "d=\"\(outlines(layer))\"/>\n"
    case .lines: "\(drawn) stroke-width=\"1.2\" d=\"\(text)\"/>\n"
    case .dots: "\(round) stroke-width=\"3\" d=\"\(text)\"/>\n"
    case .discs: "\(round) stroke-width=\"7\" d=\"\(text)\"/>\n"
    case .words(let isBold):
      "<g fill=\"\(layer.colour)\"\(look)\(isBold ? " font-weight=\"700\"" : "")>\n\(text)</g>\n"
    }
  }

  private func outlines(_ layer: Layer) -> String {
    let number = Markup.number(hundredths:)
    return (rectangles[layer] ?? []).map { rectangle in
      "M\(number(rectangle.x)) \(number(rectangle.y))h\(number(rectangle.width))"
        + "v\(number(rectangle.height))h-\(number(rectangle.width))z"
    }.joined()
  }
}
