import Foundation

/// A shell with job control in a terminal: a test types a command, presses Ctrl-Z, types `fg`.
package struct InteractiveShell {
  package let terminal: PseudoTerminal
  private let prompt = "ready>"

  /// Bash, or the system's shell where there is none.
  package static let installed =
    FileManager.default.isExecutableFile(atPath: "/bin/bash") ? "/bin/bash" : "/bin/sh"

  /// Starts a shell and waits for its prompt. The user's own settings are not read.
  package init(
    _ program: String = InteractiveShell.installed, columns: Int = 80, rows: Int = 24,
    environment: [String: String] = PseudoTerminal.environment(), directory: String? = nil
  ) throws {
    let settings = ["PS1": prompt + " ", "HISTFILE": "/dev/null", "INPUTRC": "/dev/null"]
    terminal = try PseudoTerminal(
      program, program.hasSuffix("/bash") ? ["--norc", "--noprofile", "-i"] : ["-i"],
      columns: columns, rows: rows, environment: environment.merging(settings) { $1 },
      directory: directory)
    try waitForPrompt()
  }

  /// Types a command at the prompt and, once it stands there, Enter. The wait makes sure that the
  /// prompt waited for next is not the one before the command. Before it presses a key a test waits
  /// for what the command shows: until then the shell may take the key, or the kernel drop it.
  package func type(_ command: String) throws {
    try terminal.send(command)
    let typed = withoutSpaces(prompt + command)
    try terminal.wait(for: "the echo of “\(command)”") { screen in
      withoutSpaces(screen.lines[...screen.cursorRow].joined()).hasSuffix(typed)
    }
    try terminal.send("\r")
  }

  /// Waits until the shell takes the next command.
  package func waitForPrompt() throws {
    try terminal.wait(for: "the shell's prompt") { screen in
      screen.lines[screen.cursorRow] == prompt && screen.cursorColumn == prompt.count + 1
    }
  }

  /// Types a command and waits until it has ended, or been stopped.
  package func run(_ command: String) throws {
    try type(command)
    try waitForPrompt()
  }

  /// Ctrl-Z: stops the command in the foreground, and brings the prompt back.
  package func pressControlZ() throws { try terminal.send([0x1A]) }

  /// A command in which no word means anything to the shell.
  package static func quoted(_ words: [String]) -> String {
    words.map { "'" + $0.replacingOccurrences(of: "'", with: #"'\''"#) + "'" }
      .joined(separator: " ")
  }

  /// A command longer than a row may be broken anywhere.
  private func withoutSpaces(_ text: String) -> String { text.filter { $0 != " " } }
}
