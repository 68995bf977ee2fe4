import Tables

extension Headline {
  /// The opening sentence: a claim only where the interval carries it.
  package func sentence(_ report: Report) -> String {
    report.overriding.map { $0.sentence + " " }.joined() + answer.sentence(report)
  }

  /// How the rate stands to the target, or nil without a target.
  package var targetSentence: String? {
    switch target {
    case .open(let target, let isAbove):
      isAbove
        ? "Target \(Wording.percent(target)): above it, but not beyond chance."
        : "Target \(Wording.percent(target)): not reached, not ruled out."
    case .reached(let target): "Target \(Wording.percent(target)): reached."
    case .missed(let target): "Target \(Wording.percent(target)): missed."
    case nil: nil
    }
  }
}

extension Report {
  /// The doubts that no rate may be read without: they open the report.
  package var overriding: [Distrust] {
    doubts.filter { doubt in
      switch doubt {
      case .threshold, .suspicion(.ordersEnd): true
      default: false
      }
    }
  }
}

extension Headline.Answer {
  fileprivate func sentence(_ report: Report) -> String {
    switch self {
    case .noOrderYet: return "No order is known by that day: there is nothing to report on."
    case .noTouches:
      let lapsed = report.customers.lapsed
      let buyers = report.customers.active + report.customers.atRisk + lapsed
      return "Nothing says who was written to, so win-back cannot be measured: it needs touches. "
        + "\(Wording.count(lapsed)) of \(Wording.counted(buyers, "customer")) "
        + "\(buyers == 1 ? "has" : "have") lapsed."
    case .unreadableTouches:
      return "Nothing says who was written to: every row of it was refused; winback check says why."
    case .noCancellations:
      return "Nothing says who cancelled, and with model = \"saas\" nothing else is a lapse: "
        + "win-back needs cancellations, or [lapse] days."
    case .onlyHeldOut:
      return "Everyone enrolled was held out: there is no win-back to measure."
    case .nobodyEnrolled:
      return "Nobody was written to or assigned while lapsed: there is no win-back to measure."
    case .emptyMonth(let month, let last):
      let before = last.map { " The last month with enrolments before it is \(Wording.month($0))." }
      return "Nobody was enrolled in \(Wording.month(month)), the newest mature month."
        + (before ?? "")
    case .noneMature(let first, let matures):
      return "No month of enrolments is mature: "
        + "\(Wording.month(first)), the first, matures on \(Wording.day(matures))."
    case .low(let line):
      return line.opening + ", too few to call."
    case .rate(let line):
      return line.opening + ". " + line.changeSentence
    }
  }
}

extension RateLine {
  /// `Day-60 win-back is 7.1 % (5.8 to 8.7): 84 of 1,180`, for August.
  fileprivate var opening: String {
    let value = rate.value ?? 0
    let interval = rate.interval.map { " (\(Wording.percents($0, of: value)))" } ?? ""
    return "Day-\(days) win-back for \(Wording.month(span.to)) is \(Wording.percent(value))"
      + "\(interval): \(Wording.count(rate.x)) of \(Wording.count(rate.n))"
  }

  /// Whether the rate changed, as far as the interval carries it.
  package var changeSentence: String {
    let before = Wording.span(previousSpan)
    guard let change, let old = previous.value else {
      return "Nobody was enrolled in \(before) to compare with."
    }
    let low = Wording.points(change.interval.low)
    let high = Wording.points(change.interval.high)
    let points = "\(Wording.points(change.value)) points, \(low) to \(high)"
    if rate.isLow || previous.isLow {
      return "Too few in \(before) to compare with (\(previous.x) of \(previous.n))."
    }
    if !change.interval.excludesZero { return "No clear change on \(before) (\(points))." }
    let way = change.value > 0 ? "up" : "down"
    return "Clearly \(way) on \(before), which had \(Wording.percent(old)) (\(points))."
  }
}
