/// The spellings in one block of a file, with codes of their own: what they mean is asked once a block.
///
/// 0 is the blank one; the others count up from 1 in the order of first occurrence.
struct Spellings {
  /// All but the blank one: `texts[code - 1]`.
  private(set) var texts = Vocabulary()
  // Rows repeat themselves: the last spelling serves many of them.
  private var lastKey = TextKey(head: 0, tail: TextKey.long)
  private var lastCode: Int32 = 0

  /// The code of the last spelling, if that has the key.
  @inline(__always)
  func latest(_ key: TextKey) -> Int32? { !key.isLong && key == lastKey ? lastCode : nil }

  /// The code of a spelling that has been seen, which is the last one then.
  @inline(__always)
  mutating func existingCode(of key: TextKey, _ text: Span<UInt8>) -> Int32? {
    guard let code = texts.existingCode(of: key, text) else { return nil }
    lastKey = key
    lastCode = code + 1
    return lastCode
  }

  /// The code of a spelling that is not blank.
  @inline(__always)
  mutating func code(of key: TextKey, _ text: Span<UInt8>) -> Int32 {
    lastKey = key
    lastCode = texts.code(of: key, text) + 1
    return lastCode
  }

  mutating func removeAll() { self = Spellings() }
}
