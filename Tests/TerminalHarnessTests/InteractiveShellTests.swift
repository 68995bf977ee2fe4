import TerminalHarness
import Testing

@Suite("An interactive shell")
struct InteractiveShellTests {
  /// A program that answers every line; what it says first does not stand in the command.
  private let answering = "sh -c 'echo run\"\"ning; while read line; do echo \"<$line>\"; done'"

  @Test(
    "runs commands, stops one with Ctrl-Z, and continues it",
    arguments: [InteractiveShell.installed, "/bin/sh"])
  func stopsAndContinues(program: String) throws {
    let shell = try InteractiveShell(program)
    try shell.run("echo before")
    #expect(shell.terminal.screen.lines[1] == "before")
    try shell.type(answering)
    try shell.terminal.wait(forText: "running")
    try shell.terminal.send("first\r")
    try shell.terminal.wait(forText: "<first>")
    try shell.pressControlZ()
    try shell.waitForPrompt()
    #expect(shell.terminal.screen.text.contains("Stopped"))
    try shell.type("fg")
    try shell.terminal.wait(for: "the shell to hand its terminal over") { _ in
      try shell.terminal.attributes().isLineByLine
    }
    try shell.terminal.send("second\r")
    try shell.terminal.wait(forText: "<second>")
    try shell.terminal.send([4])
    try shell.waitForPrompt()
    try shell.type("exit 5")
    #expect(try shell.terminal.waitForExit() == .exited(5))
  }

  @Test("takes a command longer than a row")
  func takesLongCommand() throws {
    let shell = try InteractiveShell(columns: 20, rows: 12)
    try shell.run("echo one two three four five six seven | tr a-z A-Z")
    #expect(shell.terminal.screen.text.contains("ONE TWO THREE"))
  }

  @Test("quotes words")
  func quotes() throws {
    let shell = try InteractiveShell()
    try shell.run(InteractiveShell.quoted(["printf", "%s\\n", "it's $HOME", "*"]))
    #expect(Array(shell.terminal.screen.lines[1...2]) == ["it's $HOME", "*"])
  }

  @Test("keeps a stopped command from outliving it")
  func endsStoppedCommands() throws {
    var shell: InteractiveShell? = try InteractiveShell()
    try shell?.type("sh -c 'echo $$ run\"\"ning; exec sleep 1000'")
    try shell?.terminal.wait(forText: "running")
    try shell?.pressControlZ()
    try shell?.waitForPrompt()
    let line = shell?.terminal.screen.lines.first { $0.hasSuffix(" running") }
    let job = try #require(line.flatMap { Int32($0.prefix { $0 != " " }) })
    shell = nil
    try expectEnd(of: job)
  }
}
