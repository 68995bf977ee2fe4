/// A calendar day in the business time zone, counted in days from 1970-01-01.
package struct Day: Hashable, Comparable, Sendable {
  /// Days from 1970-01-01.
  package let number: Int

  /// The day with a number.
  package init(_ number: Int) { self.number = number }

  /// The day with a number of a column.
  package init(_ number: Int32) { self.number = Int(number) }

  /// The day of a civil date, or nil where the calendar has no such date.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Month(year: year, month: month).length
    else { return nil }
    number = Day.number(year: year, month: month, day: day)
  }

  /// The day written as `2026-10-31`, or nil for any other text.
  package init?(_ text: String) {
    guard let day = Array(text.utf8).withSpan({ DateFields(day: $0) })?.dayNumber else {
      return nil
    }
    number = day
  }

  /// Whether one day is before another.
  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }
  /// The day some days later.
  package static func + (day: Day, days: Int) -> Day { Day(day.number + days) }
  /// The day some days earlier.
  package static func - (day: Day, days: Int) -> Day { Day(day.number - days) }
  /// Days from one day to another.
  package static func - (left: Day, right: Day) -> Int { left.number - right.number }

  /// The year, month (1 to 12) and day of the month (1 to 31).
  package var civil: (year: Int, month: Int, day: Int) {
    // Howard Hinnant, "chrono-compatible low-level date algorithms": eras of 400 years that begin
    // on 1 March, so that the leap day is the last of its year.
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The calendar month that this day lies in.
  package var month: Month {
    let (year, month, _) = civil
    return Month(year: year, month: month)
  }

  /// The same day of the month `months` later, or that month's last day where it is shorter.
  package func adding(months: Int) -> Day {
    let target = month + months
    return target.first + (min(civil.day, target.length) - 1)
  }

  static func number(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}

extension Day: CustomStringConvertible {
  /// The day as ISO 8601 writes it: `2026-10-31`.
  package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
