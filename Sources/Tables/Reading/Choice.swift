/// Some words of which a field holds one.
struct Choice {
  /// In lower case.
  let words: [String]
  // Rows repeat themselves: the last spelling serves many of them.
  private var lastKey = TextKey(head: 0, tail: TextKey.long)
  private var lastIndex = 0

  init(_ words: [String]) { self.words = words }

  /// Which of the words a text is, in whatever case; nil where it is none.
  @inline(__always)
  mutating func index(of text: Span<UInt8>) -> Int? {
    let key = TextKey(text)
    if !key.isLong, key == lastKey { return lastIndex }
    guard let index = words.firstIndex(where: { text.equalsIgnoringCase($0) }) else { return nil }
    (lastKey, lastIndex) = (key, index)
    return index
  }
}
