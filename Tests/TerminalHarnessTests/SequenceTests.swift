import TerminalHarness
import Testing

@Suite("Sequences")
struct SequenceTests {
  @Test(
    "move the cursor",
    arguments: [
      ("\u{1B}[3;5H", [3, 5]), ("\u{1B}[3;5f", [3, 5]), ("\u{1B}[3;5H\u{1B}[H", [1, 1]),
      ("\u{1B}[99;99H", [4, 8]), ("\u{1B}[;4H", [1, 4]), ("\u{1B}[3H", [3, 1]),
      ("\u{1B}[3;5H\u{1B}[A", [2, 5]), ("\u{1B}[3;5H\u{1B}[9A", [1, 5]),
      ("\u{1B}[B", [2, 1]), ("\u{1B}[2B", [3, 1]), ("\u{1B}[C", [1, 2]), ("\u{1B}[0C", [1, 2]),
      ("\u{1B}[99C", [1, 8]), ("\u{1B}[1;8H\u{1B}[3D", [1, 5]), ("\u{1B}[6G", [1, 6]),
      ("\u{1B}[6`", [1, 6]), ("ab\u{1B}[3d", [3, 3]), ("ab\u{1B}[2E", [3, 1]),
      ("\u{1B}[4;4H\u{1B}[2F", [2, 1]), ("\u{1B}[2;3H\u{1B}7\u{1B}[H\u{1B}8", [2, 3]),
      ("\u{1B}[2;3H\u{1B}[s\u{1B}[H\u{1B}[u", [2, 3]), ("ab\u{1B}D", [2, 3]),
      ("ab\u{1B}E", [2, 1]), ("\u{1B}[2;3H\u{1B}M", [1, 3]), ("12345678", [1, 8]),
      ("\u{1B}[2;3r", [1, 1]), ("\u{1B}[2;3r\u{1B}[?6h\u{1B}[9;2H", [3, 2]),
      ("\u{1B}[2;3r\u{1B}[2;1H\u{1B}[5B", [3, 1]),
      ("\u{1B}[3;3Hab\u{1B}c", [1, 1]),
      // A control inside a sequence acts first; CAN ends it.
      ("\u{1B}[2\r;3H", [2, 3]), ("\u{1B}[2\u{18}", [1, 1]),
    ])
  func moves(bytes: String, place: [Int]) {
    let screen = drawn(bytes)
    #expect(screen.cursorPlace == place)
    #expect(screen.unknown == [])
  }

  static let edits = [
    Drawing("erase to the end", "\u{1B}[J", "11111111/22"),
    Drawing("erase to the start", "\u{1B}[1J", "/   22222/33333333/44444444"),
    Drawing("erase all", "\u{1B}[2J", ""),
    Drawing("erase what scrolled away", "\u{1B}[3J", "11111111/22222222/33333333/44444444"),
    Drawing("erase the row's end", "\u{1B}[K", "11111111/22/33333333/44444444"),
    Drawing("erase the row's start", "\u{1B}[1K", "11111111/   22222/33333333/44444444"),
    Drawing("erase the row", "\u{1B}[2K", "11111111//33333333/44444444"),
    Drawing("erase cells", "\u{1B}[3X", "11111111/22   222/33333333/44444444"),
    Drawing("insert cells", "\u{1B}[2@x", "11111111/22x 2222/33333333/44444444"),
    Drawing("delete cells", "\u{1B}[99Px", "11111111/22x/33333333/44444444"),
    Drawing("insert rows", "\u{1B}[2Lx", "11111111/x//22222222"),
    Drawing("delete rows", "\u{1B}[Mx", "11111111/x3333333/44444444"),
    Drawing("scroll up", "\u{1B}[2S", "33333333/44444444"),
    Drawing("scroll down", "\u{1B}[T", "/11111111/22222222/33333333"),
    Drawing("scroll a region up", "\u{1B}[2;3r\u{1B}[3;1H\nx", "11111111/33333333/x/44444444"),
    Drawing(
      "scroll a region down", "\u{1B}[2;3r\u{1B}[2;1H\u{1B}Mx", "11111111/x/22222222/44444444"),
    Drawing(
      "insert rows in a region", "\u{1B}[1;3r\u{1B}[2d\u{1B}[L", "11111111//22222222/44444444"),
    Drawing("delete rows in a region", "\u{1B}[1;3r\u{1B}[9M", "///44444444"),
    Drawing(
      "below a region nothing scrolls", "\u{1B}[1;2r\u{1B}[4d\n\nx",
      "11111111/22222222/33333333/x4444444"),
    Drawing("a whole reset", "\u{1B}cx", "x"),
    Drawing("a soft reset", "\u{1B}[1;2r\u{1B}[!p\u{1B}[4;1H\nx", "22222222/33333333/44444444/x"),
  ]

  @Test("edit the screen", arguments: edits)
  func edit(drawing: Drawing) {
    let screen = drawn(Drawing.full + drawing.bytes)
    #expect(screen.shown == drawing.shown)
    #expect(screen.unknown == [])
  }

  @Test("that are strings show nothing, and commands are kept")
  func skipsStrings() {
    let screen = drawn(
      "a\u{1B}]0;title\u{7}b\u{1B}]52;c;aGk=\u{1B}\\c\u{1B}Pq#0\u{1B}\\d\u{1B}ktmux\u{1B}\\e"
        + "\u{1B}_app\u{1B}\\f\u{1B}^pm\u{1B}\\g")
    #expect(screen.shown == "abcdefg")
    #expect(screen.commands == ["0;title", "52;c;aGk="])
    #expect(screen.unknown == [])
  }

  @Test("of the console's palette end without a terminator")
  func endsConsolePalette() {
    let screen = drawn("\u{1B}]Ra\u{1B}]P0aabbccb")
    #expect(screen.shown == "ab")
    #expect(screen.commands == ["R", "P0aabbcc"])
  }

  @Test(
    "that are not known are listed",
    arguments: [
      ("\u{1B}[6n", "ESC [6n"), ("\u{1B}[c", "ESC [c"), ("\u{1B}[?99h", "ESC [?99h"),
      ("\u{1B}[77l", "ESC [77l"), ("\u{1B}[99m", "ESC [99m"), ("\u{1B}[>4;1m", "ESC [>4;1m"),
      ("\u{1B}[18t", "ESC [18t"), ("\u{1B}#8", "ESC #8"), ("\u{1B}Z", "ESC Z"),
      ("\u{9B}", "U+009B"), ("\u{5}", "control 5"), ("\u{1B}[11m", "ESC [11m"),
    ])
  func listsUnknown(bytes: String, name: String) {
    let screen = drawn("a" + bytes + "b")
    #expect(screen.unknown == [name])
    #expect(screen.shown == "ab")
  }
}
