/// The distinct texts of a column, each with a small number for it: its code.
///
/// Codes count up from 0 in the order of first occurrence. Texts are told apart by their bytes.
package struct Vocabulary: Sendable {
  private var bytes: [UInt8] = []
  /// `ends[code]` is where the text of `code` ends in `bytes`.
  private var ends: [Int] = []
  /// An open-addressing table of codes; -1 is free. Its size is a power of two.
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)

  package init() {}

  package var count: Int { ends.count }

  package subscript(code: Int32) -> String {
    String(decoding: bytes[range(Int(code))], as: UTF8.self)
  }

  /// The bytes of a text.
  package func utf8(_ code: Int32) -> ArraySlice<UInt8> { bytes[range(Int(code))] }

  /// Whether any text has the byte in it.
  package func contain(byte: UInt8) -> Bool { bytes.contains(byte) }

  /// All texts, by code.
  package var texts: [String] { (0..<Int32(count)).map { self[$0] } }

  /// The codes in the order of their texts' bytes.
  package var sortedCodes: [Int32] {
    (0..<Int32(count)).sorted { utf8($0).lexicographicallyPrecedes(utf8($1)) }
  }

  /// The place of each code in the order of the texts' bytes.
  package var ranks: [Int32] {
    var ranks = [Int32](repeating: 0, count: count)
    for (rank, code) in sortedCodes.enumerated() { ranks[Int(code)] = Int32(rank) }
    return ranks
  }

  /// The code of a text, a new one where it has not been seen.
  package mutating func code(of text: Span<UInt8>) -> Int32 {
    var slot = slot(of: text)
    if slots[slot] >= 0 { return slots[slot] }
    if (count + 1) * 2 > slots.count {
      grow()
      slot = self.slot(of: text)
    }
    let code = Int32(count)
    slots[slot] = code
    for index in 0..<text.count { bytes.append(text[index]) }
    ends.append(bytes.count)
    return code
  }

  package mutating func code(of text: String) -> Int32 {
    Array(text.utf8).withSpan { code(of: $0) }
  }

  /// The code of a text, or nil where it has not been seen.
  package func existingCode(of text: String) -> Int32? {
    let code = Array(text.utf8).withSpan { slots[slot(of: $0)] }
    return code < 0 ? nil : code
  }

  private func range(_ code: Int) -> Range<Int> { (code == 0 ? 0 : ends[code - 1])..<ends[code] }

  /// The slot that holds the text, or the free one where it belongs.
  private func slot(of text: Span<UInt8>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(text)) & mask
    while slots[slot] >= 0, !isEqual(Int(slots[slot]), text) { slot = (slot + 1) & mask }
    return slot
  }

  private func isEqual(_ code: Int, _ text: Span<UInt8>) -> Bool {
    let range = range(code)
    guard range.count == text.count else { return false }
    for index in 0..<text.count where bytes[range.lowerBound + index] != text[index] {
      return false
    }
    return true
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    let mask = slots.count - 1
    for code in 0..<count {
      let hash = hash(bytes.span.extracting(range(code)))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code)
    }
  }

  /// FNV-1a, its high half folded in because slots are picked by the low bits.
  private func hash(_ text: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for index in 0..<text.count { hash = (hash ^ UInt64(text[index])) &* 0x100_0000_01B3 }
    return hash ^ (hash >> 32)
  }
}
