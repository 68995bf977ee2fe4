import Glibc

/// Times until an event, some of them cut off before it: counted by day.
struct Survival {
  /// `events[t]` and `cutOff[t]` count the people whose day `t`, from 0, was that.
  private var events: [Int] = []
  private var cutOff: [Int] = []
  private(set) var count = 0

  /// Adds a person whose event came on a day, or who was last seen without it on that day.
  mutating func add(day: Int, isEvent: Bool) {
    if day >= events.count {
      events += [Int](repeating: 0, count: day + 1 - events.count)
      cutOff += [Int](repeating: 0, count: day + 1 - cutOff.count)
    }
    if isEvent { events[day] += 1 } else { cutOff[day] += 1 }
    count += 1
  }

  /// Adds all people of another.
  mutating func add(_ others: Survival) {
    let more = others.events.count - events.count
    if more > 0 {
      events += [Int](repeating: 0, count: more)
      cutOff += [Int](repeating: 0, count: more)
    }
    for day in others.events.indices {
      events[day] += others.events[day]
      cutOff[day] += others.cutOff[day]
    }
    count += others.count
  }

  struct Step {
    var day: Int
    var atRisk: Int
    var events: Int
    /// The share without the event after this day.
    var surviving: Double
    /// Greenwood's sum, d / (n (n - d)) over the days so far.
    var greenwood: Double
  }

  /// The Kaplan-Meier estimate (1958), a step each day with an event; on a tied day events are first.
  var steps: [Step] {
    var steps: [Step] = []
    var (atRisk, surviving, greenwood) = (count, 1.0, 0.0)
    for day in events.indices {
      let died = events[day]
      if died > 0 {
        surviving *= 1 - Double(died) / Double(atRisk)
        greenwood +=
          atRisk > died ? Double(died) / Double(atRisk * (atRisk - died)) : .infinity
        steps.append(
          Step(
            day: day, atRisk: atRisk, events: died, surviving: surviving, greenwood: greenwood))
      }
      atRisk -= died + cutOff[day]
    }
    return steps
  }

  /// How many had neither the event nor the cut-off before the day.
  func atRisk(on day: Int) -> Int {
    count
      - (0..<min(max(day, 0), events.count)).reduce(0) { $0 + events[$1] + cutOff[$1] }
  }

  /// How many had neither before each day from 0 to `last`.
  func atRisk(through last: Int) -> [Int] {
    var left = count
    return (0...last).map { day in
      defer { if day < events.count { left -= events[day] + cutOff[day] } }
      return left
    }
  }

  /// The share with the event by a day, or nil where fewer than `floor` are still at risk on it.
  func incidence(by day: Int, floor: Int = 20) -> Incidence? {
    guard atRisk(on: day) >= floor else { return nil }
    guard let last = steps.last(where: { $0.day <= day }) else {
      return Incidence(value: 0, interval: nil)
    }
    return Incidence(last)
  }

  /// The first day by which a share has had the event, or nil where it never has.
  func quantile(_ share: Double) -> Int? {
    steps.first { $0.surviving <= 1 - share + 1e-12 }?.day
  }
}

/// The share of people with an event by a day, where some were cut off earlier.
package struct Incidence: Equatable, Sendable {
  /// 0 to 1.
  package var value: Double
  /// The log-log interval; at 0 and at 1 there is none.
  package var interval: Interval?

  init(value: Double, interval: Interval?) {
    self.value = value
    self.interval = interval
  }

  init(_ step: Survival.Step) {
    let surviving = step.surviving
    value = 1 - surviving
    guard surviving > 0, surviving < 1, step.greenwood.isFinite else { return }
    let spread = step.greenwood.squareRoot() / abs(log(surviving))
    interval = Interval(
      low: 1 - pow(surviving, exp(-normal95 * spread)),
      high: 1 - pow(surviving, exp(normal95 * spread)))
  }
}
