import Foundation

@testable import Tables

extension Cohort {
  /// What is read of a folder with some files, by their names.
  static func read(
    files: [String: String], _ change: (inout ReadingOptions) -> Void = { _ in }
  ) throws -> Cohort {
    let path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
    var options = ReadingOptions()
    change(&options)
    return try Cohort.read(path, options: options)
  }

  /// The customer of each row of a table, from where the rows of each start.
  func customers(_ starts: [Int32]) -> [String] {
    (0..<customers.count).flatMap { customer in
      [String](
        repeating: customers[Int32(customer)],
        count: Int(starts[customer + 1] - starts[customer]))
    }
  }
}
