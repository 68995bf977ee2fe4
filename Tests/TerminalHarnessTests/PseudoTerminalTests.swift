import Glibc
import TerminalHarness
import Testing

@Suite("A pseudo-terminal")
struct PseudoTerminalTests {
  /// A shell's loop that a trap ends. Were it to read, a signal could come between the shell's last look
  /// for one and its reading, and be seen only after the next line.
  private let forEver = "while :; do sleep 0.02; done"

  @Test("shows what a program writes, and its exit status")
  func echo() throws {
    let terminal = try shell("echo hello; exit 7")
    #expect(try terminal.waitForExit() == .exited(7))
    #expect(terminal.screen.lines[0] == "hello")
    #expect(terminal.received == Array("hello\r\n".utf8))
  }

  @Test("types")
  func send() throws {
    let terminal = try shell("read line; echo \"<$line>\"")
    try terminal.send("some words\r")
    try terminal.wait(forText: "<some words>")
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("has a size that can change")
  func resize() throws {
    let terminal = try shell(
      "trap 'stty size; exit 0' WINCH; stty size; \(forEver)", columns: 50, rows: 12)
    try terminal.wait(forText: "12 50")
    terminal.resize(columns: 33, rows: 7)
    try terminal.wait(forText: "7 33")
    #expect(terminal.screen.columns == 33)
    #expect(try terminal.waitForExit() == .exited(0))
  }

  @Test("sends the signal of a key")
  func interrupts() throws {
    let terminal = try shell("echo there; exec cat")
    try terminal.wait(forText: "there")
    try terminal.send([3])
    #expect(try terminal.waitForExit() == .killed(by: SIGINT))
  }

  @Test("sends a signal to the program")
  func signals() throws {
    let terminal = try shell("trap 'echo caught; exit 3' TERM; echo there; \(forEver)")
    try terminal.wait(forText: "there")
    terminal.signal(SIGTERM)
    #expect(try terminal.waitForExit() == .exited(3))
    #expect(terminal.screen.lines[1] == "caught")
  }

  @Test("sees a program stopped and continued")
  func stops() throws {
    let terminal = try shell("echo there; read x; echo again")
    try terminal.wait(forText: "there")
    #expect(!terminal.isStopped)
    terminal.signal(SIGSTOP)
    try terminal.waitForStop()
    try terminal.send("\r")
    terminal.signal(SIGCONT)
    try terminal.wait(forText: "again")
    #expect(try terminal.waitForExit() == .exited(0))
    // Only its end is sure to have been reported by now.
    #expect(!terminal.isStopped)
  }

  @Test("hangs up")
  func hangsUp() throws {
    let terminal = try shell("echo there; exec cat")
    try terminal.wait(forText: "there")
    terminal.close()
    #expect(try terminal.waitForExit() == .killed(by: SIGHUP))
  }

  @Test("keeps the last output of a program that ends at once", arguments: 1...20)
  func keepsLastOutput(count: Int) throws {
    let terminal = try shell("i=0; while [ $i -lt 500 ]; do echo line $i; i=$((i+1)); done")
    try terminal.waitForExit()
    #expect(terminal.screen.lines[8] == "line 499")
  }

  @Test("takes a long text while the program writes")
  func sendsMuch() throws {
    let terminal = try shell("stty raw -echo; echo there; exec cat")
    try terminal.wait(forText: "there")
    try terminal.send(String(repeating: "0123456789", count: 10_000))
    try terminal.wait(for: "all of it") { _ in terminal.received.count >= 100_000 }
  }

  @Test("hears nothing of a program that idles")
  func listens() throws {
    let terminal = try shell("echo there; exec cat")
    // The kernel sends a line's end by itself, and so maybe later than the line.
    try terminal.wait(for: "the whole line") { $0.cursorRow == 1 }
    #expect(terminal.listen(for: .milliseconds(200)) == 0)
  }

  @Test("keeps its deadline with a program that never pauses")
  func keepsDeadline() throws {
    let terminal = try shell("while :; do echo there; done")
    try terminal.wait(forText: "there")
    let late = complaint { try terminal.wait(forText: "elsewhere", upTo: .milliseconds(50)) }
    #expect(late.contains("|there"))
  }

  @Test("leaves no process behind")
  func cleansUp() throws {
    let processes = try startedAndDropped()
    #expect(processes.count == 2)
    for process in processes { try expectEnd(of: process) }
  }

  /// A stubborn shell and its child, whose terminal is dropped at the end.
  private func startedAndDropped() throws -> [pid_t] {
    let terminal = try shell("trap '' HUP TERM; sleep 1000 & echo $$; echo $!; wait")
    try terminal.wait(for: "two numbers") { $0.cursorRow == 2 }
    let processes = terminal.screen.lines.compactMap { pid_t($0) }
    #expect(processes.allSatisfy { kill($0, 0) == 0 })
    return processes
  }

  @Test("fails with what the screen showed")
  func fails() throws {
    let terminal = try shell("echo there; read x; exit 4")
    try terminal.wait(forText: "there")
    let late = complaint { try terminal.wait(forText: "elsewhere", upTo: .milliseconds(50)) }
    #expect(late.contains("|there") && late.contains("“elsewhere”"))
    try terminal.send("\r")
    let ended = complaint { try terminal.wait(forText: "elsewhere") }
    #expect(ended.hasPrefix("exited(4) before"))
  }
}
