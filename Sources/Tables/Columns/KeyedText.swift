/// A text of a block's bytes, made ready for a vocabulary.
struct KeyedText {
  let key: TextKey
  private let start: Int32
  private let end: Int32

  init(key: TextKey, range: Range<Int>) {
    self.key = key
    start = Int32(range.lowerBound)
    end = Int32(range.upperBound)
  }

  /// Where it stands in the bytes.
  var range: Range<Int> { Int(start)..<Int(end) }
}

extension Vocabulary {
  /// How many texts ahead memory is asked for: enough to hide its latency.
  private static let ahead = 16

  /// The codes of many texts, in their order.
  mutating func codes(of texts: [KeyedText], in bytes: [UInt8], to codes: inout [Int32]) {
    codes.removeAll(keepingCapacity: true)
    codes.reserveCapacity(texts.count)
    for index in texts.indices {
      if index + Vocabulary.ahead < texts.count { prefetch(texts[index + Vocabulary.ahead].key) }
      let text = texts[index]
      codes.append(code(of: text.key, bytes.span.extracting(text.range)))
    }
  }
}
