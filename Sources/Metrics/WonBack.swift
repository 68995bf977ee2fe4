import Tables

/// An enrolled episode whose customer came back within the window, with what that brought.
struct WonBack: Sendable {
  let episode: Int
  /// Days from enrolment to the return.
  let days: Int
  /// What the return brought within its window.
  let takings: Takings
  /// Whether the order that ended the lapse was discounted.
  let isDiscounted: Bool
  /// The row of the touch that earned it, or nil.
  let touch: Int?
  /// The channel of that touch, or `Channel.unattributed`.
  let channel: Int32
}

extension Analysis {
  /// Those of the treated episodes of some months that were won back, month by month.
  func wonBack(in span: MonthSpan) -> some Collection<WonBack> {
    let byMonth = wonBackByMonth
    return span.months.compactMap { byMonth[$0] }.joined()
  }

  /// What is known of an enrolled episode that was won back; nil of another.
  func wonBack(_ episode: Int) -> WonBack? {
    guard let days = daysToReturn(episode), days <= definitions.window else { return nil }
    let touch = episodes.credited[episode]
    return WonBack(
      episode: episode, days: days, takings: takings(ofReturn: episode),
      isDiscounted: purchases[episodes.back(episode)].isDiscounted,
      touch: touch == Episodes.none ? nil : Int(touch), channel: creditedChannel(episode))
  }

  private var wonBackByMonth: [Month: [WonBack]] {
    known.wonBack.value {
      let months = Array(treatedByMonth)
      let found = parallelMap(months.count) { months[$0].value.compactMap(wonBack) }
      return Dictionary(uniqueKeysWithValues: zip(months.map(\.key), found))
    }
  }
}
