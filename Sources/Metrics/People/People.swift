import Tables

/// Who is behind a selection: one row an episode, read from columns only when it is shown.
package struct People: Sendable {
  /// What a list of people can be sorted by.
  package enum Column: String, CaseIterable, Sendable {
    case customer, segment, orders, silent, value, enrolled, first, back, day, credited, revenue
    case offer
  }

  let analysis: Analysis
  /// Episodes, in the order of the list.
  let episodes: [Int32]

  /// How many rows there are: one a lapse, so that a customer can have several.
  package var count: Int { episodes.count }

  /// The row at a place, from 0 to before `count`.
  package subscript(index: Int) -> Person { Person(analysis, Int(episodes[index])) }
}

extension Analysis {
  /// The people of a selection: the newest enrolment first, those of a day in the order of the files.
  package func people(_ selection: Selection, in span: MonthSpan) -> People {
    let members = members(of: selection, in: span).map { Int32(truncatingIfNeeded: $0) }
    return People(analysis: self, episodes: members).sorted(by: .enrolled, descending: true)
  }
}
