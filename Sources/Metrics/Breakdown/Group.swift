package import Tables

/// Enrolled episodes that are looked at together.
package enum Group: Hashable, Sendable {
  /// One row of a breakdown of the quarter's enrolments.
  case row(Dimension, String)
  /// A month of enrolments.
  case month(Month)
}

/// What a group did, beside all others that it may be compared with.
package struct GroupDetail: Sendable {
  /// The enrolment months.
  package var span: MonthSpan
  /// Of the group.
  package var own: GroupNumbers
  /// Of the others: the same months' other rows, or the month before.
  package var others: GroupNumbers
  /// The two rates within the window; nil where either side has nobody whose window has closed.
  package var comparison: Comparison?
}

/// The numbers of some enrolled episodes.
package struct GroupNumbers: Equatable, Sendable {
  /// How many were enrolled.
  package var enrolled: Int
  /// Returns within 30, 60 and 90 days, each over those mature for it.
  package var rate30: Proportion
  /// Within 60 days.
  package var rate60: Proportion
  /// Within 90 days.
  package var rate90: Proportion
  /// Of the returns within the window, those with a discount.
  package var discounted: Proportion
  /// Median days to the return within the window.
  package var medianDays: Figure<Double>
  /// Net revenue within the window over those whose window has closed, in units.
  package var revenuePerLapsed: Figure<Double>
  /// Returns within the window by the channel credited, the most first.
  package var returns: [ChannelShare]
  /// When they came back.
  package var curve: ReturnCurve

  /// Returns that one channel is credited with.
  package struct ChannelShare: Equatable, Sendable {
    /// The channel's word.
    package var name: String
    package var count: Int
  }
}

extension Analysis {
  /// What a group did; nil where there is none of that name.
  package func detail(of group: Group, quarter span: MonthSpan, days: Int) -> GroupDetail? {
    switch group {
    case .row(let dimension, let name):
      let all = treated(in: span)
      let key = BreakdownKey(self, all, dimension)
      let own = all.filter { key.names[key.group($0)] == name }
      if own.isEmpty { return nil }
      // People who came back before anyone wrote are compared with nobody.
      let others = all.filter {
        let other = key.names[key.group($0)]
        return other != name
          && !(dimension == .firstChannel && other == Breakdown.Row.nobodyWrote)
      }
      let isFair = dimension != .firstChannel || name != Breakdown.Row.nobodyWrote
      return detail(span, own, isFair ? others : [], days: days)
    case .month(let month):
      guard let own = treatedByMonth[month] else { return nil }
      let before = treatedByMonth[month - 1] ?? []
      var found = detail(MonthSpan(1, endingWith: month), own, before, days: days)
      // Two months of different age would differ by that alone.
      if !isMature(month, definitions.window) { found.comparison = nil }
      return found
    }
  }

  private func detail(_ span: MonthSpan, _ own: [Int], _ others: [Int], days: Int) -> GroupDetail {
    let window = definitions.window
    return GroupDetail(
      span: span, own: numbers(own, days: days), others: numbers(others, days: days),
      comparison: Comparison(rate(own, within: window), with: rate(others, within: window)))
  }

  private func numbers(_ all: [Int], days: Int) -> GroupNumbers {
    let mature = all.filter { isMature($0, definitions.window) }
    let won = returned(all)
    var takings = Takings()
    for episode in returned(mature) { takings += self.takings(ofReturn: episode) }
    let byChannel = Dictionary(grouping: won, by: creditedChannel)
    return GroupNumbers(
      enrolled: all.count, rate30: rate(all, within: 30), rate60: rate(all, within: 60),
      rate90: rate(all, within: 90),
      discounted: Proportion(
        won.count { purchases.isDiscounted[Int(episodes.back[$0])] }, of: won.count),
      medianDays: median(sorted: won.compactMap(daysToReturn).sorted()).map { .value($0) }
        ?? .missing(.nobody),
      revenuePerLapsed: mature.isEmpty
        ? .missing(.nobody) : .value(takings.revenue / Double(mature.count)),
      returns: byChannel.map {
        .init(name: cohort.channels.words[$0.key], count: $0.value.count)
      }.sorted { ($1.count, $0.name) < ($0.count, $1.name) },
      curve: curve(all, days: days))
  }
}
