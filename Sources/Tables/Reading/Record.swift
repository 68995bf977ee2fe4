/// One record of a CSV file: a line, unless a quoted field holds line breaks.
struct Record {
  struct Field {
    // Half as wide: a block is far shorter than this can count, and every row writes ten of them.
    private var first: UInt32
    private var last: UInt32
    /// The bit of `last` that says that it has doubled quotes.
    private static let doubledQuotes: UInt32 = 1 << 31

    @inline(__always)
    init(start: Int, end: Int) {
      first = UInt32(truncatingIfNeeded: start)
      last = UInt32(truncatingIfNeeded: end)
    }

    var start: Int { Int(first) }

    var end: Int {
      get { Int(last & ~Field.doubledQuotes) }
      set { last = UInt32(truncatingIfNeeded: newValue) | last & Field.doubledQuotes }
    }

    /// Quoted, with doubled quotes inside that still stand for one each.
    var hasDoubledQuotes: Bool {
      get { last & Field.doubledQuotes != 0 }
      set { last = last & ~Field.doubledQuotes | (newValue ? Field.doubledQuotes : 0) }
    }
  }

  /// The buffer that the fields point into.
  var bytes: [UInt8] = []
  var fields: [Field] = []
  /// The line of the file that the record starts on, from 1.
  var line = 1

  /// Lends a field without the white space around it; an absent column is empty.
  @inline(__always)
  func with<Result>(_ column: Int?, _ body: (Span<UInt8>) -> Result) -> Result {
    let bytes = bytes.span
    guard let column else { return body(bytes.extracting(0..<0)) }
    return body(bytes.extracting(trimmedRange(column)))
  }

  /// Where a field stands in the bytes, without the white space around it.
  @inline(__always)
  func trimmedRange(_ column: Int) -> Range<Int> {
    let field = fields[column]
    let whole = bytes.span.extracting(field.start..<field.end)
    if whole.isTrimmed { return field.start..<field.end }
    let range = whole.trimmedRange
    return field.start + range.lowerBound..<field.start + range.upperBound
  }

  /// Whether a field is absent, empty or white space.
  @inline(__always)
  func isBlank(_ column: Int?) -> Bool {
    guard let column else { return true }
    return fields[column].start == fields[column].end || trimmedRange(column).isEmpty
  }

  /// A field as text, for a message; invalid UTF-8 shows as a replacement character.
  func text(_ column: Int?) -> String { with(column) { String(decoding: $0.array, as: UTF8.self) } }

  /// A field without the white space around it, as bytes of its own: in a record that breaks the format its
  /// bytes may belong to the records that follow, so they stay as they are.
  func unquoted(_ column: Int) -> [UInt8] {
    let bytes = with(column) { $0.array }
    guard fields[column].hasDoubledQuotes else { return bytes }
    var unquoted: [UInt8] = []
    var position = 0
    while position < bytes.count {
      unquoted.append(bytes[position])
      position += bytes[position] == UInt8(ascii: "\"") ? 2 : 1
    }
    return unquoted
  }

  /// Reduces doubled quotes of the first fields to one each, in place: a field only gets shorter.
  mutating func reduceDoubledQuotes(fieldCount: Int) {
    for index in fields.indices.prefix(fieldCount) where fields[index].hasDoubledQuotes {
      var write = fields[index].start
      var read = fields[index].start
      while read < fields[index].end {
        bytes[write] = bytes[read]
        read += bytes[read] == UInt8(ascii: "\"") ? 2 : 1
        write += 1
      }
      fields[index].end = write
      fields[index].hasDoubledQuotes = false
    }
  }
}

extension Span where Element == UInt8 {
  /// Whether there is surely no white space at its ends.
  @inline(__always)
  fileprivate var isTrimmed: Bool {
    if isEmpty { return true }
    let (first, last) = (self[0], self[count - 1])
    return (0x21...0x7F).contains(first) && (0x21...0x7F).contains(last)
  }

  /// The part without the white space at both ends: ASCII's, and Unicode's such as a no-break space.
  var trimmedRange: Range<Int> {
    var low = 0
    var high = count
    while low < high, self[low].isWhiteSpace { low += 1 }
    while low < high, self[high - 1].isWhiteSpace { high -= 1 }
    guard low < high, self[low] >= 0x80 || self[high - 1] >= 0x80 else { return low..<high }
    return trimmedUnicodeRange(low..<high)
  }

  private func trimmedUnicodeRange(_ range: Range<Int>) -> Range<Int> {
    let text = Array(extracting(range).array)
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    guard String(scalars).utf8.elementsEqual(text) else { return range }
    func width(_ spaces: some Sequence<Unicode.Scalar>) -> Int {
      spaces.prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
    }
    let low = range.lowerBound + width(scalars)
    return low..<Swift.max(low, range.upperBound - width(scalars.reversed()))
  }

  /// A copy of the bytes.
  var array: [UInt8] {
    var copy: [UInt8] = []
    copy.reserveCapacity(count)
    for index in 0..<count { copy.append(self[index]) }
    return copy
  }
}

extension UInt8 {
  fileprivate var isWhiteSpace: Bool {
    self == 0x20 || (0x09...0x0D).contains(self) || (0x1C...0x1F).contains(self)
  }
}
