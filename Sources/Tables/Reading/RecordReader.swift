/// Reads a file record by record, in memory that does not grow with the file.
///
/// A record that breaks the format is handed out as malformed, and reading goes on at the line after
/// the one it starts on: one stray quote costs one row, not the rest of the file.
struct RecordReader: ~Copyable {
  enum Next {
    /// `record` holds the next record.
    case record
    /// The record on line `record.line` cannot be read.
    case malformed(RowProblem)
    case end
  }

  /// The longest record, in bytes.
  static let longest = 1 << 20

  private let file: FileBytes
  private(set) var record: Record
  /// Where in the buffer the bytes not yet scanned begin and end.
  private var unread = 0..<0
  private var isAtEnd = false
  private var nextLine = 1
  /// How many bytes the file had.
  private(set) var byteCount = 0

  init(path: String) throws(FileProblem) {
    file = try FileBytes(path: path)
    record = Record(bytes: [UInt8](repeating: 0, count: 1 << 16))
  }

  /// What the file was when reading began.
  var stamp: FileStamp { file.stamp }

  /// Fails where the file is no longer what it was when reading began.
  func expectUnchanged() throws(FileProblem) { try file.expectUnchanged() }

  /// The file's first bytes, to tell what kind it is; a UTF-8 byte order mark is skipped.
  mutating func start() throws(FileProblem) -> [UInt8] {
    try fill()
    let first = Array(record.bytes[unread].prefix(4))
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { unread = 3..<unread.upperBound }
    return first
  }

  mutating func next() throws(FileProblem) -> Next {
    while true {
      if unread.isEmpty {
        if isAtEnd { return .end }
        try fill()
        continue
      }
      record.line = nextLine
      switch record.scan(unread, isLast: isAtEnd) {
      case .record(let next, let lines):
        unread = next..<unread.upperBound
        nextLine += lines
        if isBlank { continue }
        record.reduceDoubledQuotes()
        return .record
      case .incomplete where unread.count < RecordReader.longest:
        try fill()
      case .incomplete:
        let inQuotes = record.bytes[unread].contains(UInt8(ascii: "\n"))
        try skipLine()
        return .malformed(inQuotes ? .quoteNotClosed : .lineTooLong)
      case .malformed(let problem):
        try skipLine()
        return .malformed(problem)
      }
    }
  }

  /// An empty line is no record.
  private var isBlank: Bool {
    record.fields.count == 1 && record.fields[0].start == record.fields[0].end
      && !record.fields[0].hasDoubledQuotes
  }

  /// Moves what is left to the front of the buffer and reads on behind it.
  private mutating func fill() throws(FileProblem) {
    if unread.lowerBound > 0 {
      record.bytes.replaceSubrange(0..<unread.count, with: Array(record.bytes[unread]))
      unread = 0..<unread.count
    }
    if unread.upperBound == record.bytes.count {
      record.bytes.append(contentsOf: repeatElement(0, count: record.bytes.count))
    }
    let count = try file.read(into: &record.bytes, from: unread.upperBound)
    isAtEnd = count == 0
    byteCount += count
    unread = 0..<(unread.upperBound + count)
  }

  /// Moves behind the next line break.
  private mutating func skipLine() throws(FileProblem) {
    while true {
      if let end = record.bytes[unread].firstIndex(where: { $0 == 10 || $0 == 13 }) {
        let isCRLF =
          record.bytes[end] == 13 && end + 1 < unread.upperBound
          && record.bytes[end + 1] == 10
        unread = (end + (isCRLF ? 2 : 1))..<unread.upperBound
        nextLine += 1
        return
      }
      if isAtEnd {
        unread = unread.upperBound..<unread.upperBound
        return
      }
      unread = 0..<0
      try fill()
    }
  }
}
