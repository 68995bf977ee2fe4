import Glyphs
import Tables

/// A JSON value that keeps the order of its keys: the report's shape is a public interface.
indirect enum JSONValue {
  case null
  case bool(Bool)
  case int(Int)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([(String, JSONValue)])

  /// The value as text, indented by two spaces a level, with a line break at its end.
  var document: String {
    var text = JSONText()
    write(to: &text, depth: 0)
    text.add("\n")
    return text.string
  }

  private func write(to text: inout JSONText, depth: Int) {
    switch self {
    case .null: text.add("null")
    case .bool(let value): text.add(value ? "true" : "false")
    case .int(let value): text.add(value.description)
    case .number(let value): text.add(value.isFinite ? value.description : "null")
    case .text(let value): text.quote(value)
    case .list(let values):
      JSONValue.write(values, "[", "]", to: &text, depth) { value, text in
        value.write(to: &text, depth: depth + 1)
      }
    case .object(let members):
      JSONValue.write(members, "{", "}", to: &text, depth) { member, text in
        text.quote(member.0)
        text.add(": ")
        member.1.write(to: &text, depth: depth + 1)
      }
    }
  }

  private static func write<Element>(
    _ elements: [Element], _ open: String, _ close: String, to text: inout JSONText, _ depth: Int,
    _ write: (_ element: Element, _ text: inout JSONText) -> Void
  ) {
    text.add(open)
    for index in elements.indices {
      if index > 0 { text.add(",") }
      text.breakLine(depth: depth + 1)
      write(elements[index], &text)
    }
    if !elements.isEmpty { text.breakLine(depth: depth) }
    text.add(close)
  }
}

/// JSON as it is written: bytes, because a string looks again at what it has with everything that is added.
private struct JSONText {
  private var bytes: [UInt8] = []

  var string: String { String(decoding: bytes, as: UTF8.self) }

  mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func breakLine(depth: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  /// Besides what JSON demands, escapes what a terminal might obey or hide: the file may be looked at.
  mutating func quote(_ value: String) {
    add("\"")
    defer { add("\"") }
    // Nearly every text is plain, and is added as a whole.
    if value.utf8.allSatisfy({ (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }) {
      add(value)
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": add("\\\"")
      case "\\": add("\\\\")
      case "\n": add("\\n")
      case "\t": add("\\t")
      case _ where scalar.isUnsafeToShow:
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          add("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
        }
      default: add(String(scalar))
      }
    }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral
{
  init(nilLiteral: ()) { self = .null }
  init(booleanLiteral value: Bool) { self = .bool(value) }
  init(integerLiteral value: Int) { self = .int(value) }
  init(stringLiteral value: String) { self = .text(value) }
  init(arrayLiteral elements: JSONValue...) { self = .list(elements) }

  init(_ value: Double?) { self = value.map { .number($0) } ?? .null }
  init(_ value: Int?) { self = value.map { .int($0) } ?? .null }
  init(_ value: String?) { self = value.map { .text($0) } ?? .null }
}
