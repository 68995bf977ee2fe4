/// When people buy: by month, around Black Friday, by weekday and by hour.
struct Seasons {
  /// January to December; 1 is an ordinary month.
  let months: [Double]
  /// Monday to Sunday.
  let weekdays: [Double]
  /// Share of the day's orders by hour, 0 to 23.
  let hours: [Double]
  /// Relative weight of new customers on the last day against the first.
  let growth: Double

  static let shop = Seasons(
    months: [0.94, 0.92, 0.98, 1.0, 1.0, 0.92, 0.80, 0.78, 0.98, 1.06, 1.45, 1.28],
    weekdays: [1.10, 1.04, 0.98, 0.98, 0.90, 0.84, 1.16],
    hours: [
      6, 3, 2, 1, 1, 2, 6, 14, 24, 34, 40, 42, 46, 42, 38, 36, 38, 42, 50, 62, 74, 70, 44, 18,
    ],
    growth: 1.7)

  static let saas = Seasons(
    months: [1.14, 1.06, 1.08, 1.0, 1.0, 0.96, 0.84, 0.80, 1.06, 1.08, 1.04, 0.78],
    weekdays: [1.22, 1.26, 1.22, 1.16, 0.98, 0.56, 0.60],
    hours: [
      4, 3, 3, 3, 4, 6, 12, 26, 52, 70, 74, 68, 52, 60, 68, 66, 58, 44, 30, 22, 18, 14, 10, 6,
    ],
    growth: 2.2)

  /// How busy a day is; 1 is an ordinary one.
  func weight(day: Int) -> Double {
    let date = CivilDate(daysSince1970: day)
    // The week up to Cyber Monday.
    let sale = date.month == 11 && (22...30).contains(date.day) && months[10] > 1.2 ? 1.5 : 1
    return months[date.month - 1] * weekdays[History.weekday(day)] * sale
  }

  /// A second of the day, as likely as its hour.
  func second(_ chance: inout RandomStream) -> Int {
    chance.index(weights: hours) * 3_600 + chance.whole(0...3_599)
  }

  /// That day or one of the five after it, the busier the likelier.
  func busyDay(from day: Int, _ chance: inout RandomStream) -> Int {
    for candidate in day..<day + 5 {
      if chance.happens(weekdays[History.weekday(candidate)] / 1.5) { return candidate }
    }
    return day + 5
  }
}
