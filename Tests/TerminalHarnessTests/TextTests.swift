import TerminalHarness
import Testing

@Suite("Characters and controls")
struct TextTests {
  static let drawings = [
    Drawing("letters", "abc", "abc"),
    Drawing("a new line goes down only", "ab\ncd", "ab/  cd"),
    Drawing("a return goes back only", "abc\rx", "xbc"),
    Drawing("a backspace erases nothing", "abc\u{8}\u{8}x", "axc"),
    Drawing("a backspace stops at the edge", "a\u{8}\u{8}\u{8}b", "b"),
    Drawing("a tab", "\tx", "       x"),
    Drawing("a tab set by hand", "\u{1B}[4G\u{1B}H\r\tx", "   x"),
    Drawing("tab stops cleared", "\u{1B}[4G\u{1B}H\u{1B}[3g\r\tx", "       x"),
    Drawing("a tab back", "abcdefg\u{1B}[Zx", "xbcdefg"),
    Drawing("a full row does not wrap yet", "12345678\rx", "x2345678"),
    Drawing("the next character wraps", "12345678x", "12345678/x"),
    Drawing("a move forgets the wrap", "12345678\u{1B}[1;8Hx", "1234567x"),
    Drawing("a new line after a full row", "12345678\r\nx", "12345678/x"),
    Drawing("no wrap where it is off", "\u{1B}[?7l123456789x", "1234567x"),
    Drawing("the last row scrolls", "1\r\n2\r\n3\r\n4\r\n5", "2/3/4/5"),
    Drawing("NUL and DEL show nothing", "a\u{0}\u{7F}b", "ab"),
    Drawing("two cells for a wide character", "中\u{1B}[3Gx", "中x"),
    Drawing("a wide character wraps whole", "1234567中", "1234567/中"),
    Drawing("half a wide character overwritten", "中文\u{1B}[2Gx", " x文"),
    Drawing("the other half overwritten", "中文\u{1B}[1Gx", "x 文"),
    Drawing("half a wide character erased", "a中b\u{1B}[3G\u{1B}[K", "a"),
    Drawing("a mark combines", "e\u{301}x", "e\u{301}x"),
    Drawing("a mark after a wide character", "中\u{301}x", "中\u{301}x"),
    Drawing("a mark after a full row", "12345678\u{301}", "12345678\u{301}"),
    Drawing("an emoji", "😀x", "😀x"),
    Drawing("braille and blocks", "⣿█▲─", "⣿█▲─"),
    Drawing("repeated", "ab\u{1B}[3bc", "abbbbc"),
    Drawing("repeated over the edge", "\u{1B}[7Ga\u{1B}[3b", "      aa/aa"),
    Drawing("inserted", "abc\u{1B}[2G\u{1B}[4hxy\u{1B}[4lz", "axyz" + "c"),
    Drawing("box letters", "\u{1B}(0lqk\u{1B}(Blqk", "┌─┐lqk"),
    Drawing("box letters by shift", "\u{1B})0q\u{E}q\u{F}q", "q─q"),
  ]

  @Test("are drawn", arguments: drawings)
  func draws(drawing: Drawing) {
    let screen = drawn(drawing.bytes)
    #expect(screen.shown == drawing.shown)
    #expect(screen.unknown == [])
  }

  @Test("come to the same however the reads cut them", arguments: drawings)
  func drawsByteByByte(drawing: Drawing) {
    var screen = TerminalEmulator(columns: 8, rows: 4)
    for byte in drawing.bytes.utf8 { screen.receive([byte]) }
    #expect(screen.shown == drawing.shown)
  }

  @Test("what is not UTF-8 becomes a replacement character")
  func replaces() {
    var screen = TerminalEmulator(columns: 8, rows: 1)
    screen.receive([0x61, 0xFF, 0xC3, 0x62, 0xE4, 0xB8, 0x0D, 0x0A])
    #expect(screen.lines == [""])
    var next = TerminalEmulator(columns: 8, rows: 1)
    next.receive([0x61, 0xFF, 0xC3, 0x62, 0xE4, 0xB8, 0x63])
    #expect(next.lines == ["a\u{FFFD}\u{FFFD}b\u{FFFD}c"])
  }

  @Test("the bell is counted")
  func rings() { #expect(drawn("\u{7}a\u{7}").bells == 2) }
}
