/// Amounts of money: millionths of a unit in an `Int64`, so that sums are exact and do not depend on
/// the order of rows.
///
/// Six decimals hold what a single message costs. Further ones are rounded, half away from zero.
package enum Amount {
  package static let scale: Int64 = 1_000_000

  /// The largest amount a row may hold, in units; more is a slip of the pen.
  package static let largest: Int64 = 1_000_000_000_000

  /// An amount in units of its currency.
  package static func units(_ amount: Int64) -> Double { Double(amount) / Double(scale) }

  /// What amounts add up to whatever their signs, in millionths; those that are not known are nothing.
  static func magnitude(_ amounts: some Sequence<Int64>) -> Double {
    var sum = 0.0
    for amount in amounts where amount != noAmount { sum += Double(amount.magnitude) }
    return sum
  }

  enum Reading: Equatable {
    case amount(Int64)
    case notAnAmount
    case tooLarge
  }

  /// Reads a plain decimal with a point: a sign if any, digits, and if any a point with digits.
  static func read(_ text: Span<UInt8>) -> Reading {
    if let hundredths = hundredths(text) { return .amount(hundredths * (scale / 100)) }
    var position = 0
    let isNegative = text.count > 0 && text[0] == UInt8(ascii: "-")
    if isNegative || text.count > 0 && text[0] == UInt8(ascii: "+") { position = 1 }
    var value: Int64 = 0
    let wholeStart = position
    while position < text.count, let digit = digit(text[position]) {
      value = value * 10 + digit
      if value > largest { return isNumber(text, from: position) ? .tooLarge : .notAnAmount }
      position += 1
    }
    guard position > wholeStart else { return .notAnAmount }
    value *= scale
    if position < text.count {
      guard text[position] == UInt8(ascii: "."), position + 1 < text.count,
        let fraction = fraction(text, from: position + 1)
      else { return .notAnAmount }
      value += fraction
    }
    return .amount(isNegative ? -value : value)
  }

  /// What nearly all amounts are: up to five digits, a point and two digits. All are looked at together; nil
  /// for any other shape.
  @inline(__always)
  private static func hundredths(_ text: Span<UInt8>) -> Int64? {
    guard text.count >= 4, text.count <= 8 else { return nil }
    let gap = 8 * (8 - text.count)
    let filled = text.word(at: 0, count: text.count) << gap | 0x3030_3030_3030_3030 >> (64 - gap)
    guard filled >> 40 & 0xFF == UInt64(UInt8(ascii: ".")) else { return nil }
    // Digits before the point move up to those behind it, and become their values; a byte above nine shows
    // in its highest bit.
    let digits = filled & 0xFFFF_0000_0000_0000 | filled << 8 & 0x0000_FFFF_FFFF_FF00 | 0x30
    let values = digits ^ 0x3030_3030_3030_3030
    guard (values | (values &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else {
      return nil
    }
    let pairs = (values &* 10 &+ values >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return Int64((fours & 0xFFFF) * 10_000 + fours >> 32)
  }

  /// Digits to the end, in millionths.
  private static func fraction(_ text: Span<UInt8>, from start: Int) -> Int64? {
    var value: Int64 = 0
    var position = start
    while position < text.count, position < start + 6 {
      guard let digit = digit(text[position]) else { return nil }
      value = value * 10 + digit
      position += 1
    }
    for _ in position..<start + 6 { value *= 10 }
    for rest in position..<text.count {
      guard let digit = digit(text[rest]) else { return nil }
      if rest == start + 6, digit >= 5 { value += 1 }
    }
    return value
  }

  /// Whether the rest is digits with at most one point, however many.
  private static func isNumber(_ text: Span<UInt8>, from start: Int) -> Bool {
    var points = 0
    for position in start..<text.count {
      if text[position] == UInt8(ascii: ".") {
        points += 1
      } else if digit(text[position]) == nil {
        return false
      }
    }
    return points == 0 || points == 1 && text[text.count - 1] != UInt8(ascii: ".")
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> Int64? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? Int64(value) : nil
  }
}
