import Tables

/// The rows of those touches of a stretch of the log that reached the person.
struct ContactRows: Sequence, IteratorProtocol {
  // Not the touches: whoever holds all their columns counts references to each.
  private let kind: [Int32]
  private let kinds: [TouchKind]
  private var rows: Range<Int>

  init(_ rows: Range<Int>, of touches: Touches) {
    self.rows = rows
    kind = touches.kind
    kinds = touches.kinds
  }

  var isEmpty: Bool { !contains { _ in true } }

  var first: Int? { first { _ in true } }

  @inline(__always)
  mutating func next() -> Int? {
    while let row = rows.first {
      rows = (row + 1)..<rows.upperBound
      if kinds[Int(kind[row])].event.isTouch { return row }
    }
    return nil
  }
}
