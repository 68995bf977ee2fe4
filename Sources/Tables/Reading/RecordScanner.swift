/// Splits bytes into the fields of one record, by RFC 4180.
///
/// A record ends at LF, CRLF or a lone CR outside quotes. A quote counts only as the first byte of a
/// field; elsewhere it is text, as in `5" pipe`.
enum RecordScanner {
  enum Outcome: Equatable {
    /// A whole record; the next one starts at `next`, `lines` line breaks later.
    case record(next: Int, lines: Int)
    /// The record goes on after the bytes at hand.
    case incomplete
    /// The record breaks the format.
    case malformed(RowProblem)
  }

  /// Scans from `start`; `isLast` says that nothing follows the bytes.
  static func scan(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool, fields: inout [Record.Field]
  ) -> Outcome {
    fields.removeAll(keepingCapacity: true)
    var position = start
    var lines = 0
    while true {
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        switch quotedField(bytes, at: position, isLast: isLast, lines: &lines) {
        case .field(let field, let next):
          fields.append(field)
          position = next
        case .incomplete: return .incomplete
        case .malformed(let problem): return .malformed(problem)
        }
      } else {
        let from = position
        while position < bytes.count, !endsField(bytes[position]) { position += 1 }
        fields.append(Record.Field(start: from, end: position))
      }
      guard position < bytes.count else {
        return isLast ? .record(next: position, lines: lines) : .incomplete
      }
      let end = bytes[position]
      position += 1
      if end == UInt8(ascii: ",") { continue }
      if end == UInt8(ascii: "\r") {
        // Only the next byte tells CRLF from a lone CR.
        if position == bytes.count, !isLast { return .incomplete }
        if position < bytes.count, bytes[position] == UInt8(ascii: "\n") { position += 1 }
      }
      return .record(next: position, lines: lines + 1)
    }
  }

  private enum Quoted {
    case field(Record.Field, next: Int)
    case incomplete
    case malformed(RowProblem)
  }

  private static func quotedField(
    _ bytes: Span<UInt8>, at start: Int, isLast: Bool, lines: inout Int
  ) -> Quoted {
    let quote = UInt8(ascii: "\"")
    var field = Record.Field(start: start + 1, end: start + 1)
    var position = start + 1
    while true {
      while position < bytes.count, bytes[position] != quote {
        if breaksLine(bytes, position) { lines += 1 }
        position += 1
      }
      if position == bytes.count { return isLast ? .malformed(.quoteNotClosed) : .incomplete }
      if position + 1 == bytes.count, !isLast { return .incomplete }
      guard position + 1 < bytes.count, bytes[position + 1] == quote else { break }
      field.hasDoubledQuotes = true
      position += 2
    }
    field.end = position
    position += 1
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    if position < bytes.count, !endsField(bytes[position]) { return .malformed(.textAfterQuote) }
    return .field(field, next: position)
  }

  @inline(__always)
  private static func endsField(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// LF, or a CR that no LF follows.
  @inline(__always)
  private static func breaksLine(_ bytes: Span<UInt8>, _ position: Int) -> Bool {
    if bytes[position] == UInt8(ascii: "\n") { return true }
    return bytes[position] == UInt8(ascii: "\r") && position + 1 < bytes.count
      && bytes[position + 1] != UInt8(ascii: "\n")
  }
}
