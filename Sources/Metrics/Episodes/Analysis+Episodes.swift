/// What follows from a lapse's purchases, and is kept in no column of its own.
extension Analysis {
  /// How many purchases came before the lapse.
  func orders(before episode: Int) -> Int {
    Int(episodes.last[episode]) - purchases.range(Int(episodes.customer[episode])).lowerBound + 1
  }

  /// The places of its voluntary cancellations in `cancelled`: from the day of the purchase before it to
  /// before that of the return.
  func cancels(_ episode: Int) -> Range<Int> {
    let own = cancelled.range(Int(episodes.customer[episode]))
    if own.isEmpty { return own }
    let first = purchases[Int(episodes.last[episode])].day
    let end = episodes.isOpen(episode) ? Int32.max : episodes.backDay[episode]
    let lower = own.first { cancelled.day[$0] >= first } ?? own.upperBound
    return lower..<((lower..<own.upperBound).first { cancelled.day[$0] >= end } ?? own.upperBound)
  }
}
