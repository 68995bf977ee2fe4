package import Tables

/// Enrolled episodes that are looked at together.
package enum Group: Hashable, Sendable {
  /// One row of a breakdown of the quarter's enrolments.
  case row(Dimension, String)
  /// A month of enrolments.
  case month(Month)

  fileprivate var selection: Selection {
    switch self {
    case .row(let dimension, let name): Selection([.row(dimension, name)])
    case .month(let month): Selection([.month(month)])
    }
  }
}

extension Analysis {
  /// What a group did; nil where there is none of that name.
  package func detail(of group: Group, quarter span: MonthSpan, days: Int) -> GroupDetail? {
    detail(of: group.selection, in: span, window: definitions.window, days: days)
  }
}
