/// A calendar month, counted in months from January of the year 0.
package struct Month: Hashable, Comparable, Sendable {
  /// Months from January of the year 0.
  package let number: Int

  /// The month with a number.
  package init(_ number: Int) { self.number = number }

  /// The month of a year; `month` is 1 to 12.
  package init(year: Int, month: Int) { number = year * 12 + month - 1 }

  /// The year of the calendar.
  package var year: Int { number / 12 }

  /// The month of the year, 1 to 12.
  package var monthOfYear: Int { number % 12 + 1 }

  /// The first day of the month.
  package var first: Day { Day(Day.number(year: year, month: monthOfYear, day: 1)) }

  /// The last day of the month.
  package var last: Day { (self + 1).first - 1 }

  /// How many days the month has, 28 to 31.
  package var length: Int {
    switch monthOfYear {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether one month is before another.
  package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
  /// The month some months later.
  package static func + (month: Month, months: Int) -> Month { Month(month.number + months) }
  /// The month some months earlier.
  package static func - (month: Month, months: Int) -> Month { Month(month.number - months) }
}

extension Month: CustomStringConvertible {
  /// The month as ISO 8601 writes it: `2026-10`.
  package var description: String { "\(padded(year, 4))-\(padded(monthOfYear, 2))" }
}

extension Month {
  /// The month's short English name: `Oct`.
  package var shortName: String {
    [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ][monthOfYear - 1]
  }
}
