/// Cuts a file into blocks of whole records, in memory that does not grow with the file.
struct BlockSource: ~Copyable {
  private let file: FileBytes
  /// Bytes read that belong to the next block.
  private var rest: [UInt8] = []
  /// Whether the next block begins behind the next line break: its line is one of a record too long.
  private var isSkipping = false
  private var isAtEnd = false
  private var count = 0
  /// How many bytes the file had.
  private(set) var byteCount = 0

  /// How many bytes a block has, of a file that is not small.
  static let size = 1 << 18

  /// How many bytes a block has, of a file of some size: several cores are to have a share of a small one,
  /// and none is to be busied with next to nothing.
  static func size(ofFile bytes: Int) -> Int { min(max(bytes / 4 + 1, 1 << 15), size) }

  init(path: String) throws(FileProblem) { file = try FileBytes(path: path) }

  /// What the file was when reading began.
  var stamp: FileStamp { file.stamp }

  /// Fails where the file is no longer what it was when reading began.
  func expectUnchanged() throws(FileProblem) { try file.expectUnchanged() }

  /// Whether the file has been handed out as a whole.
  var isDone: Bool { isAtEnd && rest.isEmpty }

  /// Reads the next block, if there is one.
  mutating func next(_ block: inout Block) throws(FileProblem) -> Bool {
    if isSkipping { try skipLine() }
    if isDone { return false }
    var bytes = block.record.bytes
    block.record.bytes = []
    // A small file, and the byte that would tell that it is longer, needs no large block.
    let size = min(BlockSource.size(ofFile: stamp.size), stamp.size + 1)
    BlockSource.grow(&bytes, to: max(size, 2 * rest.count))
    // One by one: replacing a part moves all that stands behind it, if only to where it was.
    for index in rest.indices { bytes[index] = rest[index] }
    var filled = rest.count
    while true {
      try fill(&bytes, from: &filled)
      let limit = min(filled, bytes.count - RecordScanner.padding)
      let isWhole = isAtEnd && filled == limit
      let cut = isWhole ? Cut(end: limit) : Cut(bytes.span, limit: limit, isFirst: count == 0)
      if cut.end > 0 || isWhole {
        rest = Array(bytes[cut.end..<filled])
        isSkipping = cut.isOpen
        block.record.bytes = bytes
        block.begin(
          count, end: cut.end, visible: limit, isLast: isWhole, isOpen: cut.isOpen)
        count += 1
        return cut.end > 0
      }
      BlockSource.grow(&bytes, to: 2 * bytes.count)
    }
  }

  /// Makes room for so many bytes and the padding.
  private static func grow(_ bytes: inout [UInt8], to count: Int) {
    let wanted = count + RecordScanner.padding
    guard bytes.count < wanted else { return }
    var grown = [UInt8](repeating: 0, count: wanted)
    grown.replaceSubrange(0..<bytes.count, with: bytes)
    bytes = grown
  }

  /// Fills the bytes as far as the file goes.
  private mutating func fill(_ bytes: inout [UInt8], from filled: inout Int) throws(FileProblem) {
    while !isAtEnd, filled < bytes.count {
      let read = try file.read(into: &bytes, from: filled)
      isAtEnd = read == 0
      filled += read
      byteCount += read
    }
  }

  /// Drops what is left of a line.
  private mutating func skipLine() throws(FileProblem) {
    isSkipping = false
    while true {
      if let end = rest.firstIndex(where: { $0 == 10 || $0 == 13 }),
        rest[end] == 10 || end + 1 < rest.count || isAtEnd
      {
        let isCRLF = rest[end] == 13 && end + 1 < rest.count && rest[end + 1] == 10
        rest.removeFirst(end + (isCRLF ? 2 : 1))
        return
      }
      rest = rest.last == 13 ? [13] : []
      if isAtEnd { return }
      var filled = rest.count
      var more = rest + [UInt8](repeating: 0, count: BlockSource.size)
      try fill(&more, from: &filled)
      rest = Array(more[..<filled])
    }
  }
}

/// Where to end a block.
private struct Cut {
  /// Behind the last record that ends before the limit; 0 where none does.
  var end: Int
  /// Whether the last record is too long to be waited for: it is refused, and ends behind the block.
  var isOpen = false

  init(end: Int) { self.end = end }

  /// The first block may begin with a byte order mark, which is no part of its first field.
  init(_ bytes: Span<UInt8>, limit: Int, isFirst: Bool) {
    let hasMark =
      isFirst && limit > 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    let start = hasMark ? 3 : 0
    end = Cut.lastEnd(bytes, from: start, limit: limit) ?? 0
    if end == 0 { scan(bytes, from: start, limit: limit) }
  }

  /// Where the last record before the limit ends, found from quoted field to quoted field: between them every
  /// line feed ends one. Nil where only a look at every field can tell.
  private static func lastEnd(_ bytes: Span<UInt8>, from start: Int, limit: Int) -> Int? {
    let quote = UInt8(ascii: "\"")
    // No record can be too long in so few bytes.
    guard limit <= RecordScanner.longest else { return nil }
    var end: Int?
    var outside = start
    var place = start
    while let opening = bytes.first(quote, in: place..<limit) {
      // Elsewhere than at the start of a field it is text.
      if opening > start, !RecordScanner.endsField(bytes[opening - 1]) {
        place = opening + 1
        continue
      }
      end = lastLineFeed(bytes, in: outside..<opening) ?? end
      var inside = opening + 1
      while true {
        guard let closing = bytes.first(quote, in: inside..<limit), closing + 1 < limit else {
          return end
        }
        inside = closing + 2
        if bytes[closing + 1] == quote { continue }
        guard RecordScanner.endsField(bytes[closing + 1]) else { return nil }
        (outside, place) = (closing + 1, closing + 1)
        break
      }
    }
    return lastLineFeed(bytes, in: outside..<limit) ?? end
  }

  /// The place behind the last line feed of a part.
  private static func lastLineFeed(_ bytes: Span<UInt8>, in range: Range<Int>) -> Int? {
    var place = range.upperBound
    while place > range.lowerBound, bytes[place - 1] != UInt8(ascii: "\n") { place -= 1 }
    return place > range.lowerBound ? place : nil
  }

  private mutating func scan(_ bytes: Span<UInt8>, from start: Int, limit: Int) {
    var scanner = RecordScanner(from: start)
    var fields: [Record.Field] = []
    while end < limit {
      switch scanner.next(bytes, end: limit, isLast: false, fields: &fields) {
      case .record: break
      case .incomplete: return
      case .malformed:
        if !scanner.skipLine(bytes, end: limit, isLast: false) {
          isOpen = limit - end > RecordScanner.longest
          // A CR at the limit may be one of a CRLF.
          if isOpen { end = bytes[limit - 1] == 13 ? limit - 1 : limit }
          return
        }
      }
      end = scanner.position
    }
  }
}
