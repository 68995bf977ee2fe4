import Foundation
import Glibc
import TerminalHarness
import Testing

/// The program as it is shipped is a good guest: on any terminal, in any locale, at any size.
struct GuestTests {
  private static let sentence = "no channel has anything to show"

  private static let terminals: [String?] = [
    "xterm-256color", "xterm-kitty", "tmux-256color", "screen", "linux", "vt100", "xterm-nobody",
    "", nil,
  ]
  private static let locales: [String?] = ["C.UTF-8", "C", "de_XX.UTF-8", nil]

  @Test(arguments: terminals, locales)
  func `it opens and leaves on every terminal, in every locale`(type: String?, locale: String?)
    throws
  {
    let terminal = try opened(
      environment: PseudoTerminal.environment(terminal: type, locale: locale))
    #expect(terminal.screen.lines[23].contains("q quit"))
    // A locale without Unicode, or one that is not installed, is no reason to draw without it.
    let hasPlainFont = type == "linux" || type == "vt100"
    #expect(terminal.screen.lines[0].contains(hasPlainFont ? " > " : " › "))
    try terminal.send("3")
    try terminal.wait(forText: GuestTests.sentence)
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    try expectRestored(terminal)
  }

  @Test func `on a dumb terminal, and where there is none, the scorecard is printed`() throws {
    let terminal = try PseudoTerminal(
      OpenedProgram.path, [smallFolder], columns: 100, rows: 60,
      environment: PseudoTerminal.environment(terminal: "dumb"))
    #expect(try terminal.waitForExit() == .exited(0))
    #expect(terminal.screen.text.contains("Scorecard"))
    #expect(!terminal.received.contains(0x1B))
    #expect(try terminal.attributes() == untouched())
    let piped = try Ended(smallFolder)
    #expect(piped.status == 0 && piped.complaint.isEmpty && !piped.output.contains("\u{1B}"))
    #expect(piped.output.contains("Scorecard"))
  }

  @Test func `sizes that the environment claims are not believed`() throws {
    let terminal = try opened(
      environment: PseudoTerminal.environment(adding: ["COLUMNS": "40", "LINES": "10"]))
    #expect(terminal.screen.lines[23].contains("q quit"))
  }

  @Test func `two hundred sizes in a row, and every one is filled`() throws {
    let terminal = try opened(sampleData)
    var random = SeededRandom(seed: 6)
    for step in 0..<200 {
      let columns = Int.random(in: 1...300, using: &random)
      let rows = Int.random(in: 1...100, using: &random)
      terminal.resize(columns: columns, rows: rows)
      // Most follow on each other's heels; now and then one is looked at.
      guard step % 10 == 9, columns >= 20, rows >= 4 else { continue }
      try terminal.wait(for: "the footer at \(columns) x \(rows)") { screen in
        screen.lines[rows - 1].contains("quit") && screen.lines[0].contains("Scorecard")
      }
    }
    terminal.resize(columns: 80, rows: 24)
    try terminal.wait(forText: "> Day-60 reactivation")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    try expectRestored(terminal)
  }

  @Test func `while nothing happens it sends nothing and does nothing`() throws {
    let terminal = try opened(sampleData)
    // Workers may still be putting their things away, and may wait long for a processor.
    let deadline = ContinuousClock.now + PseudoTerminal.patience
    var before = try processorTicks(terminal.identifier)
    while true {
      _ = terminal.listen(for: .seconds(1))
      let now = try processorTicks(terminal.identifier)
      if now == before { break }
      try #require(ContinuousClock.now < deadline, "it never comes to rest")
      before = now
    }
    #expect(terminal.listen(for: .seconds(5)) == 0)
    #expect(try processorTicks(terminal.identifier) <= before + 1)
    try terminal.send("\u{1B}")
    try terminal.wait(forText: "q quits")
  }

  /// The time that a process has been given, in clock ticks.
  private func processorTicks(_ process: Int32) throws -> Int {
    let text = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
    let fields = try #require(text.split(separator: ")").last).split(separator: " ")
    return try #require(Int(fields[11])) + #require(Int(fields[12]))
  }

  @Test func `ten kilobytes that are pasted run nothing`() throws {
    let terminal = try opened()
    let text = String(repeating: "q3q\r\u{3}5\nrm -rf 漢字 \u{1B}[B", count: 500)
    // Ctrl-C would end the paste, as a user would who has lost patience.
    let pasted = text.replacingOccurrences(of: "\u{3}", with: "")
    #expect(pasted.utf8.count > 10_000)
    try terminal.send("\u{1B}[200~\(pasted)\u{1B}[201~")
    try terminal.wait(forText: "Pasted text runs nothing here.")
    try terminal.send("3")
    try terminal.wait(forText: GuestTests.sentence)
    #expect(terminal.ending == nil)
  }

