import Testing

@testable import winback

/// What a hand calculation says about one place of the JSON report.
enum Expected: Sendable {
  /// A whole number exactly, a decimal to 1e-9 of itself.
  case number(Double)
  /// A decimal copied from a table or a hand calculation that was rounded.
  case rounded(Double, within: Double)
  case text(String)
  case truth(Bool)
  /// The key is there and holds no value: unavailable, immature, or nothing to divide by.
  case null
  /// Nothing stands there at all.
  case absent
  /// A count that may be left out where it would be nought.
  case zeroOrAbsent
  /// A list of so many rows.
  case rows(Int)

  func matches(_ found: JSONValue?) -> Bool {
    switch self {
    case .number(let value): found?.number.map { isClose($0, value) } ?? false
    case .rounded(let value, let tolerance):
      found?.number.map { abs($0 - value) <= tolerance } ?? false
    case .text(let text): found?.text == text
    case .truth(let truth): found?.truth == truth
    case .null: found?.isNull ?? false
    case .absent: found == nil
    case .zeroOrAbsent: found.map { $0.number == 0 } ?? true
    case .rows(let count): found?.rows?.count == count
    }
  }
}

/// Equal to 1e-9 of the larger of the two.
func isClose(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-9 * max(abs(a), abs(b))
}

extension Expected: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(booleanLiteral value: Bool) { self = .truth(value) }
  init(nilLiteral: ()) { self = .null }
}

/// Paths into the report, in the order of the calculation.
typealias Facts = KeyValuePairs<String, Expected>

extension JSONValue {
  var truth: Bool? { if case .bool(let truth) = self { truth } else { nil } }

  var rows: [JSONValue]? { if case .list(let rows) = self { rows } else { nil } }

  /// The row of a list that has these words or numbers, for lists whose rows have no name.
  func row(_ path: String, _ words: KeyValuePairs<String, String>) -> JSONValue? {
    at(path)?.rows?.first { row in
      words.allSatisfy { key, word in
        let field = row.at(key)
        return field?.text == word || field?.number.map { $0 == Double(word) } ?? false
      }
    }
  }

  /// The facts of such a row. The failure names the row, not the whole report.
  func expect(
    row path: String, _ words: KeyValuePairs<String, String>, _ facts: Facts,
    at sourceLocation: SourceLocation = #_sourceLocation
  ) {
    if let row = row(path, words) {
      row.expect(facts, at: sourceLocation)
    } else {
      Issue.record("\(path) has no row with \(words)", sourceLocation: sourceLocation)
    }
  }

  /// Fails once for every fact that does not hold, and names its path.
  func expect(_ facts: Facts, at sourceLocation: SourceLocation = #_sourceLocation) {
    for (path, expected) in facts {
      let found = at(path)
      #expect(
        expected.matches(found),
        "\(path) should be \(expected), is \(found.map { "\($0)" } ?? "not there")",
        sourceLocation: sourceLocation)
    }
  }
}
