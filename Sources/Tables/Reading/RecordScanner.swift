/// Splits bytes into the fields of one record after another, by RFC 4180.
///
/// A record ends at LF, CRLF or a lone CR outside quotes. A quote counts only as the first byte of a
/// field; elsewhere it is text, as in `5" pipe`. Bytes are looked at 64 at a time: behind the last
/// that counts there must be 64 more.
struct RecordScanner {
  enum Outcome: Equatable {
    /// A whole record of so many fields; `fields` holds as many of them as it has room for.
    case record(fieldCount: Int)
    /// The record goes on after the bytes at hand; so many of its fields end before.
    case incomplete(fieldCount: Int)
    /// The record breaks the format; so many fields came before.
    case malformed(RowProblem, fieldCount: Int)
  }

  /// The bytes behind the last one that counts.
  static let padding = 64

  /// The longest record, in bytes.
  static let longest = 1 << 20

  /// Where the next record starts.
  private(set) var position: Int
  /// Line breaks passed so far.
  private(set) var lines = 0
  /// Whether a field of the record has doubled quotes.
  private(set) var hasDoubledQuotes = false
  /// The separators of the 64 bytes from `base` on that are not passed yet.
  private var mask: UInt64 = 0
  private var base: Int

  init(from position: Int) {
    self.position = position
    base = position - 64
  }

  /// Splits the record at `position` and moves behind it; `isLast` says that nothing follows the end.
  mutating func next(
    _ bytes: Span<UInt8>, end: Int, isLast: Bool, fields: inout [Record.Field]
  ) -> Outcome {
    let limit = min(end, position + RecordScanner.longest)
    // Whatever follows, a record of that length is too long.
    let isWhole = isLast && limit == end && limit - position < RecordScanner.longest
    let outcome = split(bytes, limit: limit, isLast: isWhole, fields: &fields)
    guard case .incomplete(let fieldCount) = outcome, limit - position == RecordScanner.longest
    else { return outcome }
    // So many bytes without an end: mostly a quote that is never closed.
    let hasLines = (position..<limit).contains { bytes[$0] == UInt8(ascii: "\n") }
    return .malformed(hasLines ? .quoteNotClosed : .lineTooLong, fieldCount: fieldCount)
  }

  /// Goes on behind a line that was split elsewhere, and in which nothing is quoted.
  @inline(__always)
  mutating func passLine(to next: Int) {
    position = next
    lines += 1
    hasDoubledQuotes = false
    seek(next)
  }

  /// Moves behind the line break that ends the line at `position`, or to the end where none does.
  mutating func skipLine(_ bytes: Span<UInt8>, end: Int, isLast: Bool) -> Bool {
    var place = position
    while place < end, bytes[place] != 10, bytes[place] != 13 { place += 1 }
    // Only the next byte tells CRLF from a lone CR.
    let isFound = place < end && (bytes[place] == 10 || place + 1 < end || isLast)
    if isFound {
      place += bytes[place] == 13 && place + 1 < end && bytes[place + 1] == 10 ? 2 : 1
      lines += 1
    }
    position = isFound ? place : end
    seek(position)
    return isFound
  }

  private mutating func split(
    _ bytes: Span<UInt8>, limit: Int, isLast: Bool, fields: inout [Record.Field]
  ) -> Outcome {
    var room = fields.mutableSpan
    var count = 0
    var start = position
    var linesInside = 0
    hasDoubledQuotes = false
    while true {
      let place = nextSeparator(bytes, limit)
      // The LF of a CRLF, or what a quoted field holds.
      if place < start { continue }
      if place < limit, bytes[place] == UInt8(ascii: "\"") {
        guard place == start else { continue }
        switch RecordScanner.quotedField(bytes, at: place, limit: limit, isLast, &linesInside) {
        case .field(let field, let next):
          if count < room.count { room[count] = field }
          if field.hasDoubledQuotes { hasDoubledQuotes = true }
          start = next
          seek(next)
          // What ends the field is the next separator, and no field starts before it.
          let terminator = nextSeparator(bytes, limit)
          count += 1
          if terminator < limit, bytes[terminator] == UInt8(ascii: ",") {
            start = terminator + 1
            continue
          }
          return finish(bytes, at: terminator, limit, isLast, count, linesInside)
        case .incomplete: return .incomplete(fieldCount: count)
        case .malformed(let problem): return .malformed(problem, fieldCount: count)
        }
      }
      if count < room.count { room[count] = Record.Field(start: start, end: place) }
      count += 1
      start = place + 1
      if place < limit, bytes[place] == UInt8(ascii: ",") { continue }
      return finish(bytes, at: place, limit, isLast, count, linesInside)
    }
  }

  /// Moves behind the line break at a place, or finds that the bytes end there.
  @inline(__always)
  private mutating func finish(
    _ bytes: Span<UInt8>, at place: Int, _ limit: Int, _ isLast: Bool, _ count: Int,
    _ linesInside: Int
  ) -> Outcome {
    guard place < limit else {
      guard isLast else { return .incomplete(fieldCount: count - 1) }
      position = limit
      lines += linesInside
      return .record(fieldCount: count)
    }
    var next = place + 1
    if bytes[place] == UInt8(ascii: "\r") {
      // Only the next byte tells CRLF from a lone CR.
      if next == limit, !isLast { return .incomplete(fieldCount: count) }
      if next < limit, bytes[next] == UInt8(ascii: "\n") { next += 1 }
    }
    position = next
    lines += linesInside + 1
    return .record(fieldCount: count)
  }

  /// The next separator, or `limit` where there is none before it.
  @inline(__always)
  private mutating func nextSeparator(_ bytes: Span<UInt8>, _ limit: Int) -> Int {
    while mask == 0 {
      base += 64
      if base >= limit {
        base = limit
        return limit
      }
      mask = bytes.separators(at: base)
    }
    let place = base + mask.trailingZeroBitCount
    mask &= mask &- 1
    return min(place, limit)
  }

  /// Goes on at a place.
  private mutating func seek(_ position: Int) {
    base = position - 64
    mask = 0
  }

  private enum Quoted {
    case field(Record.Field, next: Int)
    case incomplete
    case malformed(RowProblem)
  }

  private static func quotedField(
    _ bytes: Span<UInt8>, at start: Int, limit: Int, _ isLast: Bool, _ lines: inout Int
  ) -> Quoted {
    let quote = UInt8(ascii: "\"")
    var field = Record.Field(start: start + 1, end: start + 1)
    var position = start + 1
    while true {
      while position < limit, bytes[position] != quote {
        if breaksLine(bytes, position, limit) { lines += 1 }
        position += 1
      }
      if position == limit { return isLast ? .malformed(.quoteNotClosed) : .incomplete }
      if position + 1 == limit, !isLast { return .incomplete }
      guard position + 1 < limit, bytes[position + 1] == quote else { break }
      field.hasDoubledQuotes = true
      position += 2
    }
    field.end = position
    position += 1
    while position < limit, bytes[position] == UInt8(ascii: " ") { position += 1 }
    if position < limit, !endsField(bytes[position]) { return .malformed(.textAfterQuote) }
    return .field(field, next: position)
  }

  @inline(__always)
  static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// LF, or a CR that no LF follows.
  @inline(__always)
  private static func breaksLine(_ bytes: Span<UInt8>, _ position: Int, _ limit: Int) -> Bool {
    if bytes[position] == UInt8(ascii: "\n") { return true }
    return bytes[position] == UInt8(ascii: "\r") && position + 1 < limit
      && bytes[position + 1] != UInt8(ascii: "\n")
  }
}
