import Tables

/// How many came back by each day after they were enrolled.
package struct ReturnCurve: Equatable, Sendable {
  /// One day after enrolment.
  package struct Point: Equatable, Sendable {
    /// Days after enrolment, from 0.
    package var day: Int
    /// The share back by the end of the day, by Kaplan and Meier (1958), 0 to 1.
    package var share: Double
    /// 95 % of the share: Wilson's while the day has passed for everyone, after that the log-log interval.
    package var interval: Interval?
    /// How many had neither come back nor run out of days when the day began.
    package var atRisk: Int
  }

  /// How many were enrolled.
  package var count: Int
  /// A point a day: for everyone while the day has passed for everyone, after that as far as 20 are
  /// still at risk; none of under 20.
  package var points: [Point]
  /// The last day that has passed for everyone: up to here the share is a plain count.
  package var observedThrough: Int

  /// The point of a day, where the curve reaches it.
  package func point(on day: Int) -> Point? {
    points.indices.contains(day) ? points[day] : nil
  }
}

extension Analysis {
  /// The curve of some enrolled episodes over `days` days.
  func curve(_ enrolments: [Int], days: Int) -> ReturnCurve {
    var survival = Survival()
    var observed = Int.max
    for episode in enrolments {
      let known = asOf.number - enrolled(episode)
      observed = min(observed, known)
      let back = daysToReturn(episode)
      survival.add(day: back ?? known, isEvent: back != nil)
    }
    let observedThrough = enrolments.isEmpty ? 0 : min(observed, days)
    return ReturnCurve(
      count: enrolments.count,
      points: survival.curve(days: days, observedThrough: observedThrough),
      observedThrough: observedThrough)
  }
}

extension Survival {
  /// A point for each day from 0 to `days`, as far as `floor` are at risk or, of as many, all have been
  /// observed: then the share is a plain count, however many are left.
  func curve(days: Int, observedThrough: Int, floor: Int = 20) -> [ReturnCurve.Point] {
    var points: [ReturnCurve.Point] = []
    var share = 0.0
    var (events, last): (Int, Incidence?) = (0, nil)
    var steps = steps[...]
    for (day, atRisk) in self.atRisk(through: days).enumerated() {
      guard atRisk >= floor || count >= floor && day <= observedThrough else { break }
      if let step = steps.first, step.day == day {
        share = 1 - step.surviving
        events += step.events
        last = Incidence(step)
        steps = steps.dropFirst()
      }
      let interval =
        day <= observedThrough ? Proportion(events, of: count).interval : last?.interval
      points.append(
        ReturnCurve.Point(day: day, share: share, interval: interval, atRisk: atRisk))
    }
    return points
  }
}
