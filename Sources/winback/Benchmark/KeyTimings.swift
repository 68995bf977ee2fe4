import Dashboard
import Terminal

/// How long keys took, from the fastest to the slowest.
struct KeyTimings {
  private let sorted: [KeyBenchmark.Timing]

  private static let slowest = 10
  /// A frame of a screen that shows sixty a second.
  private static let frame = Duration.milliseconds(16)

  /// Timings in any order, at least one.
  init(_ timings: [KeyBenchmark.Timing]) {
    precondition(!timings.isEmpty, "there are keys")
    sorted = timings.sorted { $0.duration < $1.duration }
  }

  /// The time that a share of the keys, in percent, do not go beyond.
  private func percentile(_ percent: Int) -> Duration {
    let rank = (sorted.count * percent + 99) / 100
    return sorted[max(rank, 1) - 1].duration
  }

  /// Adds the figures of one size of terminal to a document.
  func describe(_ size: Size, in document: inout Document) {
    document.append(
      .heading("\(size.columns) x \(size.rows), \(sorted.count) events, milliseconds each"))
    document.append(
      .table(
        ["min", "median", "p95", "p99", "max", "over 16 ms"].map { .init(title: $0) },
        [
          Document.Row(
            [0, 50, 95, 99, 100].map { KeyTimings.milliseconds(percentile($0)) }
              + ["\(sorted.count { $0.duration > KeyTimings.frame })"])
        ]))
    document.append(
      .table(
        [
          .init(title: "slowest"), .init(title: "key", alignment: .left),
          .init(title: "on", alignment: .left),
        ],
        slowestOfEach.prefix(KeyTimings.slowest).map {
          Document.Row([KeyTimings.milliseconds($0.duration), $0.key, $0.screen])
        }))
  }

  /// The slowest of each key on each screen, the slowest first.
  private var slowestOfEach: [KeyBenchmark.Timing] {
    var seen: Set<[String]> = []
    return sorted.reversed().filter { seen.insert([$0.key, $0.screen]).inserted }
  }

  /// Milliseconds with three decimals.
  static func milliseconds(_ duration: Duration) -> String {
    let (seconds, attoseconds) = duration.components
    let microseconds = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
    let decimals = "\(microseconds % 1000 + 1000)".dropFirst()
    return "\(microseconds / 1000).\(decimals)"
  }
}
