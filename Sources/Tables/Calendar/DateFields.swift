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
  init?(_ text: Span<UInt8>) {
    guard let day = DateFields.dayNumber(text) else { return nil }
    dayNumber = day
    if text.count == 10 {
      clock = .none
      return
    }
    guard let clock = DateFields.clock(text) else { return nil }
    self.clock = clock
  }

  /// Reads a bare date only.
  init?(day text: Span<UInt8>) {
    guard text.count == 10, let day = DateFields.dayNumber(text) else { return nil }
    dayNumber = day
    clock = .none
  }

  /// The first ten bytes as a date.
  private static func dayNumber(_ text: Span<UInt8>) -> Int? {
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
  private static func clock(_ text: Span<UInt8>) -> Clock? {
    guard text.count >= 16, text[10] == UInt8(ascii: "T") || text[10] == UInt8(ascii: " "),
      text[13] == UInt8(ascii: ":"),
      let hour = twoDigits(text, 11), let minute = twoDigits(text, 14), hour < 24, minute < 60
    else { return nil }
    var second = hour * 3600 + minute * 60
    var position = 16
    if position < text.count, text[position] == UInt8(ascii: ":") {
      guard let seconds = twoDigits(text, position + 1), seconds < 60 else { return nil }
      second += seconds
      position += 3
      guard let afterFraction = skipFraction(text, position) else { return nil }
      position = afterFraction
    }
    if position == text.count { return .local(second: second) }
    guard let offset = offset(text, position) else { return nil }
    return .zoned(second: second, offset: offset)
  }

  private static func skipFraction(_ text: Span<UInt8>, _ start: Int) -> Int? {
    guard start < text.count, text[start] == UInt8(ascii: ".") else { return start }
    var position = start + 1
    while position < text.count, digit(text[position]) != nil { position += 1 }
    return (1...6).contains(position - start - 1) ? position : nil
  }

  private static func offset(_ text: Span<UInt8>, _ position: Int) -> Int? {
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

extension Array where Element == UInt8 {
  /// Lends the bytes as a span: what the field parsers take.
  func withSpan<Result>(_ body: (Span<UInt8>) -> Result) -> Result { body(span) }
}
