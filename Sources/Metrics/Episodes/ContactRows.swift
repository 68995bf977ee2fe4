import Tables

/// The rows of those touches of a stretch of the log that reached the person.
struct ContactRows: Sequence, IteratorProtocol {
  private let rows: [Int32]
  private let events: [TouchEvent]
  private var places: Range<Int>

  init(rows: [Int32], events: [TouchEvent], places: Range<Int>) {
    self.rows = rows
    self.events = events
    self.places = places
  }

  var isEmpty: Bool { !contains { _ in true } }

  var first: Int? { first { _ in true } }

  @inline(__always)
  mutating func next() -> Int? {
    while !places.isEmpty {
      let row = Int(rows[places.lowerBound])
      places = (places.lowerBound + 1)..<places.upperBound
      if events[row].isTouch { return row }
    }
    return nil
  }
}
