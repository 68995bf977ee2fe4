import Tables

/// The rows of those touches of a stretch of the log that reached the person.
struct ContactRows: Sequence, IteratorProtocol {
  private let events: [TouchEvent]
  private var rows: Range<Int>

  init(_ rows: Range<Int>, events: [TouchEvent]) {
    self.rows = rows
    self.events = events
  }

  var isEmpty: Bool { !contains { _ in true } }

  var first: Int? { first { _ in true } }

  @inline(__always)
  mutating func next() -> Int? {
    while let row = rows.first {
      rows = (row + 1)..<rows.upperBound
      if events[row].isTouch { return row }
    }
    return nil
  }
}
