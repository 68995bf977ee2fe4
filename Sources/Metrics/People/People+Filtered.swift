import Tables

extension People {
  /// The rows that meet every condition, in the order of the list.
  package func filtered(_ conditions: [PeopleCondition]) -> People {
    conditions.reduce(self) { left, condition in
      People(analysis: analysis, episodes: left.kept(condition))
    }
  }

  private func kept(_ condition: PeopleCondition) -> [Int32] {
    let window = analysis.definitions.window
    switch condition {
    case .number(let column, let comparator, let bound):
      return kept(column, comparator, bound)
    case .word(let word, let isExcluded): return kept(word, isExcluded: isExcluded)
    case .isDiscounted(let isDiscounted):
      let wanted: Int64 = isDiscounted ? 1 : 0
      return zip(episodes, keys(.offer)).filter { $0.1 == wanted }.map(\.0)
    case .isBack(let isBack):
      return episodes.filter { analysis.cameBack(Int($0), within: window) == isBack }
    }
  }

  private func kept(_ column: Column, _ comparator: Comparator, _ bound: Double) -> [Int32] {
    guard let unit = column.unit else { return [] }
    let keys = keys(column)
    var kept: [Int32] = []
    for place in keys.indices
    where keys[place] != People.missing && comparator.holds(Double(keys[place]) / unit, bound) {
      kept.append(episodes[place])
    }
    return kept
  }

  /// Segments, channels and ids are looked through once a word: rows only ask what was found.
  private func kept(_ word: String, isExcluded: Bool) -> [Int32] {
    let wanted = Array(word.lowercased().utf8)
    let all = analysis.episodes
    let window = analysis.definitions.window
    let isId = analysis.cohort.customers.contain(lowercased: wanted)
    let isSegment = analysis.cohort.segments.words.contain(lowercased: wanted)
    let isChannel = analysis.cohort.channels.words.contain(lowercased: wanted)
    let isAnyChannel = isChannel.contains(true)
    return episodes.kept { [analysis] row in
      let episode = Int(row)
      let isFound =
        isSegment[Int(all.segment[episode])] || isChannel[Int(all.firstChannel[episode])]
        || isId[Int(all.customer[episode])]
        || isAnyChannel && analysis.cameBack(episode, within: window)
          && isChannel[Int(analysis.creditedChannel(episode))]
      return isFound != isExcluded
    }
  }
}

extension Array where Element: Sendable {
  /// The elements that meet a condition, looked at on all cores: with every letter that is typed all rows of
  /// a list are.
  func kept(_ isKept: @Sendable (Element) -> Bool) -> [Element] {
    let stretches = (0..<count).stretches
    return parallelMap(stretches.count) { self[stretches[$0]].filter(isKept) }.flatMap(\.self)
  }
}

extension People.Column {
  /// What the keys of a column of numbers are divided by; nil where a column holds none.
  fileprivate var unit: Double? {
    switch self {
    case .orders, .silent, .day: 1
    case .value, .revenue: Double(Amount.scale)
    case .customer, .segment, .enrolled, .first, .back, .credited, .offer: nil
    }
  }
}
