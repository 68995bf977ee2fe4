import Metrics
import Tables

extension Dashboard {
  /// The way that the files are seen, or will be once that is worked out.
  var lens: Lens { Lens(asOf: view.asOf, period: view.period) }

  /// The day that is looked from, or will be once it is worked out.
  var asOf: Day? { view.asOf ?? evidence?.orderDays?.upperBound }

  /// The day that a step leads to: ends of months, the newest day the files know, never beyond the
  /// first; nil where it leads nowhere.
  func day(after command: Command) -> Day? {
    guard let days = evidence?.orderDays, let asOf else { return nil }
    let months =
      switch command {
      case .monthEarlier: -1
      case .monthLater: 1
      case .yearEarlier: -12
      case .yearLater: 12
      default: 0
      }
    // From within a month one month later is that month's end.
    let month = months > 0 && asOf < asOf.month.last ? asOf.month - 1 : asOf.month
    let day = (month + months).last
    let reached = min(max(day, days.lowerBound), days.upperBound)
    return reached == asOf ? nil : reached
  }

  mutating func step(_ command: Command) -> [Effect] {
    guard let day = day(after: command) else { return [] }
    let newest = evidence?.orderDays?.upperBound
    return look { $0.asOf = day == newest ? nil : day }
  }

  /// Looks in another way: what is shown stays until that is worked out.
  mutating func look(_ change: (inout View) -> Void) -> [Effect] {
    change(&view)
    return lookIfNeeded()
  }

  /// Has the evidence worked out that the view asks for, unless it is there.
  mutating func lookIfNeeded() -> [Effect] {
    guard let evidence else { return [] }
    if evidence.isSeen(through: lens) {
      if case .looking = awaited { awaited = nil }
      return []
    }
    awaited = .looking(lens)
    let day = asOf.map { Wording.day($0) } ?? ""
    message = "Looking at \(day), by the \(view.period.rawValue) …"
    return [.look(lens)]
  }

  mutating func undo() -> [Effect] {
    guard let view = earlier.popLast() else { return [] }
    self.view = view
    message = "Taken back\(earlier.isEmpty ? "" : ": \(Wording.count(earlier.count)) more can be")."
    return lookIfNeeded()
  }
}
