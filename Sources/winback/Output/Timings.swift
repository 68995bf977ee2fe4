import Dashboard
import Metrics

/// How long the steps of a report took, for whoever wants to know where the time goes.
final class Timings {
  private var steps: [(name: String, duration: Duration)] = []
  private let start = ContinuousClock.now

  /// Does something, and notes how long it took.
  func measure<Value>(_ name: String, _ body: () throws -> Value) rethrows -> Value {
    let start = ContinuousClock.now
    defer { steps.append((name, ContinuousClock.now - start)) }
    return try body()
  }

  /// The same with what is used up by it.
  func measure<Input, Value>(
    _ name: String, _ input: consuming Input, _ body: (consuming Input) -> Value
  ) -> Value {
    let start = ContinuousClock.now
    defer { steps.append((name, ContinuousClock.now - start)) }
    return body(input)
  }

  /// Seconds, and how many of so many rows a second, step by step and in all.
  func document(rows: Int) -> Document {
    let all = steps + [("in all", ContinuousClock.now - start)]
    return Document([
      .table(
        [
          .init(title: "phase", alignment: .left), .init(title: "seconds"),
          .init(title: "rows a second"),
        ],
        all.map { name, duration in
          let seconds = duration / .seconds(1)
          let rate = seconds > 0 ? Wording.count(Int(Double(rows) / seconds)) : "-"
          return Document.Row([name, Timings.decimals(seconds), rate])
        })
    ])
  }

  /// Seconds with three decimals.
  private static func decimals(_ seconds: Double) -> String {
    let milliseconds = Int((seconds * 1000).rounded())
    return "\(milliseconds / 1000).\("\(1000 + milliseconds % 1000)".dropFirst())"
  }
}
