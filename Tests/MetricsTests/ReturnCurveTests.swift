import Testing

@testable import Metrics

/// The curve that the panes draw, on days that can be followed by hand.
struct ReturnCurveTests {
  /// `events` came back on these days, `seen` were last seen without it.
  private func survival(events: [Int], seen: [Int]) -> Survival {
    var survival = Survival()
    for day in events { survival.add(day: day, isEvent: true) }
    for day in seen { survival.add(day: day, isEvent: false) }
    return survival
  }

  /// Days 5, 12, 12+, 20, 33+, 40, 45+, 60, 60+ four times: 1 - S(60) is 0.492063.
  private var published: Survival {
    survival(events: [5, 12, 20, 40, 60], seen: [12, 33, 45, 60, 60, 60, 60])
  }

  @Test func `it ends where the published estimate does, and counts who is at risk`() throws {
    let curve = published.curve(days: 60, observedThrough: 12, floor: 1)
    #expect(curve.count == 61)
    #expect(abs(curve[60].share - 0.492063) < 5e-7)
    #expect(abs(curve[60].share - (1 - 11.0 / 12 * 10 / 11 * 8 / 9 * 6 / 7 * 4 / 5)) < 1e-12)
    #expect([0, 5, 6, 12, 13, 21, 60].map { curve[$0].atRisk } == [12, 12, 11, 11, 9, 8, 5])
    #expect(curve[4].share == 0)
    #expect(abs(curve[5].share - 1.0 / 12) < 1e-12, "the day itself counts")
  }

  @Test func `it is a plain count as long as nobody's days have run out`() {
    let curve = survival(events: [0, 0, 3, 7], seen: [10, 10, 10, 10]).curve(
      days: 10, observedThrough: 10, floor: 1)
    #expect(curve.map { ($0.share * 8).rounded() } == [2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4])
  }

  @Test func `what all were observed through is shown, however few are left`() {
    let seen = [Int](repeating: 90, count: 8)
    let curve = survival(events: [Int](repeating: 2, count: 12), seen: seen).curve(
      days: 90, observedThrough: 90)
    #expect(curve.count == 91)
    #expect(curve[60].atRisk == 8)
    #expect(abs(curve[60].share - 0.6) < 1e-12)
  }

  @Test func `beyond that it ends where fewer than twenty are at risk`() {
    let seen = [Int](repeating: 30, count: 10) + [Int](repeating: 90, count: 19)
    let survival = survival(events: [1], seen: seen)
    #expect(survival.curve(days: 90, observedThrough: 30).last?.day == 30)
    #expect(survival.curve(days: 90, observedThrough: 10).last?.day == 30)
    let more = self.survival(events: [1], seen: seen + [90])
    #expect(more.curve(days: 90, observedThrough: 30).last?.day == 90)
  }

  @Test func `of fewer than twenty there is none`() {
    let few = survival(events: [1], seen: [Int](repeating: 90, count: 18))
    #expect(few.curve(days: 90, observedThrough: 90).isEmpty)
  }
}
