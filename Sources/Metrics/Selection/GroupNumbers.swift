import Tables

/// The numbers of some enrolled episodes.
package struct GroupNumbers: Equatable, Sendable {
  /// How many were enrolled.
  package var enrolled: Int
  /// Returns within the window that is looked at, over those mature for it.
  package var rate: Proportion
  /// Returns within 30, 60 and 90 days, each over those mature for it.
  package var rate30: Proportion
  /// Within 60 days.
  package var rate60: Proportion
  /// Within 90 days.
  package var rate90: Proportion
  /// Of the returns within the configured window, those with a discount.
  package var discounted: Proportion
  /// Median days to the return within the configured window.
  package var medianDays: Figure<Double>
  /// Net revenue within the configured window over those for whom it has closed, in units.
  package var revenuePerLapsed: Figure<Double>
  /// Returns within the configured window by the channel credited, the most first.
  package var returns: [ChannelShare]
  /// The members by the channel that wrote to them first, the most first.
  package var firstChannels: [FirstChannel]
  /// When they came back.
  package var curve: ReturnCurve

  /// Returns that one channel is credited with.
  package struct ChannelShare: Equatable, Sendable {
    /// The channel's word.
    package var name: String
    /// How many returns.
    package var count: Int
  }

  /// Those whom one channel wrote to first.
  package struct FirstChannel: Equatable, Sendable {
    /// The channel's word; `Breakdown.Row.nobodyWrote` of people whom nobody wrote to.
    package var name: String
    /// How many were enrolled.
    package var enrolled: Int
    /// Returns within the window that is looked at, over those mature for it.
    package var rate: Proportion
  }
}

extension Analysis {
  /// The numbers of some episodes, `rate` within `window` days and the curve over `days` days.
  func numbers(_ all: [Int], window: Int, days: Int) -> GroupNumbers {
    let n = all.count { isMature($0, definitions.window) }
    let returns = all.compactMap(wonBack)
    var takings = Takings()
    for won in returns where isMature(won.episode, definitions.window) { takings += won.takings }
    let rates = counts(all, within: [window, 30, 60, 90], groups: 1) { _ in 0 }.rates(0)
    return GroupNumbers(
      enrolled: all.count, rate: rates[0], rate30: rates[1], rate60: rates[2], rate90: rates[3],
      discounted: Proportion(returns.count(where: \.isDiscounted), of: returns.count),
      medianDays: median(sorted: returns.map(\.days).sorted()).map { .value($0) }
        ?? .missing(.nobody),
      revenuePerLapsed: n == 0 ? .missing(.nobody) : .value(takings.revenue / Double(n)),
      returns: byCreditedChannel(returns), firstChannels: byFirstChannel(all, window: window),
      curve: curve(all, days: days))
  }

  private func byCreditedChannel(_ returns: [WonBack]) -> [GroupNumbers.ChannelShare] {
    var counts = [Int](repeating: 0, count: cohort.channels.words.count)
    for won in returns { counts[Int(won.channel)] += 1 }
    return counts.indices.filter { counts[$0] > 0 }
      .map { .init(name: cohort.channels.words[Int32($0)], count: counts[$0]) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }

  private func byFirstChannel(_ all: [Int], window: Int) -> [GroupNumbers.FirstChannel] {
    let counts = counts(all, within: [window], groups: cohort.channels.words.count) {
      Int(episodes.firstChannel[$0])
    }
    return counts.groups.filter { counts.enrolled($0) > 0 }
      .map { channel in
        .init(
          name: cohort.channels.words[Int32(channel)], enrolled: counts.enrolled(channel),
          rate: counts.rates(channel)[0])
      }
      .sorted { ($1.enrolled, $0.name) < ($0.enrolled, $1.name) }
  }
}
