import Foundation
import TerminalHarness
import Testing

/// What is written is written whole, or not at all and said.
struct OutputFaultTests {
  /// Runs a line of the shell in which $winback is the program.
  private func run(_ line: String) throws -> Ended {
    try Ended("/bin/sh", ["-c", "winback='\(OpenedProgram.path)'; " + line])
  }

  @Test func `a full disk under standard output is said`() throws {
    let ended = try run("$winback report \(smallFolder) > /dev/full")
    #expect(
      ended
        == Ended(status: 2, output: "", complaint: "winback: standard output: the disk is full\n"))
  }

  @Test func `a reader who has seen enough ends it without a word`() throws {
    let ended = try run("$winback report \(sampleData) --format json | head -c 10")
    #expect(ended.complaint.isEmpty && ended.output.utf8.count == 10)
  }

  @Test func `a file that may not grow is said, and leaves what was there`() throws {
    let folder = try TemporaryFolder(["report.json": "old"])
    let path = folder.path + "/report.json"
    let ended = try run(
      "ulimit -f 1; $winback report \(sampleData) --format json --output \(path)")
    #expect(ended.status == 2)
    #expect(ended.complaint == "winback: \(path): cannot be written: File too large\n")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "old")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.json"])
  }

  @Test func `an export that fails is said, and nothing else happens`() throws {
    let folder = try TemporaryFolder()
    let terminal = try PseudoTerminal(
      "/bin/sh", ["-c", "ulimit -f 1; exec \"$0\" \"$1\"", OpenedProgram.path, sampleData],
      columns: 120, rows: 40, directory: folder.path)
    try terminal.wait(forText: "> Day-60 reactivation")
    try terminal.send("e")
    try terminal.wait(forText: "winback-scorecard-2026-10-31.csv")
    try terminal.send("\r")
    try terminal.wait(forText: "cannot be written: File too large")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    try terminal.send("3")
    try terminal.wait(forText: "> email")
  }
}
