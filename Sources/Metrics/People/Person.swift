package import Tables

/// One enrolled lapse of one customer, and what came of it within the window.
package struct Person: Equatable, Sendable {
  /// The customer id as the files have it.
  package var id: String
  /// The segment as spelled, frozen at enrolment.
  package var segment: String
  /// Purchases before the lapse, at least 1.
  package var orders: Int
  /// Days from the last purchase to the enrolment.
  package var silentDays: Int
  /// Net revenue of the twelve months before the lapse, in units.
  package var valueBefore: Double
  /// The day of enrolment.
  package var enrolled: Day
  /// The word of the channel that wrote first; `Breakdown.Row.nobodyWrote` where none did.
  package var firstChannel: String
  /// The day of the return; nil, as all that follows from it, for who was not back within the window.
  package var back: Day?
  /// Days from the enrolment to the return, from 0.
  package var daysToReturn: Int?
  /// The word of the channel credited with the return, or that of `Channel.unattributed`.
  package var credited: String?
  /// Net revenue of the return within its window, in units.
  package var revenue: Double?
  /// Whether the order of the return was discounted; nil too where no file says what was.
  package var isDiscounted: Bool?
  /// Whether the window has closed.
  package var isMature: Bool
  /// The day on which the window closes, or closed.
  package var matures: Day

  init(_ analysis: Analysis, _ episode: Int) {
    let (episodes, cohort) = (analysis.episodes, analysis.cohort)
    let window = analysis.definitions.window
    id = cohort.customers[episodes.customer[episode]]
    segment = cohort.segments.words[episodes.segment[episode]]
    orders = analysis.orders(before: episode)
    silentDays = analysis.silentDays(episode)
    valueBefore = Amount.units(analysis.valueBefore(episode))
    enrolled = Day(episodes.enrolled[episode])
    firstChannel = cohort.channels.words[episodes.firstChannel[episode]]
    matures = enrolled + window
    isMature = analysis.isMature(episode, window)
    guard analysis.cameBack(episode, within: window) else { return }
    let purchase = episodes.back(episode)
    back = Day(analysis.purchases[purchase].day)
    daysToReturn = analysis.daysToReturn(episode)
    credited = cohort.channels.words[analysis.creditedChannel(episode)]
    revenue = analysis.takings(ofReturn: episode).revenue
    if analysis.saysWhatWasDiscounted { isDiscounted = analysis.purchases[purchase].isDiscounted }
  }
}

extension Analysis {
  /// Days from the last purchase to the enrolment.
  func silentDays(_ episode: Int) -> Int {
    enrolled(episode) - Int(purchases[Int(episodes.last[episode])].day)
  }
}
