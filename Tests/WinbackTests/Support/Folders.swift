import Foundation
import Metrics
import Tables

@testable import winback

/// A cohort folder that lives as long as a test needs it.
final class TemporaryFolder {
  let path: String

  /// Writes files by name.
  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "winback-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(name, Data(text.utf8)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ data: Data) throws {
    let file = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}

/// The folders of traps that stand beside the tests.
let casesFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Cases").path

/// The folder that stands at the top of the repository.
let sampleData = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("sample-data").path

/// The report of a folder; `asOf` as on the command line.
func report(ofFolder path: String, asOf: String? = nil) throws -> Report {
  try AnalysedFolder(path, asOf: asOf).report
}

/// The JSON report of files by name.
func json(_ files: [String: String], asOf: String? = nil) throws -> JSONValue {
  let folder = try TemporaryFolder(files)
  return JSONReport.value(try report(ofFolder: folder.path, asOf: asOf))
}

/// The JSON report of a folder.
func json(ofFolder path: String, asOf: String? = nil) throws -> JSONValue {
  JSONReport.value(try report(ofFolder: path, asOf: asOf))
}

extension JSONValue {
  /// What stands at a path such as `scorecard.day_60.x` or `months.2025-02.enrolled`: a row of a list
  /// is found by its number, or by its `name`, `month`, `campaign` or `step`. Nil where nothing stands.
  func at(_ path: String) -> JSONValue? {
    path.split(separator: ".").reduce(self as JSONValue?) { value, key in
      value?.member(String(key))
    }
  }

  private func member(_ key: String) -> JSONValue? {
    switch self {
    case .object(let members): members.first { $0.0 == key }?.1
    case .list(let rows):
      if let index = Int(key), rows.indices.contains(index) {
        rows[index]
      } else {
        rows.first { row in
          ["name", "month"].contains { row.member($0)?.text == key }
        }
      }
    default: nil
    }
  }

  /// The value without the members of a name, however deep.
  func without(_ name: String) -> JSONValue {
    switch self {
    case .object(let members):
      .object(members.filter { $0.0 != name }.map { ($0.0, $0.1.without(name)) })
    case .list(let values): .list(values.map { $0.without(name) })
    default: self
    }
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// A whole or a decimal number.
  var number: Double? {
    switch self {
    case .int(let value): Double(value)
    case .number(let value): value
    default: nil
    }
  }

  var isNull: Bool { if case .null = self { true } else { false } }
}
