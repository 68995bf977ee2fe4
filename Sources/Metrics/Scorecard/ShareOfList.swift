package import Tables

/// Who of those who could be won back came back in a month, whatever brought them.
package struct ShareOfList: Equatable, Sendable {
  /// The month.
  package var month: Month
  /// Those back by its last day, of those on the list on its first.
  package var rate: Proportion
  /// People on the list who were touched in the month.
  package var contacted: Int
  /// Who is on the list and who is not.
  package var population: Population
  /// How the list became that of the next month.
  package var movement: ListMovement
}

/// How the reactivable list of one month became that of the next.
package struct ListMovement: Equatable, Sendable {
  /// On the list on the first day.
  package var atStart = 0
  /// On the list at the end and not at the start: newly lapsed, or out of the thirty quiet days after
  /// a cancellation.
  package var newlyLapsed = 0
  /// Came back.
  package var returned = 0
  /// Last purchase now over 18 months ago.
  package var agedOut = 0
  /// Unsubscribed.
  package var unsubscribed = 0
  /// Cancelled again, so quiet for thirty days.
  package var quiet = 0
  /// On the list on the first day of the next month.
  package var atEnd = 0
}

extension Analysis {
  /// The list on the first day of `month`, and what became of it by the month's last.
  func shareOfList(_ month: Month) -> ShareOfList {
    var (x, n, contacted) = (0, 0, 0)
    let causes: [Exclusion] = [.agedOut, .recentlyCancelled, .unsubscribed]
    var excluded = [Int](repeating: 0, count: causes.count)
    var movement = ListMovement()
    let (first, next) = (Vantage(month.first), Vantage((month + 1).first))
    let days = month.span.days
    for episode in 0..<episodes.count {
      let start = standing(episode, on: first)
      let end = standing(episode, on: next)
      movement.add(start, end)
      switch start {
      case .listed:
        n += 1
        if end == .returned { x += 1 }
        if isTouched(episode, in: days) { contacted += 1 }
      case .excluded(let cause):
        if let place = causes.firstIndex(of: cause) { excluded[place] += 1 }
      case .notLapsed, .returned: break
      }
    }
    return ShareOfList(
      month: month, rate: Proportion(x, of: n), contacted: contacted,
      population: Population(counted: n, excluded: Array(zip(causes, excluded))),
      movement: movement)
  }

  /// Where an episode stands before anything of a day has happened.
  private func standing(_ episode: Int, on vantage: Vantage) -> Standing {
    let day = vantage.day
    if Int(episodes.start[episode]) > day { return .notLapsed }
    if !episodes.isOpen(episode), Int(episodes.backDay[episode]) < day {
      return .returned
    }
    if Int(purchases[Int(episodes.last[episode])].day) < vantage.oldest {
      return .excluded(.agedOut)
    }
    let cancels = cancels(episode)
    let isQuiet = cancels.contains { (0..<30).contains(day - Int(cancelled.day[$0])) }
    if isQuiet { return .excluded(.recentlyCancelled) }
    if unsubscribedDay[Int(episodes.customer[episode])] < day {
      return .excluded(.unsubscribed)
    }
    return .listed
  }

  private func isTouched(_ episode: Int, in days: ClosedRange<Int>) -> Bool {
    episodes.touches(episode).contains { row in
      cohort.touches.event(row).isTouch && days.contains(dayNumber(cohort.touches.moment[row]))
    }
  }
}

/// A day that a list is looked at from, with what depends on it alone.
private struct Vantage {
  let day: Int
  /// Whose last purchase was before it has been gone for too long.
  let oldest: Int

  init(_ day: Day) {
    self.day = day.number
    oldest = day.adding(months: -18).number
  }
}

private enum Standing: Equatable {
  case notLapsed
  case listed
  case excluded(Exclusion)
  case returned
}

extension ListMovement {
  fileprivate mutating func add(_ start: Standing, _ end: Standing) {
    if start == .listed { atStart += 1 }
    if end == .listed { atEnd += 1 }
    if start == .listed {
      switch end {
      case .returned: returned += 1
      case .excluded(.agedOut): agedOut += 1
      case .excluded(.unsubscribed): unsubscribed += 1
      case .excluded: quiet += 1
      case .listed, .notLapsed: break
      }
    } else if end == .listed {
      newlyLapsed += 1
    }
  }
}
