import Metrics

extension Roster.Column {
  /// Over the column.
  var title: String { self == .last ? "last order" : rawValue }

  /// Whether a filter can compare it.
  var isNumber: Bool { self == .orders || self == .value }
}

extension Roster {
  /// The people that a filter leaves, in the order asked for.
  func seen(through view: TableView) -> Roster {
    var roster = view.filter.conditions.compactMap(Roster.condition).reduce(self) {
      $0.filtered($1)
    }
    if let order = view.order,
      let column = Column.allCases.first(where: { $0.title == order.column })
    {
      roster = roster.sorted(by: column, descending: order.isDescending)
    }
    return roster
  }

  private static func condition(_ condition: Filter.Condition) -> PeopleCondition? {
    switch condition {
    case .word(let word, let isExcluded): return .word(word, isExcluded: isExcluded)
    case .number(let name, let comparator, let number):
      let columns: [People.Column] = [.orders, .value]
      return columns.first { $0.title.hasPrefix(name) }.map { .number($0, comparator, number) }
    }
  }
}
