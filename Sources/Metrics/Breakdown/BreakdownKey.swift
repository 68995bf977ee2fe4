import Tables

/// Which row of a breakdown an episode belongs in.
struct BreakdownKey {
  /// The names of the rows; some may stay empty.
  let names: [String]
  /// The row of an episode.
  let group: (Int) -> Int
  /// The episodes that are told apart.
  private let episodes: [Int]
  /// Their rows, where working out how to tell them apart has told these already.
  private let known: [Int]?

  /// The rows of the episodes that are told apart, in their order.
  var groups: [Int] { known ?? episodes.map(group) }

  init(_ analysis: Analysis, _ episodes: [Int], _ dimension: Dimension) {
    self.episodes = episodes
    let all = analysis.episodes
    let purchases = analysis.purchases
    func since(_ purchase: Int, _ episode: Int) -> Int {
      analysis.enrolled(episode) - Int(purchases[purchase].day)
    }
    switch dimension {
    case .segment:
      names = analysis.cohort.segments.words.texts
      group = { Int(all.segment[$0]) }
    case .reason:
      names = analysis.cohort.cancellations.reasons.words.texts
      group = { Int(all.reason[$0]) }
    case .firstChannel:
      names = analysis.cohort.channels.words.texts
      group = { Int(all.firstChannel[$0]) }
    case .frequency:
      names = ["1 order", "2-4 orders", "5+ orders"]
      group = { episode in
        let orders = analysis.orders(before: episode)
        return orders == 1 ? 0 : orders <= 4 ? 1 : 2
      }
    case .recency:
      names = BreakdownKey.dayNames([60, 90, 180, 365, 548])
      group = { episode in
        BreakdownKey.index(since(Int(all.last[episode]), episode), in: [60, 90, 180, 365, 548])
      }
    case .tenure:
      names = BreakdownKey.dayNames([90, 180, 365, 730])
      group = { episode in
        let first = purchases.range(Int(all.customer[episode])).lowerBound
        return BreakdownKey.index(since(first, episode), in: [90, 180, 365, 730])
      }
    case .value:
      names = ["lowest third", "middle third", "top third"]
      let values = analysis.valuesBefore(episodes)
      let cuts = BreakdownKey.thirds(values)
      let yearBefore = analysis.yearBefore
      func third(_ value: Int64) -> Int { value <= cuts.low ? 0 : value <= cuts.high ? 1 : 2 }
      group = { third(analysis.valueBefore($0, yearBefore)) }
      known = values.map(third)
      return
    }
    known = nil
  }

  /// `0-60 days`, `61-90 days`, ..., `over 548 days`.
  private static func dayNames(_ lasts: [Int]) -> [String] {
    let firsts = [0] + lasts.map { $0 + 1 }
    return zip(firsts, lasts).map { "\($0)-\($1) days" } + ["over \(lasts[lasts.count - 1]) days"]
  }

  private static func index(_ days: Int, in lasts: [Int]) -> Int {
    lasts.firstIndex { days <= $0 } ?? lasts.count
  }

  /// The largest values of the lower two thirds; equal values share a third.
  private static func thirds(_ values: [Int64]) -> (low: Int64, high: Int64) {
    if values.isEmpty { return (0, 0) }
    return (
      values.ranked((values.count + 2) / 3 - 1), values.ranked((2 * values.count + 2) / 3 - 1)
    )
  }
}

extension Analysis {
  /// Net revenue of the twelve months before the lapse, in millionths.
  func valueBefore(_ episode: Int) -> Int64 {
    valueBefore(episode, since: Day(episodes.start[episode]).adding(months: -12).number)
  }

  /// The same of many episodes.
  func valuesBefore(_ many: some Sequence<Int>) -> [Int64] {
    let yearBefore = yearBefore
    return many.map { valueBefore($0, yearBefore) }
  }

  /// The same of one of many.
  func valueBefore(_ episode: Int, _ yearBefore: DayTable<Int>) -> Int64 {
    valueBefore(episode, since: yearBefore[Int(episodes.start[episode])])
  }

  /// Of every day on which a lapse began, the day twelve months before.
  var yearBefore: DayTable<Int> {
    let first = episodes.start.min() ?? 0
    let last = episodes.start.max() ?? first
    return DayTable(Int(first)...Int(last)) { $0.adding(months: -12).number }
  }

  /// Net revenue of the days from `first` to the lapse, in millionths.
  private func valueBefore(_ episode: Int, since first: Int) -> Int64 {
    let own = purchases.range(Int(episodes.customer[episode]))
    var purchase = Int(episodes.last[episode])
    var value: Int64 = 0
    while purchase >= own.lowerBound, Int(purchases[purchase].day) >= first {
      value += purchases[purchase].net
      purchase -= 1
    }
    return value
  }
}
