import Tables

/// What the calendar says of each of some days: it is asked once a day, not once a row.
struct DayTable<Value: Sendable>: Sendable {
  private let first: Int
  private let values: [Value]

  /// The values of the days of a span, by their numbers.
  init(_ span: ClosedRange<Int>, _ value: (Day) -> Value) {
    first = span.lowerBound
    values = span.map { value(Day($0)) }
  }

  /// The value of a day of the span.
  @inline(__always)
  subscript(day: Int) -> Value { values[day - first] }
}
