/// A text as the table of a vocabulary sees it: short ones whole, long ones as a hash.
struct TextKey: Equatable {
  /// The first eight bytes of a short text, the hash of a long one.
  var head: UInt64
  /// The bytes after them, or `TextKey.long`.
  var tail: UInt32

  /// The longest text that a key holds whole.
  static let longest = 12

  /// What no short text has for its tail: a zero byte before others.
  static let long: UInt32 = 0xFFFF_FF00

  /// Whether texts of equal keys must still be compared.
  @inline(__always)
  var isLong: Bool { tail == TextKey.long }

  /// Whether the text is surely ASCII without a zero byte: a short one that could have one is hashed.
  @inline(__always)
  var isPlain: Bool { !isLong && (head | UInt64(tail)) & 0x8080_8080_8080_8080 == 0 }

  init(head: UInt64, tail: UInt32) {
    self.head = head
    self.tail = tail
  }

  /// The key of a text.
  @inline(__always)
  init(_ text: Span<UInt8>) {
    let count = text.count
    if count <= 8 {
      head = text.word(at: 0, count: count)
      tail = 0
      if TextKey.hasZero(head, count: count) { self = TextKey(hashed: text) }
    } else if count <= TextKey.longest {
      head = text.word(at: 0)
      tail = UInt32(truncatingIfNeeded: text.word(at: 8, count: count - 8))
      if TextKey.hasZero(head, count: 8) || TextKey.hasZero(UInt64(tail), count: count - 8) {
        self = TextKey(hashed: text)
      }
    } else {
      self = TextKey(hashed: text)
    }
  }

  private init(hashed text: Span<UInt8>) {
    var hash = UInt64(truncatingIfNeeded: text.count)
    text.forEachWord { hash = foldedProduct(hash ^ $0, 0x9E37_79B9_7F4A_7C15 ^ hash) }
    head = hash
    tail = TextKey.long
  }

  /// Whether one of the first `count` bytes of a word is zero: such a text could pass for a shorter.
  @inline(__always)
  private static func hasZero(_ word: UInt64, count: Int) -> Bool {
    let filled = count < 8 ? word | ~0 &<< UInt64(8 * count) : word
    return (filled &- 0x0101_0101_0101_0101) & ~filled & 0x8080_8080_8080_8080 != 0
  }

  /// The key of no text.
  static let empty = TextKey(head: 0, tail: 0)

  /// How long a short text is.
  var length: Int {
    tail == 0 ? 8 - head.leadingZeroBitCount / 8 : 12 - tail.leadingZeroBitCount / 8
  }

  /// Whether a short text is shorter than another, or as long and before it byte by byte: as numbers are
  /// less.
  @inline(__always)
  func isBefore(_ other: TextKey) -> Bool {
    let (own, others) = (length, other.length)
    if own != others { return own < others }
    if head != other.head { return head.byteSwapped < other.head.byteSwapped }
    return tail.byteSwapped < other.tail.byteSwapped
  }

  /// A byte of a short text.
  @inline(__always)
  subscript(index: Int) -> UInt8 {
    index < 8
      ? UInt8(truncatingIfNeeded: head &>> UInt64(8 * index))
      : UInt8(truncatingIfNeeded: tail &>> UInt32(8 * (index - 8)))
  }

  /// How many bytes a short text has in common with another before the first that differs.
  @inline(__always)
  func sharedBytes(with other: TextKey) -> Int {
    let heads = (head ^ other.head).trailingZeroBitCount / 8
    return heads < 8 ? heads : 8 + (tail ^ other.tail).trailingZeroBitCount / 8
  }

  /// Where to look for the key among `count` slots.
  @inline(__always)
  func slot(of count: Int) -> Int {
    let hash = foldedProduct(head ^ 0xA076_1D64_78BD_642F, UInt64(tail) ^ 0xE703_7ED1_A0B4_28DB)
    return Int(truncatingIfNeeded: hash.multipliedFullWidth(by: UInt64(count)).high)
  }
}

/// Both halves of a product folded into one: every bit of either factor moves many.
@inline(__always)
func foldedProduct(_ left: UInt64, _ right: UInt64) -> UInt64 {
  let product = left.multipliedFullWidth(by: right)
  return product.high ^ product.low
}
