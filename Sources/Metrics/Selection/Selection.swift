package import Tables

/// Enrolled, treated episodes that meet every condition: what a drill-down looks at.
package struct Selection: Hashable, Sendable {
  /// What an episode must be to be looked at.
  package enum Condition: Hashable, Sendable {
    /// In one row of a breakdown, by its name.
    case row(Dimension, String)
    /// Enrolled in this month, instead of in the whole span.
    case month(Month)
    /// Back within the window, and the return is credited to this channel's word; the word of
    /// `Channel.unattributed` for what no touch earned.
    case credited(String)
    /// With a contact of the campaign in the channel.
    case campaign(channel: String, campaign: String)
    /// Still lapsed when the step was sent, as the rows of steps count.
    case step(channel: String, campaign: String, step: Int)
  }

  /// All of them hold, in whatever order; the last one is what the selection is compared by.
  package var conditions: [Condition]

  /// The episodes that meet all of some conditions; without any, every episode of the span.
  package init(_ conditions: [Condition] = []) { self.conditions = conditions }

  /// All but the last condition.
  package var outer: Selection { Selection(conditions.dropLast()) }

  /// The same with one condition more.
  package func adding(_ condition: Condition) -> Selection { Selection(conditions + [condition]) }

  /// The month that all were enrolled in, where one is named.
  package var month: Month? { months.count == 1 ? months.first : nil }

  /// The day on which the last of a month's members have had `days` days, if that is after `day`: until
  /// then a number of them would grow by age alone.
  package func matures(_ days: Int, after day: Day) -> Day? {
    month.map { $0.last + days }.flatMap { $0 > day ? $0 : nil }
  }

  /// The months named; two different ones leave nobody.
  var months: Set<Month> {
    Set(conditions.compactMap { if case .month(let month) = $0 { month } else { nil } })
  }

  /// Whether it is known of an episode only once its window has closed.
  var isByOutcome: Bool {
    conditions.contains {
      switch $0 {
      case .credited, .step: true
      case .row, .month, .campaign: false
      }
    }
  }
}
