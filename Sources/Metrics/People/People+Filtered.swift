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

  /// Segments and channels are looked through once a word, ids once a row.
  private func kept(_ word: String, isExcluded: Bool) -> [Int32] {
    let wanted = Array(word.lowercased().utf8)
    let (all, ids) = (analysis.episodes, analysis.cohort.customers)
    let window = analysis.definitions.window
    let isSegment = analysis.cohort.segments.words.contain(wanted)
    let isChannel = analysis.cohort.channels.words.contain(wanted)
    return episodes.kept { [analysis] row in
      let episode = Int(row)
      let isFound =
        isSegment[Int(all.segment[episode])] || isChannel[Int(all.firstChannel[episode])]
        || analysis.cameBack(episode, within: window)
          && isChannel[Int(analysis.creditedChannel(episode))]
        || ids.utf8(all.customer[episode]).contains(lowercased: wanted)
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

extension Vocabulary {
  /// Which texts contain a word that is in lower case, by code.
  func contain(_ word: [UInt8]) -> [Bool] {
    (0..<Int32(count)).map { utf8($0).contains(lowercased: word) }
  }
}

extension ArraySlice<UInt8> {
  /// Whether the text contains a word that is in lower case.
  func contains(lowercased word: [UInt8]) -> Bool {
    if let found = span.contains(lowercased: word.span) { return found }
    let text = Array(String(decoding: self, as: UTF8.self).lowercased().utf8)
    return text.indices.contains { text[$0...].starts(with: word) }
  }
}

extension Span<UInt8> {
  /// Whether a word that is in lower case stands in a text of ASCII; nil for any other text.
  fileprivate func contains(lowercased word: Span<UInt8>) -> Bool? {
    var isFound = word.isEmpty
    for start in indices {
      if self[start] >= 0x80 { return nil }
      if isFound || count - start < word.count { continue }
      var length = 0
      while length < word.count, lowercased(self[start + length]) == word[length] { length += 1 }
      isFound = length == word.count
    }
    return isFound
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
