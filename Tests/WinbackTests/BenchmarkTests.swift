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

  @Test func `figures are percentiles by rank, and the slowest of each key comes first`() {
    let timings = (1...200).reversed().map { number in
      KeyBenchmark.Timing(
        key: "k\(number / 20)", screen: number < 190 ? "here" : "there",
        duration: .microseconds(number * 100 + 7))
    }
    var document = Document()
    KeyTimings(timings).describe(Size(columns: 80, rows: 24), in: &document)
    #expect(
      TextOutput.text(document) == """

        80 x 24, 200 events, milliseconds each
            min  median     p95     p99     max  over 16 ms
          0.107  10.007  19.007  19.807  20.007          41
          slowest  key  on
           20.007  k10  there
           19.907  k9   there
           18.907  k9   here
           17.907  k8   here
           15.907  k7   here
           13.907  k6   here
           11.907  k5   here
            9.907  k4   here
            7.907  k3   here
            5.907  k2   here

        """)
  }
}
