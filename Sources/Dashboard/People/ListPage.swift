import Metrics

/// A page whose one table is so long that only the rows that are seen are held.
protocol ListPage {
  /// How many rows there are in all.
  var count: Int { get }
  /// The page with `count` rows from one on.
  func page(from first: Int, count: Int) -> Page
  /// Some of the rows.
  func table(of rows: Range<Int>) -> Table
}

/// A column that such a list is sorted and filtered by, on columns and not on rows.
struct ListColumn {
  var title: String
  /// Whether a filter can compare it.
  var isNumber: Bool

  static let people = People.Column.allCases.map {
    ListColumn(title: $0.title, isNumber: $0.isNumber)
  }
  static let roster = Roster.Column.allCases.map {
    ListColumn(title: $0.title, isNumber: $0.isNumber)
  }
}

extension Layer {
  /// The columns that a list is sorted and filtered by; none of what is no list.
  var listColumns: [ListColumn] {
    switch self {
    case .screen(.people), .people: ListColumn.people
    case .roster: ListColumn.roster
    default: []
    }
  }

  /// Whether it is a list so long that filter and order are worked out on columns, not on rows.
  var isList: Bool { !listColumns.isEmpty }
}
