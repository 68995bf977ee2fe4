import Testing

@testable import Metrics

/// How many more people a gap that is too close to call would take.
struct NeededMoreTests {
  private func comparison(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int) throws -> Comparison {
    try #require(Comparison(Proportion(x1, of: n1), with: Proportion(x2, of: n2)))
  }

  /// 40/511 against 244/2,904, by hand: p = 284/3415 = .083163, g = .005744, q = .088907;
  /// k = 7.848879 (.076247/511 + .081002/2904) / .005744^2 = 42.13; 41.13 times 3,415.
  @Test func `the gap of the definitions takes forty times the people`() throws {
    let more = try #require(try comparison(40, 511, 244, 2904).neededMore)
    #expect(abs(Double(more) / 140_470 - 1) < 0.001)
    #expect(try comparison(244, 2904, 40, 511).neededMore == more)
  }

  /// With so many more the detectable gap is the gap that was observed, whichever side is larger.
  @Test(arguments: [
    (40, 511, 244, 2904), (20, 300, 30, 320), (190, 400, 170, 390), (260, 400, 275, 401),
    (55, 1000, 9, 120),
  ])
  func `with so many the gap could just be shown`(_ x1: Int, _ n1: Int, _ x2: Int, _ n2: Int) throws
  {
    let found = try comparison(x1, n1, x2, n2)
    let more = try #require(found.neededMore)
    let pooled = try #require((found.first + found.second).value)
    let growth = Double(n1 + n2 + more) / Double(n1 + n2)
    let gap = try #require(
      detectableGap(
        pooled, smaller: growth * Double(min(n1, n2)), larger: growth * Double(max(n1, n2))))
    #expect(abs(gap / abs(found.difference.value) - 1) < 0.002)
    #expect(gap <= abs(found.difference.value))
  }

  @Test func `a clear difference needs nobody, and no gap or a tiny one cannot be told`() throws {
    #expect(try comparison(56, 70, 48, 80).neededMore == nil)
    #expect(try comparison(10, 100, 20, 200).neededMore == nil)
    #expect(try comparison(100_000, 1_000_000, 100_001, 1_000_000).neededMore == nil)
  }

  /// 10/10 against 0/20 excludes zero and is too small all the same.
  @Test func `where only the small sides forbid a claim, one more at least is needed`() throws {
    #expect(try comparison(10, 10, 0, 20).neededMore == 1)
  }
}
