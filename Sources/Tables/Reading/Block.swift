/// Whole records of a file, one after another: what is read at a time.
///
/// A record that breaks the format is handed out as malformed, and reading goes on at the line after
/// the one it starts on: one stray quote costs one row, not the rest of the file.
struct Block {
  enum Next {
    /// `record` holds the next record, which has so many fields.
    case record(fieldCount: Int)
    /// The record on line `record.line` cannot be read; so many of its fields can.
    case malformed(RowProblem, fieldCount: Int)
    case end
  }

  /// The latest record; its line is counted from the start of the block, from 1.
  var record = Record(fields: [Record.Field(start: 0, end: 0)])
  /// Where the block's records end in the bytes of the record.
  private(set) var end = 0
  /// How far its bytes can be seen: what is wrong with a record may show in those that follow it. Padding
  /// comes behind.
  private var visible = 0
  /// Whether nothing follows what can be seen.
  private var isLast = false
  /// Whether its last record is longer than any may be, and goes on after the block.
  private(set) var isOpen = false
  /// Blocks of a file are counted from 0.
  private(set) var number = 0
  private var scanner = RecordScanner(from: 0)
  private var fieldEnds = FieldEnds()
  /// Where the latest record was found.
  private var latest = RecordScanner(from: 0)

  /// Begins a block with the first `end` bytes of `record.bytes`, of which `visible` are the file's.
  mutating func begin(_ number: Int, end: Int, visible: Int, isLast: Bool, isOpen: Bool) {
    self.number = number
    self.end = end
    self.visible = visible
    self.isLast = isLast
    self.isOpen = isOpen
    begin(at: 0)
  }

  /// Goes on at a place of the block.
  mutating func begin(at start: Int) {
    scanner = RecordScanner(from: start)
    fieldEnds.begin()
  }

  /// Line breaks passed so far; at the end of the block, all that it has.
  var lines: Int { scanner.lines + (isOpen ? 1 : 0) }

  /// Finds the next record.
  mutating func next() -> Next {
    while scanner.position < end {
      record.line = scanner.lines + 1
      latest = scanner
      switch scanPlain() ?? scan() {
      case .record(let fieldCount):
        if fieldCount == 1, record.isEmptyLine { continue }
        return .record(fieldCount: fieldCount)
      case .malformed(let problem, let fieldCount):
        skipLine()
        return .malformed(problem, fieldCount: fieldCount)
      case .incomplete: preconditionFailure("blocks end with a record")
      }
    }
    return .end
  }

  /// Splits the latest record once more, with room for so many fields.
  mutating func rescan(fieldCount: Int) {
    record.fields = [Record.Field](
      repeating: Record.Field(start: 0, end: 0), count: max(1, fieldCount))
    scanner = latest
    _ = scan()
  }

  /// Reduces doubled quotes of the latest record, which has so many fields, to one each.
  @inline(__always)
  mutating func reduceQuotes(fieldCount: Int) {
    if scanner.hasDoubledQuotes { record.reduceDoubledQuotes(fieldCount: fieldCount) }
  }

  /// Splits a record without quotes that has as many fields as it should, nil for any other.
  @inline(__always)
  private mutating func scanPlain() -> RecordScanner.Outcome? {
    let bytes = record.bytes
    let next = fieldEnds.next(
      bytes.span, from: scanner.position, limit: end, fields: &record.fields)
    guard let next else { return nil }
    scanner.passLine(to: next)
    return .record(fieldCount: record.fields.count)
  }

  private mutating func scan() -> RecordScanner.Outcome {
    // The compiler takes a span of `self.record.bytes` for an access to all of `self`.
    let bytes = record.bytes
    return scanner.next(bytes.span, end: visible, isLast: isLast, fields: &record.fields)
  }

  private mutating func skipLine() {
    let bytes = record.bytes
    _ = scanner.skipLine(bytes.span, end: visible, isLast: isLast)
  }
}

extension Record {
  /// Whether it is an empty line, which is no record.
  fileprivate var isEmptyLine: Bool {
    fields[0].start == fields[0].end && !fields[0].hasDoubledQuotes
  }
}
