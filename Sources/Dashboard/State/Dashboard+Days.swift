import Metrics
import Tables

extension Dashboard {
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
}
