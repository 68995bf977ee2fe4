/// Splits records in which nothing is quoted, and that have as many fields as they should: nearly all.
///
/// Where fields end is found for some thousand bytes at once, which takes less time than going from field to
/// field as `RecordScanner` does. What is not split here is for the scanner.
struct FieldEnds {
  /// Where fields end, ascending from `first` to before `end`; at line breaks the highest bit is set.
  private var places: [UInt32] = []
  private var (first, end) = (0, 0)
  /// How far the bytes have been looked through: no quote stands between the next record's start and here.
  private var seen = 0
  /// Where the next record starts, if the one before was split here.
  private var position = 0

  private static let lineBreak: UInt32 = 1 << 31
  /// How many bytes are looked through at once.
  private static let chunk = 1 << 12

  /// Other bytes are split from here on.
  mutating func begin() {
    (first, end) = (0, 0)
    (seen, position) = (0, 0)
  }

  /// Splits the record at a place into its fields, and gives where the next one starts. Nil where it has not
  /// so many fields, where a quote is in it, or where it does not end with a line break before `limit`.
  @inline(__always)
  mutating func next(
    _ bytes: Span<UInt8>, from start: Int, limit: Int, fields: inout [Record.Field]
  ) -> Int? {
    if start != position { drop(before: start) }
    let count = fields.count
    while end - first < count {
      if !look(bytes, limit: limit) { return nil }
    }
    var room = fields.mutableSpan
    var fieldStart = start
    var breaks: UInt32 = 0
    for index in 0..<count - 1 {
      let place = places[first + index]
      breaks |= place
      room[index] = Record.Field(start: fieldStart, end: Int(place))
      fieldStart = Int(place) + 1
    }
    let last = places[first + count - 1]
    guard breaks & FieldEnds.lineBreak == 0, last & FieldEnds.lineBreak != 0 else { return nil }
    let lineEnd = Int(last & ~FieldEnds.lineBreak)
    guard lineEnd - start < RecordScanner.longest else { return nil }
    room[count - 1] = Record.Field(start: fieldStart, end: lineEnd)
    first += count
    position = lineEnd + 1
    // The LF of a CRLF ends nothing.
    if bytes[lineEnd] == UInt8(ascii: "\r"), position < limit, bytes[position] == UInt8(ascii: "\n")
    {
      drop(before: position + 1)
    }
    return position
  }

  /// Goes on at a place.
  private mutating func drop(before start: Int) {
    position = start
    while first < end, Int(places[first] & ~FieldEnds.lineBreak) < start { first += 1 }
    seen = max(seen, start)
  }

  /// Looks through the next bytes; false where there are none before a quote.
  private mutating func look(_ bytes: Span<UInt8>, limit: Int) -> Bool {
    guard seen < limit, bytes[seen] != UInt8(ascii: "\"") else { return false }
    let left = end - first
    for index in 0..<left { places[index] = places[first + index] }
    let part = seen..<min(seen + FieldEnds.chunk, limit)
    let room = left + part.count + 8
    if places.count < room {
      places.append(contentsOf: repeatElement(0, count: max(room, FieldEnds.chunk) - places.count))
    }
    let looked = bytes.fieldEnds(in: part, to: &places, from: left)
    (first, end) = (0, left + looked.found)
    seen = looked.seen
    return true
  }
}
