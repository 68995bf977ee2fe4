/// Bytes written with 64 characters that every line of communication carries (RFC 4648, section 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let padding = UInt8(ascii: "=")

  /// How long so many bytes become.
  static func length(ofBytes count: Int) -> Int { (count + 2) / 3 * 4 }

  /// Four characters for every three bytes; what is missing in the last three is filled with `=`.
  static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(length(ofBytes: bytes.count))
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | UInt32($1) }
      bits <<= UInt32(3 - group.count) * 8
      for place in 0...3 {
        let index = Int(bits >> UInt32(18 - 6 * place)) & 0x3F
        text.append(place <= group.count ? alphabet[index] : padding)
      }
    }
    return text
  }
}
