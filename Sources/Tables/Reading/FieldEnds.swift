/// Splits records in which nothing is quoted, and that have as many fields as they should: nearly all.
///
/// Where fields end is found for some thousand bytes at once, which takes less time than going from field to
/// field as `RecordScanner` does. What is not split here is for the scanner.
struct FieldEnds {
  /// Where fields end, ascending from `first` to before `end`.
  private var places: [UInt32] = []
  private var (first, end) = (0, 0)
  /// Which of the places are line breaks, ascending from `firstLine` to before `endLine`.
  private var lines: [UInt32] = []
  private var (firstLine, endLine) = (0, 0)
  /// How far the bytes have been looked through: no quote stands between the next record's start and here.
  private var seen = 0
  /// Where the next record starts, if the one before was split here.
  private var position = 0

  /// How many bytes are looked through at once.
  private static let chunk = 1 << 12

  /// Other bytes are split from here on.
  mutating func begin() {
    (first, end, firstLine, endLine) = (0, 0, 0, 0)
    (seen, position) = (0, 0)
  }

  /// Splits the record at a place into its fields, and gives where the next one starts. Nil where it has not
  /// so many fields, where a quote is in it, or where it does not end with a line break before `limit`.
  @inline(__always)
  mutating func next(
    _ bytes: Span<UInt8>, from start: Int, limit: Int, fields: inout [Record.Field]
  ) -> Int? {
    if start != position { drop(before: start) }
    while firstLine == endLine {
      // It has too many fields, wherever it ends.
      if end - first >= fields.count { return nil }
      if !look(bytes, limit: limit) { return nil }
    }
    let last = Int(lines[firstLine])
    guard last - first + 1 == fields.count else { return nil }
    let lineEnd = Int(places[last])
    // Whether one that is about as long as any may be is too long is for the scanner to say.
    guard lineEnd - start < RecordScanner.longest - 1 else { return nil }
    var room = fields.mutableSpan
    var fieldStart = start
    for index in room.indices {
      let place = Int(places[first + index])
      room[index] = Record.Field(start: fieldStart, end: place)
      fieldStart = place + 1
    }
    first = last + 1
    firstLine += 1
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
    while first < end, places[first] < start { first += 1 }
    while firstLine < endLine, lines[firstLine] < first { firstLine += 1 }
    seen = max(seen, start)
  }

  /// Looks through the next bytes; false where there are none before a quote. All lines have been taken.
  private mutating func look(_ bytes: Span<UInt8>, limit: Int) -> Bool {
    guard seen < limit, bytes[seen] != UInt8(ascii: "\"") else { return false }
    let left = end - first
    if first > 0 {
      for index in 0..<left { places[index] = places[first + index] }
    }
    let part = seen..<min(seen + FieldEnds.chunk, limit)
    places.fill(to: left + part.count + 4)
    lines.fill(to: part.count)
    (first, firstLine) = (0, 0)
    (end, endLine, seen) = bytes.fieldEnds(in: part, to: &places, from: left, lines: &lines)
    return true
  }
}

extension [UInt32] {
  /// Fills up with zeros to a count.
  fileprivate mutating func fill(to count: Int) {
    if count > self.count {
      append(contentsOf: repeatElement(0, count: count - self.count))
    }
  }
}
