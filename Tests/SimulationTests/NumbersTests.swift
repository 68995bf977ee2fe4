import Foundation
import Testing

@testable import Simulation

struct NumbersTests {
  @Test(arguments: [1e-16, 0.001, 0.5, 0.7, 1, 1.414, 1.5, 2, 10, 12_345.678])
  func `the logarithm agrees with the C library's`(x: Double) {
    #expect(abs(Exponential.logarithm(x) - log(x)) <= 1e-13 * max(1, abs(log(x))))
  }

  @Test(arguments: [-30, -1.5, -0.3, 0, 0.2, 1, 3.7, 20])
  func `the power of e agrees with the C library's`(x: Double) {
    #expect(abs(Exponential.power(x) / exp(x) - 1) < 1e-13)
  }

  @Test(
    arguments: [
      (0, 1970, 1, 1), (11_016, 2000, 2, 29), (19_967, 2024, 9, 1), (20_757, 2026, 10, 31),
      (-1, 1969, 12, 31), (-719_162, 1, 1, 1),
    ])
  func `days and dates are the same thing`(days: Int, year: Int, month: Int, day: Int) {
    let date = CivilDate(year: year, month: month, day: day)
    #expect(date.daysSince1970 == days)
    #expect(CivilDate(daysSince1970: days) == date)
  }

  @Test(
    arguments: [
      ((2024, 1, 31), 1, (2024, 2, 29)), ((2025, 1, 31), 1, (2025, 2, 28)),
      ((2025, 10, 31), 12, (2026, 10, 31)), ((2025, 12, 15), 1, (2026, 1, 15)),
    ])
  func `a month later is clamped to the month's length`(
    from: (Int, Int, Int), months: Int, to: (Int, Int, Int)
  ) {
    let start = CivilDate(year: from.0, month: from.1, day: from.2)
    #expect(start.adding(months: months) == CivilDate(year: to.0, month: to.1, day: to.2))
  }

  /// 2025-03-30: clocks go from 02:00 to 03:00. 2025-10-26: from 03:00 back to 02:00.
  @Test(
    arguments: [
      (20_177, 6_000, "2025-03-30T01:40:00+01:00"), (20_177, 9_000, "2025-03-30T03:30:00+02:00"),
      (20_387, 3_600, "2025-10-26T01:00:00+02:00"), (20_387, 12_000, "2025-10-26T03:20:00+01:00"),
    ])
  func `the clock skips and repeats an hour`(day: Int, second: Int, written: String) {
    var text = Text()
    text.append(Moment(day: day, second: second), .local, .zoned)
    #expect(String(decoding: text.bytes, as: UTF8.self) == written)
  }

  @Test(
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("a \"b\" c", "\"a \"\"b\"\" c\""), ("", ""),
    ])
  func `a field is quoted where it must be`(field: String, written: String) {
    var text = Text()
    text.append(field: field)
    #expect(String(decoding: text.bytes, as: UTF8.self) == written)
  }

  @Test func `the stream is SplitMix64`() {
    // The first numbers of splitmix64.c from state 1234567.
    var stream = RandomStream(state: 1_234_567)
    let numbers = (0..<3).map { _ in stream.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `the distributions have the means that they promise`() {
    var stream = RandomStream(seed: 1, customer: 1, purpose: .person)
    func mean(_ draw: (inout RandomStream) -> Double) -> Double {
      (0..<20_000).map { _ in draw(&stream) }.reduce(0, +) / 20_000
    }
    #expect(abs(mean { $0.uniform() } - 0.5) < 0.01)
    #expect(abs(mean { $0.exponential(mean: 3) } - 3) < 0.1)
    #expect(abs(mean { $0.erlang(shape: 6, mean: 30) } - 30) < 0.5)
    #expect(abs(mean { $0.normal() }) < 0.03)
    #expect(abs(mean { Double($0.index(weights: [1, 2, 1])) } - 1) < 0.03)
  }
}
