import CBytes
import Testing

/// Where fields end, as the fastest and as any processor finds it.
struct FieldEndsTests {
  private struct Found: Equatable {
    var places: [UInt32]
    /// Which of them are line breaks.
    var lines: [UInt32]
    /// How many bytes come before the first quote.
    var seen: Int
  }

  private typealias Search = (
    UnsafePointer<UInt8>, Int64, UInt32, UnsafeMutablePointer<UInt32>, UInt32,
    UnsafeMutablePointer<UInt32>
  ) -> winback_field_ends

  /// What is found among the first `count` bytes, where the first counts as 1,000 and the first place as 7.
  private static func found(_ bytes: [UInt8], _ count: Int, by search: Search) -> Found {
    var places = [UInt32](repeating: .max, count: count + 4)
    var lines = [UInt32](repeating: .max, count: count + 1)
    let found = unsafe search(bytes, Int64(count), 1_000, &places, 7, &lines)
    return Found(
      places: Array(places[..<Int(found.places)]), lines: Array(lines[..<Int(found.lines)]),
      seen: Int(found.seen))
  }

  /// The same, byte by byte.
  private static func expected(_ bytes: [UInt8], _ count: Int) -> Found {
    var expected = Found(places: [], lines: [], seen: count)
    for (index, byte) in bytes[..<count].enumerated() {
      if byte == UInt8(ascii: "\"") {
        expected.seen = index
        break
      }
      let isBreak = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
      if isBreak { expected.lines.append(UInt32(7 + expected.places.count)) }
      if isBreak || byte == UInt8(ascii: ",") { expected.places.append(UInt32(1_000 + index)) }
    }
    return expected
  }

  @Test(arguments: [
    ",\n\r\"a", ",,\n\ra", ",aaaaaa", "\naaaaaaaaaaaaaaa", "\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  ])
  func `field ends are found before the first quote, whatever the processor`(letters: String) {
    let letters = Array(letters.utf8)
    var state: UInt64 = 20_261_201
    for count in 0..<400 {
      // Looked at 64 at a time: as many must be there.
      let bytes = (0..<(count + 63) / 64 * 64).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return letters[Int(state >> 33) % letters.count]
      }
      let expected = Self.expected(bytes, count)
      #expect(unsafe Self.found(bytes, count, by: winback_field_ends) == expected)
      #expect(unsafe Self.found(bytes, count, by: winback_field_ends_anywhere) == expected)
    }
  }
}
