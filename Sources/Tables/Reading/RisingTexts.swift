/// Short texts that only ever rise, each as what tells it from the one before: of a numbered id mostly one
/// byte or two.
///
/// A text rises above a shorter one, and above one as long that is before it byte by byte: as numbers do.
struct RisingTexts {
  /// How many there are.
  private(set) var count = 0
  /// Whether all texts that were to be appended rose.
  private(set) var isRising = true
  /// Of each text how many bytes it has from the one before and how many of its own follow, in the halves of
  /// a byte; and then its own.
  private var bytes: [UInt8] = []
  private var first = TextKey.empty
  private var last = TextKey.empty

  /// Makes room for so many more texts of numbers.
  mutating func reserve(_ more: Int) { bytes.reserveCapacity(bytes.count + 9 * more / 4) }

  /// Appends a text, if it rises.
  mutating func append(_ text: TextKey) {
    guard isRising, !text.isLong, last.isBefore(text) else {
      isRising = false
      return
    }
    write(text, after: count == 0 ? .empty : last)
    if count == 0 { first = text }
    last = text
    count += 1
  }

  /// Appends others, all or none of them; false where they do not all rise.
  mutating func append(_ others: RisingTexts) -> Bool {
    guard isRising, others.isRising else { return false }
    if others.count == 0 { return true }
    guard last.isBefore(others.first) else { return false }
    // The first of them is written whole, and the others from it on.
    bytes += others.bytes
    if count == 0 { first = others.first }
    last = others.last
    count += others.count
    return true
  }

  /// Forgets all texts.
  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    (count, isRising, first, last) = (0, true, .empty, .empty)
  }

  /// Hands on every text, in order.
  func visit(_ body: (_ text: [UInt8]) -> Void) {
    var text: [UInt8] = []
    var place = 0
    while place < bytes.count {
      let (shared, own) = (Int(bytes[place] >> 4), Int(bytes[place] & 15))
      text.replaceSubrange(shared..., with: bytes[place + 1...place + own])
      body(text)
      place += 1 + own
    }
  }

  private mutating func write(_ text: TextKey, after other: TextKey) {
    let length = text.length
    // A text that rises differs from the other within its own length, of at most `TextKey.longest`.
    let shared = text.sharedBytes(with: other)
    bytes.append(UInt8(shared << 4 | (length - shared)))
    for index in shared..<length { bytes.append(text[index]) }
  }
}
