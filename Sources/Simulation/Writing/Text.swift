/// Bytes of a file, gathered until there are enough to hand on.
struct Text {
  private(set) var bytes: [UInt8] = []

  /// Enough to hand on: about a quarter of a megabyte.
  var isLong: Bool { bytes.count > 1 << 18 }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }
  mutating func comma() { bytes.append(UInt8(ascii: ",")) }
  mutating func newline() { bytes.append(UInt8(ascii: "\n")) }

  mutating func append(_ word: StaticString) {
    word.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
  }

  mutating func append(_ words: String) { bytes.append(contentsOf: words.utf8) }

  /// A field of a CSV file, quoted (RFC 4180) if it needs to be.
  mutating func append(field: StaticString) { append(field: "\(field)") }

  /// A field of a CSV file, quoted (RFC 4180) if it needs to be.
  mutating func append(field: String) {
    guard field.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
    else { return append(field) }
    bytes.append(UInt8(ascii: "\""))
    for byte in field.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes what stands from a byte on anew.
  mutating func rewrite(from start: Int, _ change: (String) -> String) {
    let text = String(decoding: bytes[start...], as: UTF8.self)
    bytes.replaceSubrange(start..., with: change(text).utf8)
  }

  /// A number from 0 on, with at least so many digits.
  mutating func append(whole number: Int, digits: Int = 1) {
    var divisor = 1
    for _ in 1..<max(digits, 1) { divisor *= 10 }
    while number / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }

  mutating func append(cents: Int32) {
    append(whole: Int(cents) / 100)
    bytes.append(UInt8(ascii: "."))
    append(whole: Int(cents) % 100, digits: 2)
  }

  /// The id of a customer, as the business's own system counts them.
  mutating func append(customer: Int, _ model: SimulationPlan.Model) {
    append(model == .shop ? "C" : "cus_")
    append(whole: 100_001 + customer)
  }
}
