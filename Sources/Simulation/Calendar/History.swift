/// The fixed stretch of days that every simulated business has lived through: no clock is read.
enum History {
  /// 2024-09-01, in days since 1970.
  static let firstDay = CivilDate(year: 2024, month: 9, day: 1).daysSince1970
  /// 2026-10-31: nothing happens later; only cancellations may take effect later.
  static let lastDay = CivilDate(year: 2026, month: 10, day: 31).daysSince1970
  /// 2026-11-20: nothing is dated later.
  static let horizon = CivilDate(year: 2026, month: 11, day: 20).daysSince1970
  /// 2025-02-03, a Monday: the first win-back messages.
  static let programmeStart = CivilDate(year: 2025, month: 2, day: 3).daysSince1970

  static let dayCount = lastDay - firstDay + 1
  static let monthCount = 26

  /// 0 for Monday to 6 for Sunday; 1970-01-01 was a Thursday.
  static func weekday(_ day: Int) -> Int { (day + 3) % 7 }

  /// That day, or the Monday after it if it falls on a weekend.
  static func workday(_ day: Int) -> Int {
    let weekday = weekday(day)
    return weekday > 4 ? day + 7 - weekday : day
  }
}
