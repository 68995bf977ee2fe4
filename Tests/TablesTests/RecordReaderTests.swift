import Foundation
import Testing

@testable import Tables

/// The reader against the rules of RFC 4180, and against a second reader that is slow and plain.
struct RecordReaderTests {
  private func read(_ bytes: [UInt8]) throws -> [String] {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString + ".csv"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    var reader = try RecordReader(path: path)
    _ = try reader.start()
    var lines: [String] = []
    while true {
      switch try reader.next() {
      case .end: return lines
      case .malformed(let problem):
        lines.append("\(reader.record.line): \(problem)")
      case .record:
        let fields = reader.record.fields.indices.map { reader.record.text($0) }
        lines.append("\(reader.record.line): " + fields.map { "[\($0)]" }.joined())
      }
    }
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["1: [a][b]", "2: [1][2]"]),
    ("a,b\r\n1,2\r\n", ["1: [a][b]", "2: [1][2]"]),
    ("a,b\r1,2\r", ["1: [a][b]", "2: [1][2]"]),
    ("a,b\n1,2", ["1: [a][b]", "2: [1][2]"]),
    ("\u{FEFF}a,b\n1,2", ["1: [a][b]", "2: [1][2]"]),
    ("a,b\n\n\n1,2\n", ["1: [a][b]", "4: [1][2]"]),
    ("a,\n,\n", ["1: [a][]", "2: [][]"]), ("a,", ["1: [a][]"]), ("", []),
    ("\"a\",\"b,c\"\n", ["1: [a][b,c]"]), ("\"a\"\"b\",\"\"\n", ["1: [a\"b][]"]),
    ("\"\"\"\"\n", ["1: [\"]"]),
    ("\"a\nb\",c\nd,e\n", ["1: [a\nb][c]", "3: [d][e]"]),
    ("\"a\r\nb\",c\r\nd,e\r\n", ["1: [a\r\nb][c]", "3: [d][e]"]),
    (" a , b\u{A0}\n", ["1: [a][b]"]), ("5\" pipe,x\n", ["1: [5\" pipe][x]"]),
    ("\"a\" ,b\n", ["1: [a][b]"]),
    ("\"a\"x,b\nc,d\n", ["1: textAfterQuote", "2: [c][d]"]),
    ("x,\"a\nb,c\nd,e\n", ["1: quoteNotClosed", "2: [b][c]", "3: [d][e]"]),
    ("x,\"a\nb,\"c\"\nd,e\n", ["1: textAfterQuote", "2: [b][c]", "3: [d][e]"]),
  ])
  func `records are split by RFC 4180`(text: String, lines: [String]) throws {
    #expect(try read(Array(text.utf8)) == lines)
  }

  @Test func `a field that straddles the buffer's end is whole`() throws {
    for length in (1 << 16) - 6...(1 << 16) + 6 {
      let long = String(repeating: "x", count: length)
      let lines = try read(Array("a,\"\(long)\"\r\nb,c\r\n".utf8))
      #expect(lines == ["1: [a][\(long)]", "2: [b][c]"])
    }
  }

  @Test func `a line beyond the limit is skipped, and the next one read`() throws {
    let long = String(repeating: "x", count: RecordReader.longest + 10)
    let lines = try read(Array("a,b\n\(long)\nc,d\n".utf8))
    #expect(lines == ["1: [a][b]", "2: lineTooLong", "3: [c][d]"])
  }

  @Test func `random bytes never trap, and every line break is counted`() throws {
    var generator = SplitMix(state: 20_261_031)
    let alphabet = Array("a,\"\n\r 0".utf8)
    for _ in 0..<3_000 {
      let bytes = (0..<Int(generator.next() % 40)).map { _ in
        alphabet[Int(generator.next() % UInt64(alphabet.count))]
      }
      let lines = try read(bytes)
      let numbers = lines.compactMap { Int($0.prefix { $0 != ":" }) }
      #expect(numbers == numbers.sorted())
      #expect(Set(numbers).count == numbers.count, "two records start on one line: \(bytes)")
    }
  }
}

/// SplitMix64 (Steele, Lea and Flood, 2014): the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
