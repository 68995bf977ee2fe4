import Foundation

/// The program as it was built, and what one call of it ended with.
struct Ended: Equatable {
  var status: Int32
  var output: String
  var complaint: String

  private static let winback = Bundle.main.bundleURL.appendingPathComponent("winback")

  /// Calls winback and waits for its end.
  init(_ arguments: String..., environment: [String: String] = [:]) throws {
    try self.init(Ended.winback.path, arguments, environment: environment)
  }

  /// Calls a program, with these variables beside its own, and waits for its end.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    let folder = try TemporaryFolder(["out": "", "err": ""])
    func file(_ name: String) -> URL { URL(fileURLWithPath: folder.path + "/" + name) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = try FileHandle(forWritingTo: file("out"))
    process.standardError = try FileHandle(forWritingTo: file("err"))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOf: file("out"), encoding: .utf8)
    complaint = try String(contentsOf: file("err"), encoding: .utf8)
  }

  init(status: Int32, output: String, complaint: String) {
    self.status = status
    self.output = output
    self.complaint = complaint
  }
}
