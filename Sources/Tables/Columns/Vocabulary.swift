/// The distinct texts of a column, each with a small number for it: its code.
///
/// Codes count up from 0 in the order of first occurrence. Texts are told apart by their bytes.
package struct Vocabulary: Sendable {
  /// The texts one behind the other, in the order of their codes.
  private(set) var bytes: [UInt8] = []
  /// `ends[code]` is where the text of `code` ends in `bytes`.
  private(set) var ends: [UInt32] = []
  /// An open-addressing table; empty once the vocabulary is sealed.
  private var slots = [Slot](repeating: Slot(), count: 64)
  /// The codes of the slots of a sealed vocabulary: a quarter of the memory, and texts are compared where
  /// they stand.
  private var sealedCodes: [Int32] = []

  /// One place of the table: a short text is compared here, without a look at its bytes elsewhere.
  private struct Slot {
    var head: UInt64 = 0
    var tail: UInt32 = 0
    /// -1 is free.
    var code: Int32 = -1
  }

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
  package mutating func code(of text: Span<UInt8>) -> Int32 { code(of: TextKey(text), text) }

  package mutating func code(of text: String) -> Int32 {
    Array(text.utf8).withSpan { code(of: $0) }
  }

  /// The same for a text whose key is known.
  @inline(__always)
  mutating func code(of key: TextKey, _ text: Span<UInt8>) -> Int32 {
    let slot = slot(of: key, text)
    if slots[slot].code >= 0 { return slots[slot].code }
    return add(key, text, at: slot)
  }

  /// The code of a text, or nil where it has not been seen.
  package func existingCode(of text: String) -> Int32? {
    Array(text.utf8).withSpan { existingCode(of: $0) }
  }

  /// The code of a text, or nil where it has not been seen.
  func existingCode(of text: Span<UInt8>) -> Int32? {
    sealedCodes.isEmpty ? existingCode(of: TextKey(text), text) : sealedCode(of: text)
  }

  /// The same for a text whose key is known, in a vocabulary that is not sealed.
  @inline(__always)
  func existingCode(of key: TextKey, _ text: Span<UInt8>) -> Int32? {
    let code = slots[slot(of: key, text)].code
    return code < 0 ? nil : code
  }

  /// Gives back memory that only new texts need: there must be none afterwards.
  mutating func seal() {
    sealedCodes = slots.map(\.code)
    slots = []
  }

  private func sealedCode(of text: Span<UInt8>) -> Int32? {
    var slot = TextKey(text).slot(of: sealedCodes.count)
    while sealedCodes[slot] >= 0 {
      if isEqual(Int(sealedCodes[slot]), text) { return sealedCodes[slot] }
      slot = slot + 1 == sealedCodes.count ? 0 : slot + 1
    }
    return nil
  }

  /// Asks for the memory in which a key is looked for.
  @inline(__always)
  func prefetch(_ key: TextKey) { slots.prefetch(key.slot(of: slots.count)) }

  /// Makes room for more texts at once.
  mutating func reserve(_ more: Int) {
    let wanted = count + more
    ends.reserveCapacity(wanted)
    if wanted * 3 > slots.count * 2 { resize(wanted * 3 / 2 + 64) }
  }

  /// Where the texts of neighbouring codes stand.
  func byteRange(of codes: Range<Int>) -> Range<Int> {
    start(of: codes.lowerBound)..<start(of: codes.upperBound)
  }

  private func range(_ code: Int) -> Range<Int> { start(of: code)..<Int(ends[code]) }

  private func start(of code: Int) -> Int { code == 0 ? 0 : Int(ends[code - 1]) }

  /// The slot that holds the text, or the free one where it belongs.
  @inline(__always)
  private func slot(of key: TextKey, _ text: Span<UInt8>) -> Int {
    assert(!slots.isEmpty, "a sealed vocabulary takes no texts")
    var slot = key.slot(of: slots.count)
    while slots[slot].code >= 0 {
      if slots[slot].head == key.head, slots[slot].tail == key.tail,
        !key.isLong || isEqual(Int(slots[slot].code), text)
      {
        break
      }
      slot = slot + 1 == slots.count ? 0 : slot + 1
    }
    return slot
  }

  private func isEqual(_ code: Int, _ text: Span<UInt8>) -> Bool {
    bytes.span.extracting(range(code)).equals(text)
  }

  private mutating func add(_ key: TextKey, _ text: Span<UInt8>, at slot: Int) -> Int32 {
    var slot = slot
    if (count + 1) * 3 > slots.count * 2 {
      resize(slots.count * 2)
      slot = self.slot(of: key, text)
    }
    let code = Int32(count)
    slots[slot] = Slot(head: key.head, tail: key.tail, code: code)
    for index in 0..<text.count { bytes.append(text[index]) }
    precondition(bytes.count <= UInt32.max, "a vocabulary holds 4 GiB of texts")
    ends.append(UInt32(bytes.count))
    return code
  }

  /// A key says where it belongs: the texts are not looked at again.
  private mutating func resize(_ size: Int) {
    let old = slots
    slots = [Slot](scattered: Slot(), count: size)
    for entry in old where entry.code >= 0 {
      var place = TextKey(head: entry.head, tail: entry.tail).slot(of: size)
      while slots[place].code >= 0 { place = place + 1 == size ? 0 : place + 1 }
      slots[place] = entry
    }
  }
}
