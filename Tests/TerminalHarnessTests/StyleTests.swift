import TerminalHarness
import Testing

@Suite("Styles")
struct StyleTests {
  @Test(
    "are kept by cell",
    arguments: [
      ("1", Style(.bold)), ("2", Style(.dim)), ("3", Style(.italic)), ("4", Style(.underline)),
      ("5", Style(.blink)), ("7", Style(.reverse)), ("8", Style(.invisible)),
      ("9", Style(.struck)), ("1;4;7", Style([.bold, .underline, .reverse])),
      ("1;2;22", .plain), ("1;3;23", Style(.bold)), ("4;24", .plain), ("5;25", .plain),
      ("7;27", .plain), ("8;28", .plain), ("9;29", .plain), ("1;0", .plain), ("1;", .plain),
      ("31", Style(foreground: .numbered(1))), ("97", Style(foreground: .numbered(15))),
      ("44", Style(background: .numbered(4))), ("100", Style(background: .numbered(8))),
      ("38;5;166", Style(foreground: .numbered(166))),
      ("38:5:166", Style(foreground: .numbered(166))),
      ("48;5;236;1", Style(.bold, background: .numbered(236))),
      ("38;2;1;2;3", Style(foreground: .mixed(red: 1, green: 2, blue: 3))),
      ("31;44;39;49", .plain), ("0;10;1", Style(.bold)),
    ])
  func areKept(numbers: String, style: Style) {
    let screen = drawn("a\u{1B}[\(numbers)mb\u{1B}[mc")
    #expect(screen.cell(0, 0) == Cell("a"))
    #expect(screen.cell(0, 1) == Cell("b", style: style))
    #expect(screen.cell(0, 2) == Cell("c"))
    #expect(screen.style(of: "b") == style)
    #expect(screen.unknown == [])
  }

  @Test("erased cells keep the background only")
  func erase() {
    let screen = drawn("\u{1B}[1;31;44m\u{1B}[K")
    #expect(screen.cell(0, 7) == Cell(" ", style: Style(background: .numbered(4))))
  }

  @Test("are saved with the cursor")
  func areSaved() {
    let screen = drawn("\u{1B}[1m\u{1B}7\u{1B}[m\u{1B}8x")
    #expect(screen.cell(0, 0).style == Style(.bold))
  }
}
