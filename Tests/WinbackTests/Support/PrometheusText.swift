/// The Prometheus text format 0.0.4, read as strictly as a scraper does, with the rules that promtool
/// checks.
struct PrometheusText {
  struct Series: Hashable {
    var name: String
    var labels: [String: String]
  }

  /// What is wrong, with the line.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  private(set) var values: [Series: Double] = [:]
  /// Metrics in the order in which they stand.
  private(set) var names: [String] = []
  private var helped: Set<String> = []
  private var typed: Set<String> = []

  init(_ text: String) throws {
    guard text.hasSuffix("\n") else { throw Fault(description: "the last line has no end") }
    for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
      var reader = Reader(line)
      do {
        if line.hasPrefix("#") { try readComment(&reader) } else { try readSample(&reader) }
      } catch let fault as Fault {
        throw Fault(description: "\(fault): \(line)")
      }
    }
    for name in names where !helped.contains(name) || !typed.contains(name) {
      throw Fault(description: "\(name) has no HELP or no TYPE")
    }
  }

  private mutating func readComment(_ reader: inout Reader) throws {
    try reader.expect("# ")
    let word = try reader.name()
    try reader.expect(" ")
    let name = try reader.name()
    try reader.expect(" ")
    switch word {
    case "HELP":
      guard helped.insert(name).inserted, !names.contains(name) else {
        throw reader.fault("late HELP")
      }
      try PrometheusText.check(name, &reader)
      _ = try reader.escaped(until: nil)
    case "TYPE":
      guard typed.insert(name).inserted, !names.contains(name) else {
        throw reader.fault("late TYPE")
      }
      guard reader.rest == "gauge" else { throw reader.fault("no gauge") }
    default: throw reader.fault("neither HELP nor TYPE")
    }
  }

  private mutating func readSample(_ reader: inout Reader) throws {
    let name = try reader.name()
    var labels: [String: String] = [:]
    if reader.take("{") {
      repeat {
        let label = try reader.name()
        try reader.expect("=\"")
        let value = try reader.escaped(until: "\"")
        guard labels.updateValue(value, forKey: label) == nil, !label.hasPrefix("__") else {
          throw reader.fault("label twice")
        }
      } while reader.take(",")
      try reader.expect("}")
    }
    try reader.expect(" ")
    guard let value = Double(reader.rest), !reader.rest.contains(" ") else {
      throw reader.fault("no number, or a time after it")
    }
    if names.last != name {
      guard !names.contains(name) else { throw reader.fault("a metric in two places") }
      names.append(name)
    }
    guard values.updateValue(value, forKey: Series(name: name, labels: labels)) == nil else {
      throw reader.fault("a series twice")
    }
  }

  /// What promtool calls bad names: no base unit, or the suffix of another type.
  private static func check(_ name: String, _ reader: inout Reader) throws {
    let words = name.split(separator: "_").map(String.init)
    let isLower = name.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 95
    }
    let banned = [
      "total", "count", "sum", "bucket", "gauge", "percent", "days", "hours", "minutes", "ms",
      "milliseconds",
    ]
    guard words.first == "winback", isLower, !banned.contains(where: words.contains) else {
      throw reader.fault("bad name")
    }
  }

  /// Reads one line from its start.
  private struct Reader {
    private(set) var rest: Substring

    init(_ line: Substring) { rest = line }

    func fault(_ words: String) -> Fault { Fault(description: words) }

    mutating func take(_ text: String) -> Bool {
      guard rest.hasPrefix(text) else { return false }
      rest.removeFirst(text.count)
      return true
    }

    mutating func expect(_ text: String) throws {
      guard take(text) else { throw fault("no \(text)") }
    }

    mutating func name() throws -> String {
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
      guard let first = name.first, !first.isNumber else { throw fault("no name") }
      rest.removeFirst(name.count)
      return String(name)
    }

    /// A text up to a quote, or to the end of the line.
    mutating func escaped(until end: Character?) throws -> String {
      var text = ""
      while let next = rest.popFirst() {
        if next == end { return text }
        guard next == "\\" else {
          text.append(next)
          continue
        }
        switch rest.popFirst() {
        case "\\": text.append("\\")
        case "n": text.append("\n")
        case "\"" where end != nil: text.append("\"")
        default: throw fault("a backslash before nothing that it escapes")
        }
      }
      guard end == nil else { throw fault("a quote that is not closed") }
      return text
    }
  }
}
