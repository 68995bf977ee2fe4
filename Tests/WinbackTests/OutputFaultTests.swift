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

  /// A slip in a line of cron must not cost the orders of ten years.
  @Test func `no report and no list is written over a file that a cohort is read from`() throws {
    let orders = try String(contentsOfFile: smallFolder + "/orders.csv", encoding: .utf8)
    let folder = try TemporaryFolder([
      "orders.csv": orders, "report.csv": "old", "winback.toml": "",
    ])
    for name in ["orders.csv", "winback.toml"] {
      let path = folder.path + "/" + name
      let before = try String(contentsOfFile: path, encoding: .utf8)
      for command in ["report \(folder.path)", "audience \(folder.path) recommendations"] {
        let ended = try run("$winback \(command) --output \(path)")
        #expect(ended.status == 2)
        #expect(
          ended.complaint == "winback: \(path): is a file that winback reads; write to another\n")
      }
      #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    }
    // Whatever else is there is an old report, and replaced; - is standard output, as elsewhere.
    #expect(
      try run("$winback report \(folder.path) --output \(folder.path)/report.csv").status == 0)
    #expect(try run("cd \(folder.path); $winback report . --output -").output.contains("Scorecard"))
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/-"))
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
