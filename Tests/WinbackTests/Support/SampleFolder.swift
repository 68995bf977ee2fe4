import Foundation
import Testing

/// A cohort folder as tables of text, to be cut, shuffled and written in other shapes.
struct SampleFolder: Sendable, CustomTestStringConvertible {
  struct Table: Sendable {
    var columns: [String]
    var rows: [[String]]

    /// Puts a column's texts through a function.
    mutating func replace(_ column: String, _ change: (String) -> String) {
      guard let index = columns.firstIndex(of: column) else { return }
      for row in rows.indices { rows[row][index] = change(rows[row][index]) }
    }
  }

  let testDescription: String
  var tables: [String: Table]
  let configuration: String

  init(_ name: String, tables: [String: Table], configuration: String) {
    self.testDescription = name
    self.tables = tables
    self.configuration = configuration
  }

  /// A folder of `Cases`; those that laws are tried on have one file a table and quote nothing.
  init(case name: String) throws {
    let path = casesFolder + "/" + name + "/"
    var tables: [String: Table] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: path)
    where file.hasSuffix(".csv") {
      let lines = try String(contentsOfFile: path + file, encoding: .utf8)
        .split(separator: "\n").map {
          $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
      tables[String(file.dropLast(4))] = Table(columns: lines[0], rows: Array(lines.dropFirst()))
    }
    let configuration = try String(contentsOfFile: path + "winback.toml", encoding: .utf8)
    self.init(name, tables: tables, configuration: configuration)
  }

  /// What a folder on disk would hold.
  func files(_ shape: Shape = Shape()) -> [String: String] {
    var files = ["winback.toml": configuration]
    for (name, table) in tables {
      for (part, rows) in shape.parts(of: table.rows).enumerated() {
        let file = shape.isSplit ? "\(name)-\(part + 1).csv" : "\(name).csv"
        files[file] = shape.text(columns: table.columns, rows: rows)
      }
    }
    return files
  }

  /// The folder as it stood at the end of a day: later rows are not there and later refunds not
  /// made.
  func cut(at day: String) -> SampleFolder {
    let dates = [
      "orders": "ordered_at", "touches": "touched_at", "assignments": "assigned_at",
      "cancellations": "cancelled_at", "spend": "date",
    ]
    var cut = self
    for (name, column) in dates {
      guard let index = tables[name]?.columns.firstIndex(of: column) else { continue }
      cut.tables[name]?.rows.removeAll { row in
        // A month such as 2026-10 is dated the first of its month.
        (row[index].count == 7 ? row[index] + "-01" : String(row[index].prefix(10))) > day
      }
    }
    if let refunded = tables["orders"]?.columns.firstIndex(of: "refunded"),
      let refundedAt = tables["orders"]?.columns.firstIndex(of: "refunded_at")
    {
      for row in cut.tables["orders"]!.rows.indices
      where cut.tables["orders"]!.rows[row][refundedAt].prefix(10) > day {
        cut.tables["orders"]!.rows[row][refunded] = ""
        cut.tables["orders"]!.rows[row][refundedAt] = ""
      }
    }
    return cut
  }

  /// Every amount so many times.
  func withAmounts(times factor: Decimal) -> SampleFolder {
    var scaled = self
    for name in tables.keys {
      for column in ["revenue", "discount", "refunded", "cost", "amount"] {
        scaled.tables[name]?.replace(column) { text in
          Decimal(string: text).map { "\($0 * factor)" } ?? text
        }
      }
    }
    return scaled
  }
}

/// How the same rows are written down.
struct Shape: Sendable, CustomTestStringConvertible {
  var testDescription = "as they are"
  var isShuffled = false
  var isSplit = false
  var lineEnd = "\n"
  var opening = ""
  var isReordered = false
  var isQuoted = false

  func parts(of rows: [[String]]) -> [[[String]]] {
    var rows = rows
    if isShuffled {
      var random = SeededRandom(seed: 7)
      rows.shuffle(using: &random)
    }
    let middle = rows.count / 2
    return isSplit ? [Array(rows[..<middle]), Array(rows[middle...])] : [rows]
  }

  func text(columns: [String], rows: [[String]]) -> String {
    let lines = ([columns] + rows).map { row in
      (isReordered ? row.reversed() : row)
        .map { isQuoted ? "\"\($0)\"" : $0 }
        .joined(separator: ",")
    }
    return opening + lines.map { $0 + lineEnd }.joined()
  }
}

/// SplitMix64: the same numbers for the same seed on every machine.
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &self) < percent }

  mutating func day(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func word(_ words: [String]) -> String { words.randomElement(using: &self) ?? "" }
}
