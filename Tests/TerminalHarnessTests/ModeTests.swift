import TerminalHarness
import Testing

@Suite("Modes")
struct ModeTests {
  @Test(
    "are switched",
    arguments: [
      (1, Mode.applicationCursorKeys), (5, .reverseScreen), (6, .originInRegion),
      (12, .blinkingCursor), (1000, .mouseClicks), (1002, .mouseDrags), (1003, .mouseMoves),
      (1004, .focusReports), (1006, .extendedMouse), (1034, .metaKey), (1049, .alternateScreen),
      (2004, .bracketedPaste), (2026, .synchronizedOutput),
    ])
  func areSwitched(number: Int, mode: Mode) {
    var screen = drawn("\u{1B}[?\(number)h")
    #expect(screen.modes == Set.initial.union([mode]))
    screen.receive("\u{1B}[?\(number)l")
    #expect(screen.modes == .initial)
    #expect(screen.unknown == [])
  }

  @Test("several at once, and those that change nothing")
  func areSwitchedTogether() {
    let screen = drawn("\u{1B}[?3;4;8;12;25l\u{1B}[?1006;1000h\u{1B}[34h\u{1B}[?0c\u{1B}[22;0;0t")
    #expect(screen.modes == [.automaticWrap, .extendedMouse, .mouseClicks])
    #expect(!screen.isCursorVisible)
    #expect(screen.unknown == [])
  }

  @Test("the keypad")
  func keypad() {
    var screen = drawn("\u{1B}=")
    #expect(screen.modes.contains(.applicationKeypad))
    screen.receive("\u{1B}>")
    #expect(screen.modes == .initial)
  }

  @Test("the alternate screen gives the main one back, with its cursor")
  func alternateScreen() {
    var screen = drawn("main\u{1B}[2;3H\u{1B}[?1049h")
    #expect(screen.isAlternateScreen)
    #expect(screen.shown == "")
    screen.receive("\u{1B}[4;4Hother\u{1B}7")
    #expect(screen.shown == "///   other")
    screen.receive("\u{1B}[?1049l")
    #expect(!screen.isAlternateScreen)
    #expect(screen.shown == "main")
    #expect(screen.cursorPlace == [2, 3])
  }

  @Test("a resize cuts, fills, and keeps the cursor's row")
  func resize() {
    var screen = drawn("1\r\n2\r\n3\r\n12345678")
    screen.resize(columns: 4, rows: 2)
    #expect(screen.lines == ["3", "1234"])
    #expect(screen.cursorPlace == [2, 4])
    screen.resize(columns: 6, rows: 3)
    screen.receive("\u{1B}[3;6Hx")
    #expect(screen.lines == ["3", "1234", "     x"])
  }

  @Test("a resize of the alternate screen cuts the main one too")
  func resizeAlternate() {
    var screen = drawn("main\r\nmore\u{1B}[?1049h")
    screen.resize(columns: 3, rows: 1)
    screen.receive("\u{1B}[?1049lx")
    #expect(screen.lines == ["max"])
  }
}
