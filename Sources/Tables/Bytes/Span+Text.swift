extension Span where Element == UInt8 {
  /// Whether all bytes are ASCII and none is zero; eight are looked at together.
  @inline(__always)
  var isPlain: Bool {
    var position = 0
    while position < count {
      let left = count - position
      let word = word(at: position, count: left)
      let filled = left < 8 ? word | 0x0101_0101_0101_0101 &<< UInt64(8 * left) : word
      if (filled | (filled &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 != 0 { return false }
      position += 8
    }
    return true
  }
}
