/// On which line of a TOML text each key stands: what the parser knows and does not tell.
///
/// Headings (`[lapse]`), dotted keys and quoted keys are followed; a key inside an inline table is
/// found by the key that holds the table.
struct KeyLines {
  private var lines: [[String]: Int] = [:]
  /// The first line with more dots than any key of ours could need, or nil.
  ///
  /// The parser follows dotted keys by recursion, so that such a line could end the program.
  private(set) var tooDeep: Int?

  /// No key that winback knows has more parts.
  private static let deepest = 4
  private static let mostDots = 64

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
      if tooDeep == nil, KeyLines.dots(line) > KeyLines.mostDots { tooDeep = index + 1 }
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
    path = Array(path.prefix(KeyLines.deepest))
    while !path.isEmpty {
      if let line = lines[path] { return line }
      path.removeLast()
    }
    return 1
  }

  private mutating func note(_ path: [String], _ line: Int) {
    for length in 1..<(min(path.count, KeyLines.deepest) + 1)
    where lines[Array(path.prefix(length))] == nil {
      lines[Array(path.prefix(length))] = line
    }
  }

  /// The dots of a line outside quotes.
  private static func dots(_ line: Substring) -> Int {
    var count = 0
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote == nil, character == "\"" || character == "'" {
        quote = character
      } else if quote == nil, character == "." {
        count += 1
      }
    }
    return count
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
