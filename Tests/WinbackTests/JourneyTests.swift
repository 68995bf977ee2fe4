import Foundation
import Glibc
import TerminalHarness
import Testing

/// The program as it is shipped, in a terminal of its own.
struct JourneyTests {
  @Test(arguments: [(80, 24), (120, 40)])
  func `open, 3, Enter, Esc, q`(columns: Int, rows: Int) throws {
    let terminal = try opened(sampleData, columns: columns, rows: rows)
    #expect(terminal.screen.isAlternateScreen)
    #expect(!terminal.screen.isCursorVisible)
    #expect(terminal.screen.text.contains("Day-60 win-back for Aug 2026 is 9.1 % (6.5 to 12.5)"))
    // Where eight screens have no room for their names, the long ones are short.
    let tabs =
      columns < 100
      ? "1 Score  2 Segments  3 Channels  4 Cohorts  5 People  6 Data  7 Guards  8 Plays"
      : "1 Scorecard  2 Segments  3 Channels  4 Cohorts  5 People  6 Data  7 Guardrails  8 Playbook"
    #expect(terminal.screen.lines[1].hasPrefix(tabs))
    #expect(terminal.screen.lines[rows - 1].hasPrefix("Enter open"))

    try terminal.send("3")
    try terminal.wait(forText: "> email")
    #expect(terminal.screen.text.contains("by who wrote first"))
    #expect(terminal.screen.text.contains("double sms (+1,116 %, at least +807 %)"))

    try terminal.send("j\r")
    // The footer is drawn last.
    try terminal.wait(forText: "Esc back")
    #expect(terminal.screen.text.contains("Channels › sms"))
    #expect(terminal.screen.text.contains("15.5 % of 238"))
    #expect(terminal.screen.text.contains("Attributed return"))
    #expect(terminal.screen.text.contains("⣀") == (columns == 120), "the curve beside the numbers")

    try terminal.send("\u{1B}")
    try terminal.wait(forText: "> sms")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
    try expectRestored(terminal)
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT])
  func `a signal ends it and leaves the terminal as it was`(signal: Int32) throws {
    let terminal = try opened()
    terminal.signal(signal)
    #expect(try terminal.waitForExit() == .exited(128 + signal))
    try expectRestored(terminal)
  }

  @Test func `files that arrive are offered, and shown when r is pressed`() throws {
    let orders = try String(contentsOfFile: smallFolder + "/orders.csv", encoding: .utf8)
    let folder = try TemporaryFolder(["orders.csv": orders])
    let terminal = try opened(folder.path, columns: 120)
    let before = terminal.screen.lines[0]
    #expect(!before.contains("new data"))
    // What is none of the files, and half a file, are no news.
    try folder.write("notes.txt", Data("x".utf8))
    #expect(terminal.listen(for: .milliseconds(1500)) == 0)
    let rows = orders.split(separator: "\n")
    let last = try #require(rows.last)
    let later = last.replacing(
      try #require(last.split(separator: ",").first), with: "another-order")
    try folder.write("orders-next.csv", Data("\(rows[0])\n\(later)\n".utf8))
    try terminal.wait(forText: "new data: r")
    try terminal.send("r")
    try terminal.wait(forText: "Read again: 2 files.")
    #expect(!terminal.screen.lines[0].contains("new data"))
  }

  @Test func `a crash leaves the terminal as it was, and says so`() throws {
    let terminal = try opened(
      environment: PseudoTerminal.environment(adding: ["SWIFT_BACKTRACE": "enable=no"]))
    terminal.signal(SIGSEGV)
    #expect(try terminal.waitForExit() == .killed(by: SIGSEGV))
    try expectRestored(terminal)
    #expect(terminal.screen.text.contains("winback: crashed, which is a defect"))
  }

  @Test func `Ctrl-Z where no shell could bring it back stops nothing`() throws {
    let terminal = try opened()
    try terminal.send([0x1A])
    try terminal.wait(forText: "There is no shell to go back to")
    try terminal.send("3")
    try terminal.wait(forText: "no channel has anything to show")
    #expect(!terminal.isStopped)
  }

  @Test func `modes that were changed while it was stopped are set again`() throws {
    let terminal = try opened()
    let modes = try terminal.attributes()
    terminal.signal(SIGSTOP)
    try terminal.waitForStop()
    terminal.signal(SIGCONT)
    try terminal.send("3")
    try terminal.wait(forText: "no channel has anything to show")
    #expect(try terminal.attributes() == modes)
  }

  @Test func `a job that is killed while it is stopped ends`() throws {
    let shell = try InteractiveShell()
    try shell.type(InteractiveShell.quoted([OpenedProgram.path, smallFolder]))
    try shell.terminal.wait(forText: "> Day-60 reactivation")
    try shell.pressControlZ()
    try shell.waitForPrompt()
    try shell.run("kill %1; wait; jobs; echo left $?")
    #expect(shell.terminal.screen.text.contains("left 0"))
    #expect(!shell.terminal.screen.isAlternateScreen)
  }

  @Test func `a paste without an end does not take the keyboard away`() throws {
    let terminal = try opened()
    try terminal.send("\u{1B}[200~abc")
    try terminal.wait(forText: "Pasted text runs nothing here.")
    try terminal.send("q")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test func `a line that hangs up ends it`() throws {
    let terminal = try opened()
    terminal.close()
    #expect(try terminal.waitForExit() == .exited(128 + SIGHUP))
  }

  @Test func `Ctrl-Z gives the shell its terminal, and fg brings the screen back`() throws {
    let shell = try InteractiveShell()
    let before = try shell.terminal.attributes()
    try shell.type(InteractiveShell.quoted([OpenedProgram.path, smallFolder]))
    try shell.terminal.wait(forText: "> Day-60 reactivation")
    try shell.terminal.send("3")
    try shell.terminal.wait(forText: "Channels")
    try shell.pressControlZ()
    try shell.waitForPrompt()
    #expect(!shell.terminal.screen.isAlternateScreen)
    #expect(shell.terminal.screen.isCursorVisible)
    #expect(try shell.terminal.attributes() == before)
    // Another size while it is stopped: it comes back in the new one.
    shell.terminal.resize(columns: 100, rows: 30)
    try shell.type("fg")
    try shell.terminal.wait(for: "the footer on the last row") { screen in
      screen.lines[29].contains("q quit")
    }
    try shell.terminal.send("q")
    try shell.waitForPrompt()
    #expect(try shell.terminal.attributes() == before)
    try shell.type("exit 7")
    #expect(try shell.terminal.waitForExit() == .exited(7))
  }

  @Test func `it follows the terminal's size`() throws {
    let terminal = try opened()
    for (columns, rows) in [(120, 40), (40, 12), (20, 5), (1, 1), (200, 60), (80, 24)] {
      terminal.resize(columns: columns, rows: rows)
      guard rows >= 3, columns >= 20 else { continue }
      try terminal.wait(for: "the footer at \(columns) x \(rows)") { screen in
        screen.lines[rows - 1].contains("q quit")
      }
    }
    try terminal.wait(forText: "> Day-60 reactivation")
    #expect(terminal.ending == nil)
  }

  @Test func `a paste runs nothing`() throws {
    let terminal = try opened()
    try terminal.send("\u{1B}[200~q3q\r\u{1B}[201~")
    try terminal.wait(forText: "Pasted text runs nothing here.")
    #expect(terminal.ending == nil)
  }

  @Test func `a folder that is none ends it with one sentence, and the terminal as it was`() throws
  {
    let terminal = try PseudoTerminal(OpenedProgram.path, ["/no/such/folder"])
    #expect(try terminal.waitForExit() == .exited(2))
    #expect(terminal.screen.text.contains("winback: /no/such/folder"))
    try expectRestored(terminal)
  }
}
