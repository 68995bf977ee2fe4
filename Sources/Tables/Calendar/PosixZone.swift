/// A zone's rule for the years that its file does not list: `CET-1CEST,M3.5.0,M10.5.0/3`.
///
/// The format is POSIX's TZ with RFC 8536's wider hours. Only the `Mmonth.week.weekday` form of a
/// change is read; it is the only one that occurs in the zone database.
struct PosixZone: Equatable {
  struct Change: Equatable {
    var month: Int
    /// 1 to 4, or 5 for the last one of the month.
    var week: Int
    /// 0 is Sunday.
    var weekday: Int
    /// Seconds after midnight on the clock that the change ends.
    var second: Int

    /// The day of the change in a year.
    func day(in year: Int) -> Day {
      let month = Month(year: year, month: month)
      // 1970-01-01 was a Thursday: day 0 has weekday 4.
      let firstWeekday = ((month.first.number + 4) % 7 + 7) % 7
      var day = (weekday - firstWeekday + 7) % 7 + 7 * (week - 1)
      while day >= month.length { day -= 7 }
      return month.first + day
    }
  }

  struct Summer: Equatable {
    /// Seconds ahead of UTC.
    var offset: Int
    var start: Change
    var end: Change
  }

  /// Seconds ahead of UTC outside summer time.
  var standard: Int
  var summer: Summer?

  /// The stretch of one offset around a UTC second.
  func stretch(at second: Int64) -> TimeZoneRules.Stretch {
    guard let summer else {
      return TimeZoneRules.Stretch(range: .min..<Int64.max, offset: Int32(standard))
    }
    let year = Day(Int(second / 86_400)).civil.year
    var edges: [(at: Int64, offsetAfter: Int)] = []
    for year in (year - 1)...(year + 1) {
      edges.append((instant(summer.start, in: year, offsetBefore: standard), summer.offset))
      edges.append((instant(summer.end, in: year, offsetBefore: summer.offset), standard))
    }
    edges.sort { $0.at < $1.at }
    let next = edges.firstIndex { $0.at > second } ?? edges.count - 1
    return TimeZoneRules.Stretch(
      range: edges[next - 1].at..<edges[next].at, offset: Int32(edges[next - 1].offsetAfter))
  }

  private func instant(_ change: Change, in year: Int, offsetBefore: Int) -> Int64 {
    Int64(change.day(in: year).number) * 86_400 + Int64(change.second - offsetBefore)
  }
}

extension PosixZone {
  /// Reads the footer of a zone file, or gives nil where it says something else.
  init?(_ text: String) {
    var rest = Substring(text)
    guard PosixZone.skipName(&rest), let offset = PosixZone.time(&rest) else { return nil }
    standard = -offset
    if rest.isEmpty { return }
    guard PosixZone.skipName(&rest) else { return nil }
    var ahead = standard + 3600
    if rest.first != "," {
      guard let offset = PosixZone.time(&rest) else { return nil }
      ahead = -offset
    }
    guard let start = PosixZone.change(&rest), let end = PosixZone.change(&rest), rest.isEmpty
    else { return nil }
    summer = Summer(offset: ahead, start: start, end: end)
  }

  private static func skipName(_ rest: inout Substring) -> Bool {
    if rest.first == "<" {
      guard let close = rest.firstIndex(of: ">") else { return false }
      rest = rest[rest.index(after: close)...]
      return true
    }
    let name = rest.prefix { $0.isLetter }
    rest = rest.dropFirst(name.count)
    return name.count >= 3
  }

  /// Signed `hh[:mm[:ss]]` in seconds.
  private static func time(_ rest: inout Substring) -> Int? {
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    var seconds = 0
    for unit in [3600, 60, 1] {
      guard let value = number(&rest) else { return nil }
      seconds += value * unit
      guard rest.first == ":" else { break }
      rest = rest.dropFirst()
    }
    return isNegative ? -seconds : seconds
  }

  private static func change(_ rest: inout Substring) -> Change? {
    guard rest.hasPrefix(",M") else { return nil }
    rest = rest.dropFirst(2)
    var parts: [Int] = []
    while let part = number(&rest) {
      parts.append(part)
      guard parts.count < 3, rest.first == "." else { break }
      rest = rest.dropFirst()
    }
    guard parts.count == 3, (1...12).contains(parts[0]), (1...5).contains(parts[1]),
      (0...6).contains(parts[2])
    else { return nil }
    var second = 2 * 3600
    if rest.first == "/" {
      rest = rest.dropFirst()
      guard let time = time(&rest) else { return nil }
      second = time
    }
    return Change(month: parts[0], week: parts[1], weekday: parts[2], second: second)
  }

  private static func number(_ rest: inout Substring) -> Int? {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest.dropFirst(digits.count)
    return Int(digits)
  }
}
