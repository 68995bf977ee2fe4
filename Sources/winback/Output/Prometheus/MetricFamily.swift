import Glyphs

/// One metric of the Prometheus text format 0.0.4 with its samples: a gauge, since a report can go
/// down as well as up.
struct MetricFamily {
  struct Sample {
    var labels: [(String, String)]
    var value: Double
  }

  /// Words joined by underscores, with the base unit last: `winback_scorecard_ratio`.
  let name: String
  /// What it is, in one line.
  let help: String
  private(set) var samples: [Sample] = []
  private var seen: Set<String> = []

  init(_ name: String, _ help: String) {
    self.name = name
    self.help = help
  }

  /// Adds a sample; a number that is missing is no sample, and never 0. Of two with the same labels
  /// the first stays: a second would spoil the whole file.
  mutating func add(_ value: Double?, _ labels: (String, String)...) {
    guard let value, value.isFinite else { return }
    let key = MetricFamily.text(labels)
    if seen.insert(key).inserted { samples.append(Sample(labels: labels, value: value)) }
  }

  /// The family as it is exposed; nothing without a sample.
  var text: String {
    if samples.isEmpty { return "" }
    let head =
      "# HELP \(name) \(MetricFamily.escaped(help, inQuotes: false))\n# TYPE \(name) gauge\n"
    return samples.reduce(into: head) { text, sample in
      text +=
        name + MetricFamily.text(sample.labels) + " " + MetricFamily.number(sample.value) + "\n"
    }
  }

  private static func text(_ labels: [(String, String)]) -> String {
    if labels.isEmpty { return "" }
    return "{"
      + labels.map { "\($0.0)=\"\(escaped($0.1, inQuotes: true))\"" }.joined(separator: ",")
      + "}"
  }

  /// Whole numbers without a point.
  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// A text as the format has it; what a terminal might obey or hide is spelled out, since files are
  /// looked at, and never dropped, since two names must stay two.
  private static func escaped(_ text: String, inQuotes: Bool) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\"" where inQuotes: escaped += "\\\""
      case _ where scalar.isUnsafeToShow:
        escaped += "\\\\u{" + String(scalar.value, radix: 16) + "}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
