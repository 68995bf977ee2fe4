/// Puts UTF-8 together byte by byte; what is not UTF-8 becomes U+FFFD.
struct CharacterDecoder: Sendable {
  private var pending: [UInt8] = []
  private var expected = 0

  mutating func tokens(_ byte: UInt8) -> [Token] {
    if (0x80..<0xC0).contains(byte), !pending.isEmpty {
      pending.append(byte)
      return pending.count == expected ? finish() : []
    }
    let unfinished = cutShort()
    switch byte {
    case 0xC2..<0xE0: expected = 2
    case 0xE0..<0xF0: expected = 3
    case 0xF0..<0xF5: expected = 4
    case 0..<0x80: return unfinished + [.character(Unicode.Scalar(byte))]
    default: return unfinished + [.character("\u{FFFD}")]
    }
    pending = [byte]
    return unfinished
  }

  /// A character that something else has interrupted.
  mutating func cutShort() -> [Token] {
    guard !pending.isEmpty else { return [] }
    pending = []
    return [.character("\u{FFFD}")]
  }

  private mutating func finish() -> [Token] {
    defer { pending = [] }
    return String(decoding: pending, as: UTF8.self).unicodeScalars.map { .character($0) }
  }
}
