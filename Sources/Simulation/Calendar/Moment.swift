/// A second in time, counted from 1970 in UTC; knows the business clock (Europe/Berlin).
struct Moment: Equatable, Comparable {
  let seconds: Int32

  init(seconds: Int32) { self.seconds = seconds }

  /// A time of day, in seconds, of a business day; seconds past midnight run into the next day.
  init(day: Int, second: Int) {
    let local = day * 86_400 + second
    let winter = Moment(seconds: Int32(local - Self.winterOffset))
    let summer = Moment(seconds: Int32(local - 2 * Self.winterOffset))
    self = summer.isSummer ? summer : winter
  }

  /// Later than anything that happens.
  static let end = Moment(seconds: .max)

  static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }

  func adding(seconds: Int) -> Moment { Moment(seconds: self.seconds + Int32(seconds)) }

  /// Seconds that the business clock is ahead of UTC.
  var offset: Int { isSummer ? 2 * Self.winterOffset : Self.winterOffset }
  /// The business day, in days since 1970.
  var day: Int { (Int(seconds) + offset) / 86_400 }

  private static let winterOffset = 3_600
  private var isSummer: Bool {
    Self.summers.contains { $0.lowerBound <= seconds && seconds < $0.upperBound }
  }

  /// Directive 2000/84/EC: from the last Sunday of March to the last one of October, 01:00 UTC.
  private static let summers: [Range<Int32>] = (2024...2026).map { year in
    lastSundayAtOne(year: year, month: 3)..<lastSundayAtOne(year: year, month: 10)
  }

  private static func lastSundayAtOne(year: Int, month: Int) -> Int32 {
    let last = CivilDate(year: year, month: month, day: 31).daysSince1970
    return Int32((last - (History.weekday(last) + 1) % 7) * 86_400 + 3_600)
  }
}
