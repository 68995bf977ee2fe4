import TOMLKit
import Tables

/// A table of a configuration, read key by key: a key that nobody asks for is an error.
struct ConfigurationSection {
  private let table: TOMLTable
  private let path: [String]
  private let lines: KeyLines
  /// The name of the file that it stands in.
  private let file: String

  private init(_ table: TOMLTable, path: [String], lines: KeyLines, file: String) {
    self.table = table
    self.path = path
    self.lines = lines
    self.file = file
  }

  /// The outermost table of a TOML text.
  init(text: String, file: String) throws(ConfigurationProblem) {
    let lines = KeyLines(text)
    func problem(_ message: String, line: Int) -> ConfigurationProblem {
      ConfigurationProblem(kind: .syntax(message), file: file, line: line)
    }
    if let line = lines.tooDeep { throw problem("a key has too many parts", line: line) }
    do {
      self.init(try TOMLTable(string: text), path: [], lines: lines, file: file)
    } catch let error as TOMLParseError {
      throw problem(error.description, line: error.source.begin.line)
    } catch {
      throw problem("\(error)", line: 0)
    }
  }

  /// The text of a configuration file; nil where there is none.
  static func text(ofFile path: String, named name: String) throws(ConfigurationProblem) -> String?
  {
    let bytes: [UInt8]
    do {
      bytes = try textFile(path)
    } catch {
      if error == .missing { return nil }
      throw ConfigurationProblem(kind: .file(error), file: name, line: 0)
    }
    return try text(of: bytes, named: name)
  }

  /// The text of a configuration file's bytes.
  static func text(of bytes: [UInt8], named name: String) throws(ConfigurationProblem) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationProblem(kind: .notUTF8, file: name, line: 0)
    }
    return text
  }

  /// The keys in the order of the file's bytes.
  var keys: [String] { table.keys.sorted() }

  /// Refuses keys other than these.
  func allow(_ known: [String]) throws(ConfigurationProblem) {
    for key in keys where !known.contains(key) {
      throw problem(key, .unknownKey(dotted(key), known: known))
    }
  }

  func text(_ key: String) throws(ConfigurationProblem) -> String? {
    guard let value = table[key] else { return nil }
    guard let text = value.string else { throw wrong(key, "a text in quotes") }
    return text
  }

  /// A number that lies in a range, said in words.
  func number(_ key: String, _ words: String, _ isAllowed: (Double) -> Bool)
    throws(ConfigurationProblem) -> Double?
  {
    guard let value = table[key] else { return nil }
    guard let number = value.double ?? value.int.map(Double.init), number.isFinite,
      isAllowed(number)
    else { throw wrong(key, words) }
    return number
  }

  /// A whole number from `least` to ten thousand.
  func whole(_ key: String, from least: Int = 1) throws(ConfigurationProblem) -> Int? {
    guard let value = table[key] else { return nil }
    guard let number = value.int, (least...10_000).contains(number) else {
      throw wrong(key, "a whole number from \(least) to 10000")
    }
    return number
  }

  /// A day, written as a date or as a text.
  func day(_ key: String) throws(ConfigurationProblem) -> Day? {
    guard let value = table[key] else { return nil }
    let written = value.date.flatMap { Day(year: $0.year, month: $0.month, day: $0.day) }
    guard let day = written ?? value.string.flatMap({ Day($0) }) else {
      throw wrong(key, "a date such as 2026-10-31")
    }
    return day
  }

  func truth(_ key: String) throws(ConfigurationProblem) -> Bool? {
    guard let value = table[key] else { return nil }
    guard let truth = value.bool else { throw wrong(key, "true or false") }
    return truth
  }

  func choice(_ key: String, _ words: [String]) throws(ConfigurationProblem) -> String? {
    guard let text = try text(key) else { return nil }
    guard words.contains(text) else {
      throw wrong(key, words.map { "\"\($0)\"" }.joined(separator: " or "))
    }
    return text
  }

  func texts(_ key: String) throws(ConfigurationProblem) -> [String]? {
    guard let value = table[key] else { return nil }
    guard let array = value.array else { throw wrong(key, "a list of texts in quotes") }
    var texts: [String] = []
    for index in 0..<array.count {
      guard let text = array[index].string else { throw wrong(key, "a list of texts in quotes") }
      texts.append(text)
    }
    return texts
  }

  /// Names, trimmed: a blank one would mean whatever has none.
  func names(_ key: String) throws(ConfigurationProblem) -> [String]? {
    guard let names = try texts(key)?.map(\.trimmed) else { return nil }
    if names.contains("") { throw wrong(key, "a list of names in quotes, none of them blank") }
    return names
  }

  /// A table inside this one.
  func section(_ key: String) throws(ConfigurationProblem) -> ConfigurationSection? {
    guard let value = table[key] else { return nil }
    guard let inner = value.table else { throw wrong(key, "a table") }
    return ConfigurationSection(inner, path: path + [key], lines: lines, file: file)
  }

  func wrong(_ key: String, _ expected: String) -> ConfigurationProblem {
    problem(key, .wrongValue(dotted(key), expected: expected))
  }

  func problem(_ key: String, _ kind: ConfigurationProblem.Kind) -> ConfigurationProblem {
    ConfigurationProblem(kind: kind, file: file, line: lines.line(of: path + [key]))
  }

  private func dotted(_ key: String) -> String { (path + [key]).joined(separator: ".") }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.dropLast(start.reversed().prefix { $0.isWhitespace }.count))
  }
}
