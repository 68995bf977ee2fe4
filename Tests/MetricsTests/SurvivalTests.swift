import Testing

@testable import Metrics

struct SurvivalTests {
  /// Freireich's trial of 6-MP: weeks of remission, `true` for a relapse.
  private let freireich: [(Int, Bool)] = [
    (6, true), (6, true), (6, true), (6, false), (7, true), (9, false), (10, true), (10, false),
    (11, false), (13, true), (16, true), (17, false), (19, false), (20, false), (22, true),
    (23, true), (25, false), (32, false), (32, false), (34, false), (35, false),
  ]

  private func survival(_ times: [(Int, Bool)]) -> Survival {
    var survival = Survival()
    for (day, isEvent) in times { survival.add(day: day, isEvent: isEvent) }
    return survival
  }

  @Test(arguments: [
    (6, 21, 0.857143, 0.619718, 0.951552), (7, 17, 0.806723, 0.563147, 0.922809),
    (10, 15, 0.752941, 0.503200, 0.889362), (13, 12, 0.690196, 0.431610, 0.849066),
    (16, 11, 0.627451, 0.355994, 0.804912), (22, 7, 0.537815, 0.267779, 0.746791),
    (23, 6, 0.448179, 0.188052, 0.680143),
  ])
  func `Freireich's remissions have their published survival`(
    week: Int, atRisk: Int, surviving: Double, low: Double, high: Double
  ) throws {
    let step = try #require(survival(freireich).steps.first { $0.day == week })
    #expect(step.atRisk == atRisk)
    #expect(abs(step.surviving - surviving) < 5e-7)
    let interval = try #require(Incidence(step).interval)
    #expect(abs(1 - interval.low - high) < 5e-7)
    // The stored table's bound at week 16 does not fit its neighbours; the formula's does.
    #expect(week == 16 || abs(1 - interval.high - low) < 5e-7)
  }

  @Test func `half of Freireich's patients relapsed by week 23`() {
    #expect(survival(freireich).quantile(0.5) == 23)
  }

  @Test func `twelve customers by hand: day 60 counts those cut off only until then`() throws {
    let times = [
      (5, true), (12, true), (12, false), (20, true), (33, false), (40, true), (45, false),
      (60, true), (60, false), (60, false), (60, false), (60, false),
    ]
    // 1 - (11/12)(10/11)(8/9)(6/7)(4/5)
    let incidence = try #require(survival(times).incidence(by: 60, floor: 1))
    #expect(abs(incidence.value - 0.492063) < 5e-7)
    let interval = try #require(incidence.interval)
    #expect(abs(interval.low - 0.233570) < 5e-7)
    #expect(abs(interval.high - 0.821826) < 5e-7)
  }

  @Test func `with under twenty at risk on the day there is no estimate`() {
    let nineteen = survival((0..<19).map { _ in (60, false) })
    let twenty = survival((0..<20).map { _ in (60, false) })
    #expect(nineteen.incidence(by: 60) == nil)
    #expect(twenty.incidence(by: 60) == Incidence(value: 0, interval: nil))
  }

  @Test func `nobody has no steps and no median`() {
    #expect(survival([]).steps.isEmpty)
    #expect(survival([]).quantile(0.5) == nil)
    #expect(survival([(3, false)]).quantile(0.5) == nil)
  }
}

struct MomentsTests {
  @Test func `a sum does not depend on the order of its numbers`() {
    let numbers = [1e16, 1, -1e16, 1e-3, 3.3, -7.7, 1e8]
    func sum(_ numbers: [Double]) -> Double {
      var sum = ExactSum()
      for number in numbers { sum.add(number) }
      return sum.value
    }
    #expect(sum(numbers) == sum(numbers.reversed()))
    #expect(sum(numbers) == 1 + 1e-3 + 3.3 - 7.7 + 1e8)
    #expect(sum([]) == 0)
  }

  /// 81 numbers of which no two share a bit: a sum of three or four numbers cannot hold them.
  @Test(arguments: [-40, -39, -1, 0, 7, 40])
  func `what is added and taken away again leaves the rest to the last bit`(left: Int) {
    let numbers = (-40...40).map { Double(sign: .plus, exponent: 25 * $0, significand: 1.625) }
    var sum = ExactSum()
    for number in numbers { sum.add(number) }
    for number in numbers.reversed() where number != numbers[left + 40] { sum.add(-number) }
    #expect(sum.value == numbers[left + 40])
  }

  @Test func `a million cents are what they are as whole numbers`() {
    var sum = ExactSum()
    var whole = 0
    for index in 0..<1_000_000 {
      let cents = index * 7919 % 100_003
      whole += cents
      // Hundredths are no binary fractions: 2^-20 of them are.
      sum.add(Double(cents) / 1_048_576)
    }
    #expect(sum.value == Double(whole) / 1_048_576)
  }

  @Test func `zeros that are only counted weigh like zeros that are listed`() throws {
    let listed = Moments([4, 9, 0, 0, 0])
    let counted = Moments([4, 9], count: 5)
    #expect(listed.mean == counted.mean)
    let (one, other) = (try #require(listed.variance), try #require(counted.variance))
    #expect(abs(one - other) < 1e-12)
    #expect(abs(one - 15.8) < 1e-12)
  }

  @Test func `one number has a mean and no variance, none has neither`() {
    #expect(Moments([3]).mean == 3)
    #expect(Moments([3]).variance == nil)
    #expect(Moments([]).mean == nil)
  }

  @Test(arguments: [([], nil), ([3], 3), ([1, 2], 1.5), ([1, 2, 9], 2)] as [([Int], Double?)])
  func `the median of an even count lies half-way`(values: [Int], expected: Double?) {
    #expect(median(sorted: values) == expected)
  }
}
