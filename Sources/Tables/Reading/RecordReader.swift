/// Reads a file record by record, in memory that does not grow with the file.
struct RecordReader: ~Copyable {
  enum Next {
    /// `record` holds the next record.
    case record
    /// The record on line `record.line` cannot be read.
    case malformed(RowProblem)
    case end
  }

  /// The longest record, in bytes.
  static let longest = RecordScanner.longest

  /// Where the blocks after this one come from.
  private(set) var source: BlockSource
  /// The block at hand, whose first records may have been read.
  private(set) var block = Block()
  /// Line breaks before the block.
  private(set) var linesBefore = 0

  init(path: String) throws(FileProblem) { source = try BlockSource(path: path) }

  /// The latest record.
  var record: Record {
    var record = block.record
    record.line += linesBefore
    return record
  }

  /// What the file was when reading began.
  var stamp: FileStamp { source.stamp }

  /// How many bytes the file had, as far as it has been read.
  var byteCount: Int { source.byteCount }

  /// Fails where the file is no longer what it was when reading began.
  func expectUnchanged() throws(FileProblem) { try source.expectUnchanged() }

  /// The file's first bytes, to tell what kind it is; a UTF-8 byte order mark is skipped.
  mutating func start() throws(FileProblem) -> [UInt8] {
    guard try source.next(&block) else { return [] }
    let first = Array(block.record.bytes[0..<block.end].prefix(4))
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { block.begin(at: 3) }
    return first
  }

  mutating func next() throws(FileProblem) -> Next {
    while true {
      switch block.next() {
      case .record(let fieldCount):
        if fieldCount != block.record.fields.count { block.rescan(fieldCount: fieldCount) }
        block.reduceQuotes(fieldCount: fieldCount)
        return .record
      case .malformed(let problem, _): return .malformed(problem)
      case .end:
        linesBefore += block.lines
        guard try source.next(&block) else {
          linesBefore -= block.lines
          return .end
        }
      }
    }
  }
}
