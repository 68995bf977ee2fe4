import Testing

@testable import Metrics

/// Values of published tables: Wilson's as in R's binom package, Newcombe's from his paper of 1998.
struct ProportionTests {
  @Test(arguments: [
    (0, 10, 0.000000, 0.277533), (1, 10, 0.017876, 0.404150), (5, 10, 0.236593, 0.763407),
    (10, 10, 0.722467, 1.000000), (0, 30, 0.000000, 0.113513), (1, 29, 0.006113, 0.171755),
    (15, 148, 0.062386, 0.160487), (81, 263, 0.255289, 0.366210), (4, 20, 0.080658, 0.416017),
    (18, 20, 0.698966, 0.972134), (1, 30, 0.005909, 0.166704), (29, 30, 0.833296, 0.994091),
    (4, 200, 0.007804, 0.050287), (190, 200, 0.910422, 0.972617),
    (100, 200, 0.431361, 0.568639), (50, 1000, 0.038130, 0.065314),
  ])
  func `Wilson's interval has its published values`(x: Int, n: Int, low: Double, high: Double)
    throws
  {
    let interval = try #require(Proportion(x, of: n).interval)
    #expect(abs(interval.low - low) < 5e-7)
    #expect(abs(interval.high - high) < 5e-7)
  }

  @Test func `nobody of anybody has a lower bound of exactly zero, everybody an upper of one`() {
    #expect(Proportion(0, of: 77).interval?.low == 0)
    #expect(Proportion(38, of: 38).interval?.high == 1)
  }

  @Test func `of nobody there is no share and no interval`() {
    #expect(Proportion(0, of: 0).value == nil)
    #expect(Proportion(0, of: 0).interval == nil)
    #expect(Difference(Proportion(0, of: 0), minus: Proportion(1, of: 2)) == nil)
  }

  @Test(arguments: [
    (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062), (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775), (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000), (10, 10, 0, 10, 0.6075, 1.0000),
    (7, 34, 1, 34, 0.0189, 0.3404), (23, 60, 18, 72, -0.0246, 0.2861),
  ])
  func `Newcombe's interval has its published values`(
    x1: Int, n1: Int, x2: Int, n2: Int, low: Double, high: Double
  ) throws {
    let difference = try #require(Difference(Proportion(x1, of: n1), minus: Proportion(x2, of: n2)))
    #expect(abs(difference.interval.low - low) < 5e-5)
    #expect(abs(difference.interval.high - high) < 5e-5)
  }

  @Test func `a difference turns its sign with its sides`() throws {
    let one = try #require(Difference(Proportion(7, of: 34), minus: Proportion(1, of: 34)))
    let other = try #require(Difference(Proportion(1, of: 34), minus: Proportion(7, of: 34)))
    #expect(abs(one.value + other.value) < 1e-12)
    #expect(abs(one.interval.low + other.interval.high) < 1e-12)
  }

  @Test func `Benjamini and Hochberg's adjusted values keep the order given`() {
    let adjusted = benjaminiHochberg([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.02, 0.04, 0.04, 0.02]) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func `a test needs five expected on every side`() {
    #expect(pooledTest(Proportion(1, of: 20), Proportion(3, of: 60)) == nil)
    #expect(pooledTest(Proportion(10, of: 20), Proportion(10, of: 20)) == 1)
  }

  @Test(arguments: [
    (29, 20, true), (30, 4, true), (30, 5, false),
  ])
  func `under thirty people or five of them is low n`(n: Int, x: Int, isLow: Bool) {
    #expect(Proportion(x, of: n).isLow == isLow)
  }

  @Test(arguments: [
    (10_000.0, 0.04, 1.87), (2_000, 0.04, 4.29), (5_000, 0.04, 2.67), (20_000, 0.04, 1.31),
    (100_000, 0.04, 0.58),
  ])
  func `a holdout of a tenth detects the published gap`(n: Double, p: Double, points: Double)
    throws
  {
    let gap = try #require(detectableGap(p, smaller: 0.1 * n, larger: 0.9 * n))
    #expect(abs(gap * 100 - points) < 0.005)
  }

  @Test func `40 of 511 against 244 of 2,904 could only show 3.8 points`() throws {
    let comparison = try #require(
      Comparison(Proportion(40, of: 511), with: Proportion(244, of: 2904)))
    guard case .tooClose(let gap?) = comparison.verdict else {
      Issue.record("the two are too close to call")
      return
    }
    #expect(abs(gap - 0.038) < 0.0005)
  }

  @Test func `a clear difference between too few is not called clear`() throws {
    let comparison = try #require(Comparison(Proportion(10, of: 10), with: Proportion(0, of: 20)))
    #expect(comparison.difference.interval.excludesZero)
    #expect(comparison.verdict != .clear)
  }
}
