/// A date or timestamp as it stands in a file, before it is moved to the business time zone.
///
/// The shapes are `2026-10-31`, and that followed by `T` or a space, hours and minutes, optionally
/// seconds with up to six decimals, optionally `Z` or an offset such as `+01:00` or `+0100`.
/// Years run from 1900 to 9999. Fractions of a second are dropped: moments are whole seconds.
struct DateFields: Equatable {
  enum Clock: Equatable {
    /// A bare date has no time of day.
    case none
    /// A second of the day on the business clock.
    case local(second: Int)
    /// A second of the day on a clock that is `offset` seconds ahead of UTC.
    case zoned(second: Int, offset: Int)
  }

  let dayNumber: Int
  let clock: Clock

  /// Reads any of the shapes, or gives nil.
  init?(_ text: Span<UInt8>, _ latest: inout LatestDate) {
    guard let day = latest.day(text) else { return nil }
    dayNumber = day
    if text.count == 10 {
      clock = .none
      return
    }
    guard let clock = DateFields.clock(text, &latest) else { return nil }
    self.clock = clock
  }

  /// Reads a bare date only.
  init?(day text: Span<UInt8>) {
    guard text.count == 10, let day = DateFields.dayNumber(text) else { return nil }
    dayNumber = day
    clock = .none
  }

  /// The first ten bytes as a date.
  fileprivate static func dayNumber(_ text: Span<UInt8>) -> Int? {
    guard text.count >= 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let century = twoDigits(text, 0), let yearOfCentury = twoDigits(text, 2),
      let month = twoDigits(text, 5), let day = twoDigits(text, 8),
      century >= 19, (1...12).contains(month), day >= 1
    else { return nil }
    let year = century * 100 + yearOfCentury
    guard day <= 28 || day <= Month(year: year, month: month).length else { return nil }
    return Day.number(year: year, month: month, day: day)
  }

  /// What follows the date: the time of day and its zone.
  private static func clock(_ text: Span<UInt8>, _ latest: inout LatestDate) -> Clock? {
    guard text.count >= 16, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " ")
    else { return nil }
    var (second, position) = (0, 16)
    if text.count >= 19, text[16] == UInt8(ascii: ":") {
      guard let wholeSecond = secondOfDay(text.word(at: 11)) else { return nil }
      guard let afterFraction = skipFraction(text, 19) else { return nil }
      (second, position) = (wholeSecond, afterFraction)
    } else {
      guard text[13] == UInt8(ascii: ":"), let hour = twoDigits(text, 11),
        let minute = twoDigits(text, 14), hour < 24, minute < 60
      else { return nil }
      second = hour * 3600 + minute * 60
    }
    if position == text.count { return .local(second: second) }
    guard let offset = latest.offset(text, position) else { return nil }
    return .zoned(second: second, offset: offset)
  }

  /// The eight bytes of `hh:mm:ss` as a second of the day: all are looked at together.
  private static func secondOfDay(_ word: UInt64) -> Int? {
    // Digits become their values and colons zero; a byte above nine shows in its highest bit.
    let values = word ^ 0x3030_3A30_303A_3030
    let isColon: UInt64 = 0x0000_FF00_00FF_0000
    guard (values | (values &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0,
      values & isColon == 0
    else { return nil }
    func pair(_ shift: UInt64) -> Int {
      Int(values &>> shift & 0xF) * 10 + Int(values &>> (shift + 8) & 0xF)
    }
    let (hour, minute, second) = (pair(0), pair(24), pair(48))
    guard hour < 24, minute < 60, second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  private static func skipFraction(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: ".") else { return start }
    var position = start + 1
    while position < text.count, digit(text[position]) != nil { position += 1 }
    return (1...6).contains(position - start - 1) ? position : nil
  }

  /// Seconds ahead of UTC.
  fileprivate static func offset(_ text: Span<UInt8>, _ position: Int) -> Int? {
    let sign = text[position]
    if sign == UInt8(ascii: "Z") { return position + 1 == text.count ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"),
      let hours = twoDigits(text, position + 1)
    else { return nil }
    let hasColon = position + 3 < text.count && text[position + 3] == UInt8(ascii: ":")
    let minutesAt = position + (hasColon ? 4 : 3)
    guard minutesAt + 2 == text.count, let minutes = twoDigits(text, minutesAt),
      hours < 24, minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return sign == UInt8(ascii: "-") ? -seconds : seconds
  }

  private static func twoDigits(_ text: Span<UInt8>, _ position: Int) -> Int? {
    guard position + 1 < text.count, let tens = digit(text[position]),
      let ones = digit(text[position + 1])
    else { return nil }
    return tens * 10 + ones
  }

  private static func digit(_ byte: UInt8) -> Int? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? Int(value) : nil
  }
}

/// What was read last of dates. Rows lie close together in time: it serves many of them.
struct LatestDate {
  // The ten bytes of 1970-01-01.
  private var head: UInt64 = 0x2D31_302D_3037_3931
  private var tail: UInt16 = 0x3130
  private var number = 0
  // The six bytes of +00:00.
  private var zone: UInt64 = 0x3030_3A30_302B
  private var offset = 0

  /// The day that the first ten bytes name, or nil where they name none.
  @inline(__always)
  mutating func day(_ text: Span<UInt8>) -> Int? {
    guard text.count >= 10 else { return nil }
    let (head, tail) = (text.word(at: 0), text.quarterWord(at: 8))
    if head == self.head, tail == self.tail { return number }
    guard let number = DateFields.dayNumber(text) else { return nil }
    (self.head, self.tail, self.number) = (head, tail, number)
    return number
  }

  /// The seconds that a clock is ahead of UTC, by what follows the time of day; nil where that is no zone.
  @inline(__always)
  mutating func offset(_ text: Span<UInt8>, _ position: Int) -> Int? {
    // Nearly always six bytes, with the last of the time of day before them.
    guard position + 6 == text.count else { return DateFields.offset(text, position) }
    let zone = text.word(at: position - 2) >> 16
    if zone == self.zone { return offset }
    guard let offset = DateFields.offset(text, position) else { return nil }
    (self.zone, self.offset) = (zone, offset)
    return offset
  }
}

extension Array where Element == UInt8 {
  /// Lends the bytes as a span: what the field parsers take.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(span) }
}
