/// On which day each customer first appears, from the opening on: growth times season.
struct ArrivalCurve {
  /// The first day on which customers arrive.
  private let opening: Int
  /// Share of all customers that arrived up to each day's end, from the opening on.
  private let cumulative: [Double]

  init(seasons: Seasons, opening: Int) {
    self.opening = opening
    let dayCount = History.lastDay - opening + 1
    var sum = 0.0
    let sums = (0..<dayCount).map { index in
      let growth = 1 + (seasons.growth - 1) * Double(index) / Double(dayCount - 1)
      sum += growth * seasons.weight(day: opening + index)
      return sum
    }
    cumulative = sums.map { $0 / sum }
  }

  /// The day by which this share of all customers has arrived.
  func day(share: Double) -> Int {
    var low = 0
    var high = cumulative.count - 1
    while low < high {
      let middle = (low + high) / 2
      if cumulative[middle] > share { high = middle } else { low = middle + 1 }
    }
    return opening + low
  }
}
