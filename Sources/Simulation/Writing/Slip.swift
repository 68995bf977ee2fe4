/// What a careless hand does to one field of a row.
struct Slip {
  /// The column's name in the header.
  let column: String
  let kind: Kind

  enum Kind {
    /// 31/10/2026 instead of 2026-10-31.
    case slashes
    /// "38,90" instead of 38.90.
    case comma
    case emptied
    /// Another word.
    case mistyped(String)
    /// Anna, Lindqvist without quotes, which makes two fields of it.
    case unquoted
  }

  /// The line after the slip.
  func spoiled(_ line: String, header: String) -> String {
    var fields = Self.fields(of: line)
    guard let index = Self.fields(of: header).firstIndex(of: column) else { return line }
    fields[index] = spoiled(fields[index])
    return fields.joined(separator: ",")
  }

  private func spoiled(_ field: String) -> String {
    switch kind {
    case .slashes:
      field.prefix(10).split(separator: "-").reversed().joined(separator: "/") + field.dropFirst(10)
    case .comma: "\"" + field.split(separator: ".").joined(separator: ",") + "\""
    case .emptied: ""
    case .mistyped(let word): word
    case .unquoted: field.split(separator: " ").joined(separator: ", ")
    }
  }

  /// The fields as they are written, quotes and all.
  private static func fields(of line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        fields.append("")
      } else {
        fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
