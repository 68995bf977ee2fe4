/// What a row of a list of people must be to stay in it.
package enum PeopleCondition: Hashable, Sendable {
  /// The number in a column stands so to another: orders, silent, value, day and revenue, in the units
  /// that a `Person` has. A missing number, and that of any other column, never does.
  case number(People.Column, Comparator, Double)
  /// The customer id, the segment, the first or the credited channel contains the word, in whatever
  /// case; or none of them does.
  case word(String, isExcluded: Bool)
  /// Back within the window, by an order that was discounted or by one that was not.
  case isDiscounted(Bool)
  /// Back within the window, or not so far.
  case isBack(Bool)
}

/// How a number stands to another.
package enum Comparator: String, CaseIterable, Sendable {
  case less = "<"
  case atMost = "<="
  case equal = "="
  case atLeast = ">="
  case greater = ">"

  /// Whether two numbers stand to each other so.
  @inline(__always)
  package func holds(_ left: Double, _ right: Double) -> Bool {
    switch self {
    case .less: left < right
    case .atMost: left <= right
    case .equal: left == right
    case .atLeast: left >= right
    case .greater: left > right
    }
  }
}
