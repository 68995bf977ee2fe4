import Metrics

extension People.Column {
  /// Over the column.
  var title: String { self == .offer ? "discounted" : rawValue }

  /// Whether a filter can compare it.
  var isNumber: Bool {
    switch self {
    case .orders, .silent, .value, .day, .revenue: true
    default: false
    }
  }

  var width: Int {
    switch self {
    case .customer, .segment: 14
    case .orders, .silent: 6
    case .value, .revenue: 9
    case .enrolled, .back, .offer: 10
    case .first, .credited: 12
    case .day: 4
    }
  }

  /// Which column goes first where there is no room.
  var dropped: Int? {
    switch self {
    case .customer, .day: nil
    case .offer: 1
    case .value: 2
    case .silent: 3
    case .orders: 4
    case .back: 5
    case .segment: 6
    case .revenue: 8
    case .first: 9
    case .credited: 10
    case .enrolled: 11
    }
  }

  var term: Term? {
    switch self {
    case .customer, .segment, .first, .offer: nil
    case .orders: .ordersBefore
    case .silent: .daysSilent
    case .value: .valueBefore
    case .enrolled: .enrolledOn
    case .back: .cameBackOn
    case .day: .daysToReturn
    case .credited: .credited
    case .revenue: .revenue
    }
  }
}

extension People {
  /// The people that a filter leaves, in the order asked for.
  func seen(through view: TableView) -> People {
    var people = self
    let conditions = view.filter.conditions.compactMap(People.condition)
    if !conditions.isEmpty { people = people.filtered(conditions) }
    if let order = view.order,
      let column = Column.allCases.first(where: { $0.title == order.column })
    {
      people = people.sorted(by: column, descending: order.isDescending)
    }
    return people
  }

  private static func condition(_ condition: Filter.Condition) -> PeopleCondition? {
    switch condition {
    case .word(let word, let isExcluded): return .word(word, isExcluded: isExcluded)
    case .number(let name, let comparator, let number):
      let columns = Column.allCases.filter(\.isNumber)
      let column = columns.first { $0.title == name } ?? columns.first { $0.title.hasPrefix(name) }
      return column.map { .number($0, comparator, number) }
    }
  }
}
