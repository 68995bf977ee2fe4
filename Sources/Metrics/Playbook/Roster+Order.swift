import Tables

extension Roster {
  /// What a list of people can be sorted by.
  package enum Column: String, CaseIterable, Sendable {
    case customer, segment, orders, last, value
  }

  /// The list by a column; rows with equal values stay as they stood, missing values are last.
  package func sorted(by column: Column, descending: Bool) -> Roster {
    var roster = self
    roster.entries = stableOrder(keys(column), descending: descending).map { entries[Int($0)] }
    return roster
  }

  /// The rows that meet a condition: numbers of orders and value, words in id and segment.
  package func filtered(_ condition: PeopleCondition) -> Roster {
    var roster = self
    switch condition {
    case .number(.orders, let comparator, let bound):
      roster.entries = kept(.orders) { comparator.holds(Double($0), bound) }
    case .number(.value, let comparator, let bound):
      roster.entries = kept(.value) { comparator.holds(Amount.units($0), bound) }
    case .number, .isDiscounted, .isBack: roster.entries = []
    case .word(let word, let isExcluded):
      let wanted = Array(word.lowercased().utf8)
      let isId = analysis.cohort.customers.contain(lowercased: wanted)
      let isSegment = analysis.cohort.segments.words.contain(lowercased: wanted)
      roster.entries = entries.kept { [analysis] entry in
        let customer = Int(entry.customer)
        let isFound = isId[customer] || isSegment[Int(analysis.segment(of: customer))]
        return isFound != isExcluded
      }
    }
    return roster
  }

  private func kept(_ column: Column, _ isKept: (Int64) -> Bool) -> [Entry] {
    zip(entries, keys(column)).filter { isKept($0.1) }.map(\.0)
  }

  /// A number a row that sorts as the column does.
  private func keys(_ column: Column) -> [Int64] {
    let purchases = analysis.purchases
    switch column {
    case .customer: return analysis.cohort.customers.places(of: entries.map(\.customer))
    case .segment:
      let ranks = analysis.cohort.segments.words.ranks
      return entries.map { Int64(ranks[Int(analysis.segment(of: Int($0.customer)))]) }
    case .orders: return entries.map { Int64(purchases.range(Int($0.customer)).count) }
    case .last:
      return entries.map { entry in
        purchases.range(Int(entry.customer)).last.map { Int64(purchases[$0].day) }
          ?? People.missing
      }
    case .value: return entries.map { $0.value ?? analysis.worth($0) }
    }
  }
}
