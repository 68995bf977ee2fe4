import Tables

/// Which touches can earn a return: those no more than their channel's window before it.
struct CreditRule {
  private let touches: Touches
  /// Days, by channel code.
  private let windows: [Int]

  init(_ cohort: Cohort, _ definitions: Definitions) {
    touches = cohort.touches
    windows = cohort.channels.words.texts.map {
      definitions.creditDays[$0] ?? Definitions.otherCreditDays
    }
  }

  /// Which of two rows, in the order of time and of the file, earns the credit: the later; of one
  /// moment the one with the higher event, then the later row.
  func prevails(_ later: Int, over earlier: Int) -> Bool {
    touches.moment[earlier] < touches.moment[later]
      || touches.event(earlier).creditRank <= touches.event(later).creditRank
  }

  /// The window of a row's channel, in days.
  func window(of row: Int) -> Int { windows[Int(touches.channel(row))] }

  /// Whether a row of an episode can earn the return on a day.
  func isEligible(_ row: Int, return day: Int) -> Bool {
    touches.event(row).isTouch
      && day - dayNumber(touches.moment[row]) <= window(of: row)
  }
}
