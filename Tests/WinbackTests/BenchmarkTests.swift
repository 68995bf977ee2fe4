import Dashboard
import Terminal
import Testing

@testable import winback

/// What the benchmark plays, and how it says what it found.
struct BenchmarkTests {
  @Test func `the same keys are played each time, all but those that leave`() {
    let keys = Array(KeySequence(count: 5_000))
    #expect(keys.count == 5_000)
    #expect(keys == Array(KeySequence(count: 5_000)))
    let leaving = Command.quit.keys + Command.suspend.keys
    // A line that a command asks for has two letters typed that may be no command's keys.
    let letters: Set<Key> = ["s", "m"]
    #expect(
      Set(keys).subtracting(letters)
        == Set(Command.allCases.flatMap(\.keys)).subtracting(leaving).subtracting(letters))
  }

  @Test func `figures are percentiles by rank, and the slowest keys come first`() {
    let timings = (1...200).reversed().map { number in
      KeyBenchmark.Timing(
        key: "k\(number)", screen: "here", duration: .microseconds(number * 10 + 7))
    }
    var document = Document()
    KeyTimings(timings).describe(Size(columns: 80, rows: 24), in: &document)
    #expect(
      TextOutput.text(document) == """

        80 x 24, 200 events, milliseconds each
            min  median    p95    p99    max
          0.017   1.007  1.907  1.987  2.007
          slowest  key   on
            2.007  k200  here
            1.997  k199  here
            1.987  k198  here
            1.977  k197  here
            1.967  k196  here

        """)
  }
}
