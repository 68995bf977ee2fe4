/// On which line of a TOML text each key stands: what the parser knows and does not tell.
///
/// Headings (`[lapse]`), dotted keys and quoted keys are followed; a key inside an inline table is
/// found by the key that holds the table.
struct KeyLines {
  private var lines: [[String]: Int] = [:]

  init(_ text: String) {
    var heading: [String] = []
    var isInText = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let line = line.drop { $0 == " " || $0 == "\t" }
      // Keys do not start inside a text of several lines.
      let quotes = line.ranges(of: "\"\"\"").count + line.ranges(of: "'''").count
      let startedInText = isInText
      if quotes % 2 == 1 { isInText.toggle() }
      if startedInText || line.isEmpty || line.first == "#" { continue }
      if line.first == "[" {
        heading = KeyLines.path(line.drop { $0 == "[" }, until: "]") ?? heading
        note(heading, index + 1)
      } else if let path = KeyLines.path(line, until: "=") {
        note(heading + path, index + 1)
      }
    }
  }

  /// The line of a key, or of the nearest key around it.
  func line(of path: [String]) -> Int {
    var path = path
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  private mutating func note(_ path: [String], _ line: Int) {
    for length in path.indices.map({ $0 + 1 }) where lines[Array(path.prefix(length))] == nil {
      lines[Array(path.prefix(length))] = line
    }
  }

  /// The parts of a dotted key, or nil where the line does not open with one.
  private static func path(_ text: Substring, until end: Character) -> [String]? {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in text {
      if character == quote {
        quote = nil
      } else if quote != nil {
        part.append(character)
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." || character == end {
        parts.append(part)
        part = ""
        if character == end { return parts }
      } else if character != " ", character != "\t" {
        part.append(character)
      }
    }
    return nil
  }
}
