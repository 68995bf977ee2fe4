private import CBytes

// Several bytes at once. The only loads of Tables that are not typed: each checks its bounds.
extension Span where Element == UInt8 {
  /// Eight bytes as a number, the first of them in its lowest bits.
  @inline(__always)
  func word(at position: Int) -> UInt64 {
    unsafe UInt64(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self))
  }

  /// Four bytes as a number, the first of them in its lowest bits.
  @inline(__always)
  func halfWord(at position: Int) -> UInt32 {
    unsafe UInt32(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
  }

  /// Two bytes as a number, the first of them in its lowest bits.
  @inline(__always)
  func quarterWord(at position: Int) -> UInt16 {
    unsafe UInt16(
      littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt16.self))
  }

  /// Up to eight bytes from a position on, zeros behind them; `count` is how many.
  @inline(__always)
  func word(at position: Int, count: Int) -> UInt64 {
    if count >= 8 { return word(at: position) }
    if count >= 4 {
      let low = UInt64(halfWord(at: position))
      return low | UInt64(halfWord(at: position + count - 4)) &<< UInt64(8 * (count - 4))
    }
    guard count > 0 else { return 0 }
    let middle = UInt64(self[position + count / 2]) &<< UInt64(8 * (count / 2))
    return UInt64(self[position]) | middle
      | UInt64(self[position + count - 1]) &<< UInt64(8 * (count - 1))
  }

  /// Hands on its bytes eight at a time. The last eight may repeat some of those before: a rest of any other
  /// length would be a guess of the processor's that is mostly wrong.
  @inline(__always)
  func forEachWord(_ take: (UInt64) -> Void) {
    if count < 8 {
      take(word(at: 0, count: count))
      return
    }
    let last = count &- 8
    var position = 0
    while position < last {
      take(word(at: position))
      position &+= 8
    }
    take(word(at: last))
  }

  /// Whether the same bytes stand in another of its length.
  @inline(__always)
  func equals(_ other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    if count < 8 { return word(at: 0, count: count) == other.word(at: 0, count: count) }
    let last = count &- 8
    var position = 0
    while position < last {
      if word(at: position) != other.word(at: position) { return false }
      position &+= 8
    }
    return word(at: last) == other.word(at: last)
  }

  /// Which of the 64 bytes from a position on are `,` `"` LF or CR: bit n stands for byte n.
  @inline(__always)
  func separators(at position: Int) -> UInt64 {
    unsafe extracting(position..<position + 64).withUnsafeBufferPointer { part in
      guard let start = part.baseAddress else { return 0 }
      return unsafe winback_separators(start)
    }
  }

  /// Writes down where fields end in a part of it before the first quote, behind the first `count` places, and
  /// which of these are line breaks, as `FieldEnds` has them; gives how many there are of both then, and where
  /// the quote is, or the part's end.
  func fieldEnds(
    in part: Range<Int>, to places: inout [UInt32], from count: Int, lines: inout [UInt32]
  ) -> (places: Int, lines: Int, seen: Int) {
    precondition(count >= 0 && places.count - count >= part.count + 4, "there is room for places")
    precondition(lines.count >= part.count, "there is room for line breaks")
    // Looked at 64 at a time.
    let whole = part.lowerBound..<part.lowerBound + (part.count + 63) / 64 * 64
    let found = unsafe extracting(whole).withUnsafeBufferPointer { bytes in
      unsafe places.withUnsafeMutableBufferPointer { places in
        unsafe lines.withUnsafeMutableBufferPointer { lines in
          guard let start = bytes.baseAddress, let place = places.baseAddress,
            let line = lines.baseAddress
          else { preconditionFailure("there are bytes") }
          return unsafe winback_field_ends(
            start, Int64(part.count), UInt32(part.lowerBound), place + count, UInt32(count), line)
        }
      }
    }
    return (count + Int(found.places), Int(found.lines), part.lowerBound + Int(found.seen))
  }

  /// Where a byte first stands in a part of it.
  func first(_ byte: UInt8, in range: Range<Int>) -> Int? {
    let place = unsafe extracting(range).withUnsafeBufferPointer { part in
      guard let start = part.baseAddress else { return Int64(-1) }
      return unsafe winback_find(start, Int64(part.count), byte)
    }
    return place < 0 ? nil : range.lowerBound + Int(place)
  }
}

extension Array {
  /// So many times one element, in memory that is looked up here and there: where the system has large pages,
  /// in these, since of small ones each look-up would have to be found in a table of its own. All cores write it.
  init(scattered element: Element, count: Int) where Element: Sendable {
    (self, _) = parallelFill((0..<count).stretches, inLargePages: true) { _, output in
      output.append(repeating: element, count: output.freeCapacity)
    }
  }

  /// Asks for the memory of an element that is needed soon.
  @inline(__always)
  func prefetch(_ index: Int) {
    guard indices.contains(index) else { return }
    unsafe withUnsafeBufferPointer { elements in
      guard let start = elements.baseAddress else { return }
      unsafe winback_prefetch(start + index)
    }
  }
}
