import CNcurses
import Terminal
import Testing

@testable import Terminal

struct KeyTests {
  /// Reads a row of readings; gives what they say.
  private func events(_ readings: [Screen.Reading]) -> [TerminalEvent] {
    var reader = KeyReader()
    return readings.compactMap { reader.key($0) }
  }

  @Test(
    arguments: [
      (0x61, .character("a")), (0x0D, .enter), (0x0A, .enter), (0x09, .tab), (0x1B, .escape),
      (0x7F, .backspace), (0x08, .backspace), (0x03, .control("c")), (0x1A, .control("z")),
      (0x20, .character(" ")), (0xE9, .character("é")), (0x6F22, .character("漢")),
    ] as [(UInt32, Key)])
  func `characters are keys`(value: UInt32, key: Key) throws {
    #expect(events([.character(try #require(Unicode.Scalar(value)))]) == [.key(key)])
  }

  @Test(
    arguments: [
      (KEY_UP, .up), (KEY_NPAGE, .pageDown), (KEY_BTAB, .backTab), (KEY_HOME, .home),
      (KEY_BACKSPACE, .backspace), (KEY_DC, .delete),
    ] as [(Int32, Key)])
  func `codes are keys`(code: Int32, key: Key) {
    #expect(events([.code(code)]) == [.key(key)])
  }

  @Test func `what is no key is nothing`() {
    #expect(events([.character("\u{0}"), .character("\u{9B}"), .code(KEY_F0 + 5)]) == [])
  }

  @Test func `a paste is one text, whatever keys it would be`() {
    let pasted: [Screen.Reading] =
      [.code(KeyReader.pasteBegin)] + "q\r3".unicodeScalars.map { .character($0) }
      + [.code(KEY_UP), .code(KeyReader.pasteEnd), .character("x")]
    #expect(events(pasted) == [.pasted("q\r3"), .key("x")])
  }
}
