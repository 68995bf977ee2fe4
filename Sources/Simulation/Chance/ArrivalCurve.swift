/// On which day of the history each customer first appears: growth times season.
struct ArrivalCurve {
  /// Share of all customers that arrived up to each day's end.
  private let cumulative: [Double]

  init(seasons: Seasons) {
    var sum = 0.0
    let sums = (0..<History.dayCount).map { index in
      let growth = 1 + (seasons.growth - 1) * Double(index) / Double(History.dayCount - 1)
      sum += growth * seasons.weight(day: History.firstDay + index)
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
    return History.firstDay + low
  }
}
