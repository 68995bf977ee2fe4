import Tables

extension People {
  /// Stands for a missing value among keys.
  static let missing = Int64.min

  /// A number a row that sorts as the column does: money in millionths, words and ids by the order of
  /// their bytes.
  func keys(_ column: Column) -> [Int64] {
    let (all, cohort, purchases) = (analysis.episodes, analysis.cohort, analysis.purchases)
    switch column {
    case .customer:
      return cohort.customers.places(of: episodes.map { all.customer[Int($0)] })
    case .segment: return wordKeys(all.segment, cohort.segments.words.ranks)
    case .orders: return episodes.map { Int64(analysis.orders(before: Int($0))) }
    case .silent: return episodes.map { Int64(analysis.silentDays(Int($0))) }
    case .value: return valueKeys()
    case .enrolled: return episodes.map { Int64(all.enrolled[Int($0)]) }
    case .first: return wordKeys(all.firstChannel, cohort.channels.words.ranks)
    case .back: return returnKeys { Int64(all.backDay[$0]) }
    case .day: return returnKeys { Int64(all.backDay[$0] - all.enrolled[$0]) }
    case .credited:
      let ranks = cohort.channels.words.ranks
      return returnKeys { Int64(ranks[Int(analysis.creditedChannel($0))]) }
    case .revenue: return returnKeys { analysis.takings(ofReturn: $0).net }
    case .offer:
      let isKnown = analysis.saysWhatWasDiscounted
      return returnKeys {
        !isKnown ? People.missing : purchases[all.back($0)].isDiscounted ? 1 : 0
      }
    }
  }

  private func wordKeys(_ codes: [Int32], _ ranks: [Int32]) -> [Int64] {
    episodes.map { Int64(ranks[Int(codes[Int($0)])]) }
  }

  /// Keys of those back within the window; missing for all others.
  private func returnKeys(_ key: (Int) -> Int64) -> [Int64] {
    let window = analysis.definitions.window
    return episodes.map { episode in
      analysis.cameBack(Int(episode), within: window) ? key(Int(episode)) : People.missing
    }
  }

  /// Net revenue before the lapse.
  private func valueKeys() -> [Int64] { analysis.valuesBefore(episodes.lazy.map { Int($0) }) }
}

extension Vocabulary {
  /// The places of some texts in the order of their bytes, by their codes; equal ones have one place.
  ///
  /// Ids mostly differ within eight bytes of where they begin to differ at all, so those are sorted as
  /// numbers, and only what they leave equal is compared to the end.
  func places(of codes: [Int32]) -> [Int64] {
    guard let first = codes.first else { return [] }
    var shared = utf8(first)
    for code in codes { shared = shared.sharedStart(with: utf8(code)) }
    let heads = codes.map { utf8($0).dropFirst(shared.count).head }
    var order = stableOrder(heads)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, heads[Int(order[end])] == heads[Int(order[start])] { end += 1 }
      if end - start > 1 {
        order[start..<end].sort {
          utf8(codes[Int($0)]).lexicographicallyPrecedes(utf8(codes[Int($1)]))
        }
      }
      start = end
    }
    var keys = [Int64](repeating: 0, count: order.count)
    for place in order.indices.dropFirst() {
      let (before, here) = (Int(order[place - 1]), Int(order[place]))
      keys[here] = keys[before] + (codes[here] == codes[before] ? 0 : 1)
    }
    return keys
  }
}

extension ArraySlice<UInt8> {
  /// What this and other bytes start with alike.
  fileprivate func sharedStart(with other: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var length = 0
    while length < Swift.min(count, other.count),
      self[startIndex + length] == other[other.startIndex + length]
    {
      length += 1
    }
    return prefix(length)
  }

  /// The first eight bytes as a number that sorts as they do.
  fileprivate var head: UInt64 {
    var number: UInt64 = 0
    for offset in 0..<8 {
      number = number << 8 | (offset < count ? UInt64(self[startIndex + offset]) : 0)
    }
    return number
  }
}
