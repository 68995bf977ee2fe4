import Tables

extension EpisodeFinder {
  /// Finds the episodes of all customers, stretches of them on all cores.
  static func all(
    _ history: History, definitions: Definitions, asOf: Day, purchases: Purchases,
    lapsedAfter: Double?
  ) -> (episodes: Episodes, outsideTouches: Outside, outsideAssignments: Outside) {
    let count = history.cohort.customers.count
    let stretches = (0..<count).stretches(32)
    let finder = EpisodeFinder(
      history, definitions: definitions, asOf: asOf, purchases: purchases, lapsedAfter: lapsedAfter)
    let none = (episodes: Episodes(), outsideTouches: Outside(), outsideAssignments: Outside())
    return parallelGather(stretches.count, into: none) {
      finder.find(stretches[$0])
    } adding: { all, part in
      // The others are about as long; what is not needed of memory is never touched.
      if all.episodes.count == 0 {
        all.episodes.reserve(part.episodes.count * stretches.count * 5 / 4)
      }
      all.episodes.append(part.episodes)
      all.outsideTouches.add(part.outsideTouches)
      all.outsideAssignments.add(part.outsideAssignments)
    }
  }
}
