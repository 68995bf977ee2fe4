import TerminalHarness
import Testing

@Suite("A program in a pseudo-terminal")
struct StartTests {
  @Test("controls it, and has no signal blocked or ignored")
  func controls() throws {
    let terminal = try shell(
      "tty; grep -E 'Sig(Blk|Ign)' /proc/self/status; echo direct > /dev/tty")
    try terminal.waitForExit()
    #expect(terminal.screen.text.contains("/dev/pts/"))
    #expect(terminal.screen.lines[1] == "SigBlk: 0000000000000000")
    // Signals 32 and 33 are the C library's own, and ignored in every program it spawns.
    #expect(terminal.screen.lines[2].hasSuffix("0000000"))
    #expect(terminal.screen.text.contains("direct"))
  }

  @Test("has the environment and the folder it is given, and nothing else")
  func environment() throws {
    let terminal = try PseudoTerminal(
      "/usr/bin/env", environment: ["ONLY": "this"], directory: "/")
    try terminal.waitForExit()
    #expect(terminal.screen.text.trimmed == "ONLY=this")
    let folder = try PseudoTerminal("/bin/pwd", directory: "/usr")
    try folder.waitForExit()
    #expect(folder.screen.lines[0] == "/usr")
  }

  @Test("has no descriptor of the tests")
  func closesDescriptors() throws {
    let others = try (0..<5).map { _ in try shell("exec cat") }
    // A shell may keep one of its own, with a higher number.
    let script = "for n in 3 4 5 6 7 8 9; do [ -e /proc/$$/fd/$n ] && echo $n; done; echo end"
    let terminal = try shell(script)
    try terminal.waitForExit()
    #expect(terminal.screen.lines[0] == "end")
    #expect(others.allSatisfy { $0.ending == nil })
  }

  @Test("is named if it cannot be started")
  func refuses() {
    let complaint = complaint { _ = try PseudoTerminal("/nowhere/program") }
    #expect(complaint.contains("/nowhere/program"))
  }

  @Test("may change how the terminal is set up")
  func attributes() throws {
    let terminal = try shell("read x; stty raw -echo; echo raw; read x; stty sane; echo sane")
    let before = try terminal.attributes()
    #expect(before.hasEcho && before.isLineByLine)
    try terminal.send("\r")
    try terminal.wait(forText: "raw")
    let during = try terminal.attributes()
    #expect(!during.hasEcho && !during.isLineByLine && during != before)
    try terminal.send("\n")
    try terminal.waitForExit()
    #expect(try terminal.attributes().hasEcho)
  }
}
