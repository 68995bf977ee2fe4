extension Text {
  /// Whose clock a system writes: the business's, with its offset, or UTC.
  enum Clock {
    case local, universal
  }

  /// A timestamp, or the business day alone where times are bare.
  mutating func append(_ moment: Moment, _ clock: Clock, _ times: SimulationPlan.Times) {
    let local = times == .bare || clock == .local
    let seconds = Int(moment.seconds) + (local ? moment.offset : 0)
    append(day: seconds / 86_400)
    guard times == .zoned else { return }
    append("T")
    append(whole: seconds / 3_600 % 24, digits: 2)
    append(":")
    append(whole: seconds / 60 % 60, digits: 2)
    append(":")
    append(whole: seconds % 60, digits: 2)
    switch clock {
    case .universal: append("Z")
    case .local: append(moment.offset == 3_600 ? "+01:00" : "+02:00")
    }
  }

  /// A date, from days since 1970.
  mutating func append(day: Int) {
    let date = CivilDate(daysSince1970: day)
    append(year: date.year, month: date.month)
    append("-")
    append(whole: date.day, digits: 2)
  }

  /// A month, as in 2026-10.
  mutating func append(year: Int, month: Int) {
    append(whole: year, digits: 4)
    append("-")
    append(whole: month, digits: 2)
  }
}