  @Test func `keys of flow control are keys like others`() throws {
    let terminal = try opened()
    try terminal.send([0x13])
    try terminal.wait(forText: "Ctrl-S does nothing here")
    try terminal.send([0x11])
    try terminal.wait(forText: "Ctrl-Q does nothing here")
    try terminal.send("3")
    try terminal.wait(forText: GuestTests.sentence)
  }

  @Test(arguments: ["\u{1B}OB", "\u{1B}[B"])
  func `an arrow arrives in both modes, and in pieces`(arrow: String) throws {
    let terminal = try opened(sampleData)
    let bytes = Array(arrow.utf8)
    try terminal.send(bytes)
    try terminal.wait(forText: "> Day-30, early read")
    try terminal.send([0x1B])
    try terminal.wait(forText: "q quits")
    try terminal.send(Array(bytes.dropFirst()))
    try terminal.wait(forText: "> Reactivation rate")
  }

  @Test func `Esc is answered at once, and a key after it is that key`() throws {
    let terminal = try opened(sampleData)
    try terminal.send("3")
    try terminal.wait(forText: "by who wrote first")
    try terminal.send("\r")
    try terminal.wait(forText: "Esc back")
    try terminal.send("\u{1B}2")
    try terminal.wait(forText: "by segment; the bar is day 60")
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "screen-256color"])
  func `the mouse works from m to m, and never before or after`(type: String) throws {
    let terminal = try opened(
      sampleData, environment: PseudoTerminal.environment(terminal: type))
    #expect(terminal.screen.modes.isDisjoint(with: [.mouseClicks, .extendedMouse]))
    try terminal.send("m")
    try terminal.wait(forText: "Mouse on")
    #expect(terminal.screen.modes.contains(.mouseClicks))
    #expect(terminal.screen.modes.isDisjoint(with: [.mouseDrags, .mouseMoves]))
    let channels = try #require(terminal.screen.place(of: "3 Channels"))
    try terminal.send(report(terminal, 0, channels))
    _ = terminal.listen(for: .milliseconds(50))
    try terminal.send(report(terminal, 0, channels, isUp: true))
    try terminal.wait(forText: "by who wrote first")
    try terminal.send(report(terminal, 65, channels))
    try terminal.wait(forText: "> call")
    let quit = try #require(terminal.screen.place(of: "q quit"))
    // What is dragged onto a key, and a press that is thought better of, press nothing.
    let segments = try #require(terminal.screen.place(of: "2 Segments"))
    for (place, isUp) in [(channels, false), (quit, true), (quit, false), (segments, true)] {
      try terminal.send(report(terminal, 0, place, isUp: isUp))
      _ = terminal.listen(for: .milliseconds(50))
    }
    try terminal.send("m")
    try terminal.wait(forText: "Mouse off")
    #expect(terminal.screen.text.contains("by who wrote first"))
    #expect(!terminal.screen.modes.contains(.mouseClicks))
    try terminal.send("m")
    try terminal.wait(forText: "Mouse on")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    try expectRestored(terminal)
  }

  /// A line that breaks within a report must not hold up the loop: neither keys nor signals.
  @Test(arguments: ["\u{1B}[<0;5", "\u{1B}[M "])
  func `half a report of the mouse holds nothing up`(half: String) throws {
    let terminal = try opened(sampleData, ["--mouse"])
    try terminal.send(half)
    _ = terminal.listen(for: .milliseconds(50))
    try terminal.send("\u{1B}[A")
    _ = terminal.listen(for: .milliseconds(50))
    try terminal.send("3")
    try terminal.wait(forText: "by who wrote first")
    try terminal.send(half)
    _ = terminal.listen(for: .milliseconds(50))
    terminal.signal(SIGTERM)
    try terminal.waitForExit()
    try expectRestored(terminal)
  }

  @Test func `reports that still come when the mouse is off press nothing`() throws {
    let terminal = try opened(sampleData)
    try terminal.send("\u{1B}[<0;5;2M\u{1B}[<0;5;2m")
    #expect(terminal.listen(for: .milliseconds(300)) == 0)
    #expect(terminal.screen.text.contains("> Day-60 reactivation"))
  }

  /// What a terminal says of a button, 65 being a turn of the wheel, in the form that it was asked for.
  private func report(
    _ terminal: PseudoTerminal, _ button: Int, _ place: (row: Int, column: Int), isUp: Bool = false
  ) -> String {
    let (x, y) = (place.column + 1, place.row + 1)
    if terminal.screen.modes.contains(.extendedMouse) {
      return "\u{1B}[<\(button);\(x);\(y)\(isUp ? "m" : "M")"
    }
    let bytes = [isUp ? 3 : button, x, y].map { Unicode.Scalar(UInt8($0 + 32)) }
    return "\u{1B}[M" + String(String.UnicodeScalarView(bytes))
  }

  @Test(arguments: [SIGTERM, SIGSEGV])
  func `a mouse that is on is off when something ends it`(signal: Int32) throws {
    let terminal = try opened(
      sampleData, ["--mouse"],
      environment: PseudoTerminal.environment(adding: ["SWIFT_BACKTRACE": "enable=no"]))
    #expect(terminal.screen.modes.contains(.mouseClicks))
    terminal.signal(signal)
    try terminal.waitForExit()
    try expectRestored(terminal)
  }

  @Test(arguments: [false, true])
  func `what is written to standard error is said after the screen, not on it`(crashes: Bool) throws
  {
    let terminal = try opened(
      environment: PseudoTerminal.environment(adding: ["SWIFT_BACKTRACE": "enable=no"]))
    let error = FileHandle(forWritingAtPath: "/proc/\(terminal.identifier)/fd/2")
    try #require(error).write(Data("a library complains\n".utf8))
    #expect(terminal.listen(for: .milliseconds(200)) == 0)
    // One that never stops is not waited for, and fills no memory.
    let flood = unsafe open("/proc/\(terminal.identifier)/fd/2", O_WRONLY | O_NONBLOCK)
    for _ in 0..<100 { _ = unsafe write(flood, [UInt8](repeating: 0x2E, count: 4096), 4096) }
    try #require(error).write(Data("\nwhy it ends\n".utf8))
    // It takes what it has room for, and never lets a writer wait.
    while unsafe write(flood, [UInt8](repeating: 0x2E, count: 4096), 4096) > 0 {}
    close(flood)
    if crashes { terminal.signal(SIGSEGV) } else { try terminal.send("q") }
    try terminal.waitForExit()
    let said = String(decoding: terminal.received, as: UTF8.self)
    #expect(said.contains("a library complains\r\n......") && said.contains("why it ends"))
    #expect(!crashes || said.contains("winback: crashed, which is a defect"))
    try expectRestored(terminal)
  }

  @Test func `standard error that goes elsewhere goes there at once`() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      "/bin/sh",
      ["-c", "exec \"$0\" \"$1\" 2> \"$2\"", OpenedProgram.path, smallFolder, folder.path + "/log"])
    try terminal.wait(forText: "> Day-60 reactivation")
    let error = FileHandle(forWritingAtPath: "/proc/\(terminal.identifier)/fd/2")
    try #require(error).write(Data("a library complains\n".utf8))
    let log = try String(contentsOfFile: folder.path + "/log", encoding: .utf8)
    #expect(log == "a library complains\n")
  }

  @Test func `settings of the user's own hold, and the command line over them`() throws {
    let folder = try TemporaryFolder([
      "winback/settings.toml": "theme = \"high-contrast\"\nglyphs = \"ascii\"\nmouse = true\n"
    ])
    let environment = PseudoTerminal.environment(adding: ["XDG_CONFIG_HOME": folder.path])
    var terminal = try opened(environment: environment)
    #expect(terminal.screen.cell(12, 40).style.background == .numbered(16))
    #expect(terminal.screen.lines[0].contains(" > "))
    #expect(terminal.screen.modes.contains(.mouseClicks))
    terminal = try opened(
      smallFolder, ["--theme", "mono", "--glyphs", "auto", "--no-mouse"], environment: environment)
    #expect(terminal.screen.cell(12, 40).style.background == .standard)
    #expect(terminal.screen.lines[0].contains(" › "))
    #expect(!terminal.screen.modes.contains(.mouseClicks))
    try folder.write("winback/settings.toml", Data("theme = 3\n".utf8))
    terminal = try PseudoTerminal(
      OpenedProgram.path, [smallFolder], columns: 200, environment: environment)
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.text.contains("settings.toml:1: theme must be a text in quotes"))
  }

  @Test(arguments: [(["NO_COLOR": "1"], false), (["NO_COLOR": ""], true), ([:], true)])
  func `NO_COLOR leaves every word, and no colour`(variables: [String: String], hasColours: Bool)
    throws
  {
    let terminal = try opened(environment: PseudoTerminal.environment(adding: variables))
    let isColoured = (0..<24).contains { row in
      (0..<80).contains { terminal.screen.cell(row, $0).style.foreground != .standard }
    }
    #expect(isColoured == hasColours)
    #expect(terminal.screen.style(of: "Scorecard")?.attributes == .bold)
  }

  @Test func `a theme is changed from the palette`() throws {
    let terminal = try opened()
    for words in [
      "Theme dark", "Theme light", "Theme high-contrast", "Theme mono", "Theme default",
    ] {
      try terminal.send(":theme\r")
      try terminal.wait(forText: words)
      let isBlack = terminal.screen.cell(12, 40).style.background == .numbered(16)
      #expect(isBlack == (words == "Theme high-contrast"))
    }
  }
}
