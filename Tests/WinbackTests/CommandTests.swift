import Foundation
import Testing

/// The program as it is called: what it prints, where, and what it ends with.
struct CommandTests {
  private static let program = Bundle.main.bundleURL.appendingPathComponent("winback")

  private let good = [
    "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n2,a,2026-02-01,10\n"
  ]

  @Test(arguments: ["text", "json", "csv", "markdown"])
  func `a report ends with 0 and says nothing on standard error`(format: String) throws {
    let folder = try TemporaryFolder(good)
    let ended = try Ended("report", folder.path, "--format", format)
    #expect(ended.status == 0)
    #expect(ended.complaint == "")
    #expect(ended.output.utf8.last == 10)
  }

  @Test func `where there is no terminal a folder alone is its scorecard in plain text`() throws {
    let folder = try TemporaryFolder(good)
    let ended = try Ended(folder.path)
    #expect(ended.status == 0)
    #expect(ended.complaint == "")
    #expect(ended.output.hasPrefix("winback  "))
    #expect(ended.output.contains("\nScorecard\n"))
    #expect(ended.output.utf8.allSatisfy { $0 != 0x1B })
    #expect(try Ended("dashboard", folder.path, "--plain") == ended)
  }

  @Test func `an unusable folder ends with 2, one sentence and no half report`() throws {
    let folder = try TemporaryFolder(["orders.csv": ""])
    #expect(
      try Ended("report", folder.path)
        == Ended(
          status: 2, output: "",
          complaint: "winback: orders.csv: is empty; it needs a header line\n"))
    #expect(try Ended("check", folder.path).status == 2)
  }

  @Test func `a configuration that will not do ends with 2 and its line`() throws {
    let folder = try TemporaryFolder(
      good.merging(["winback.toml": "\nmargin = 45\n"]) { one, _ in one })
    #expect(
      try Ended("report", folder.path)
        == Ended(
          status: 2, output: "",
          complaint: "winback: winback.toml:2: margin must be a number over 0 and up to 1\n"))
  }

  @Test(arguments: [
    ["report", "--as-of", "31.10.2026"], ["report", "--format", "pdf"], ["report", "a", "b"],
    ["simulate", "somewhere"], ["simulate", "somewhere", "--customers", "0", "--seed", "1"],
    ["simulate", "somewhere", "--customers", "9"], ["simulate", "somewhere", "--seed", "1"],
    ["simulate", "somewhere", "--sample", "--customers", "9"],
    ["simulate", "somewhere", "--sample", "--seed", "1"],
    ["simulate", "somewhere", "--sample", "--model", "shop"],
    ["simulate", "somewhere", "--sample", "--times", "bare"],
    ["simulate", "somewhere", "--sample", "--without", "spend"],
    ["simulate", "somewhere", "--customers", "9", "--seed", "1", "--without", "orders"],
    ["check", "--fail-on", "anything"], ["report", "--no-such-option"],
  ])
  func `wrong usage ends with 64`(arguments: [String]) throws {
    let process = Process()
    process.executableURL = CommandTests.program
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 64)
  }

  @Test(arguments: [
    ("refused", "2,a,gestern,10", 1), ("suspicious", "2,a,gestern,10", 1),
    ("never", "2,a,gestern,10", 0), ("refused", "2,a,2026-02-01,10", 0),
    ("suspicious", "2,a,2026-02-01,10", 0), ("bad", "2,a,2026-02-01,10", 0),
  ])
  func `check ends with 1 where something named happened`(
    cause: String, row: String, status: Int32
  ) throws {
    let folder = try TemporaryFolder([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n\(row)\n"
    ])
    #expect(try Ended("check", folder.path, "--fail-on", cause).status == status)
  }

  @Test func `check fails on what is suspicious unless told otherwise`() throws {
    let folder = try TemporaryFolder([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n1,a,2026-01-01,10\n2,a,gestern,10\n"
    ])
    #expect(try Ended("check", folder.path).status == 1)
  }

  @Test func `under one in a thousand refused rows is not suspicious`() throws {
    let rows = (1...1_999).map { "\($0),a,2026-01-01,10\n" }.joined()
    let folder = try TemporaryFolder([
      "orders.csv": "order_id,customer_id,ordered_at,revenue\n" + rows + "x,a,gestern,10\n"
    ])
    #expect(try Ended("check", folder.path).status == 0)
    #expect(try Ended("check", folder.path, "--fail-on", "refused").status == 1)
  }

  @Test func `output is written beside its place and moved there`() throws {
    let folder = try TemporaryFolder(good)
    let path = folder.path + "/report.json"
    let printed = try Ended("report", folder.path, "--format", "json")
    #expect(
      try Ended("report", folder.path, "--format", "json", "--output", path)
        == Ended(status: 0, output: "", complaint: ""))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == printed.output)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names == ["orders.csv", "report.json"])
  }

  @Test func `output that cannot be written is said, with status 2`() throws {
    let folder = try TemporaryFolder(good)
    let path = folder.path + "/none/report.json"
    #expect(
      try Ended("report", folder.path, "--output", path)
        == Ended(
          status: 2, output: "", complaint: "winback: \(path): its folder does not exist\n"))
  }

  @Test func `a full disk is said, with status 2`() throws {
    let folder = try TemporaryFolder(good)
    let process = Process()
    process.executableURL = CommandTests.program
    process.arguments = ["report", folder.path]
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/full"))
    let complaint = Pipe()
    process.standardError = complaint
    try process.run()
    process.waitUntilExit()
    let text = String(decoding: complaint.fileHandleForReading.availableData, as: UTF8.self)
    #expect(text == "winback: standard output: the disk is full\n")
    #expect(process.terminationStatus == 2)
  }

  @Test func `simulate writes the same bytes for the same seed and never over anything`() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (folder.path + "/one", folder.path + "/two")
    for path in [one, two] {
      #expect(try Ended("simulate", path, "--customers", "40", "--seed", "7").status == 0)
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: one) {
      #expect(
        FileManager.default.contentsEqual(atPath: "\(one)/\(name)", andPath: "\(two)/\(name)"))
    }
    let again = try Ended("simulate", one, "--customers", "40", "--seed", "7")
    #expect(again.status == 2)
    #expect(again.complaint.hasPrefix("winback: "))
  }

  @Test func `simulate writes the sample`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/sample"
    #expect(try Ended("simulate", path, "--sample").status == 0)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        == FileManager.default.contentsOfDirectory(atPath: sampleData).sorted())
  }

  @Test(arguments: ["text", "json", "csv", "markdown"])
  func `a screen is printed in every format, and a wrong address is wrong usage`(format: String)
    throws
  {
    let ended = try Ended(
      "report", sampleData, "--open", "channels/sms?compare=email", "--format", format)
    #expect(ended.status == 0)
    #expect(ended.complaint == "")
    #expect(ended.output.contains("15.5 %"))
    let wrong = try Ended("report", sampleData, "--open", "moon", "--format", format)
    #expect(wrong.status == 64)
    #expect(wrong.complaint.contains("\"moon\" is neither a command nor a screen"))
    let nothing = try Ended("report", sampleData, "--open", "channels/nobody", "--format", format)
    #expect(nothing.status == 2)
    #expect(nothing.complaint.contains("There is nothing at channels/nobody"))
  }

  @Test func `names are printed only where that is asked for, and into a file of one's own`() throws
  {
    let folder = try TemporaryFolder([:])
    let output = folder.path + "/people.csv"
    let people = ["report", sampleData, "--open", "people", "--format", "csv"]
    func ended(_ more: String...) throws -> Ended {
      try Ended(CommandTests.program.path, people + more)
    }
    #expect(!(try ended().output.contains("@example")))
    #expect(try ended("--reveal").output.contains("@example"))
    #expect(try ended("--reveal", "--output", output).status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: output)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}
