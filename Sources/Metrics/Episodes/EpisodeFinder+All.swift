import Tables

extension EpisodeFinder {
  /// Finds the episodes of all customers, stretches of them on all cores.
  static func all(
    _ history: History, definitions: Definitions, asOf: Day, purchases: Purchases,
    lapsedAfter: Double?
  ) -> Found {
    let count = history.cohort.customers.count
    let stretches = (0..<count).stretches
    let finder = EpisodeFinder(
      history, definitions: definitions, asOf: asOf, purchases: purchases, lapsedAfter: lapsedAfter)
    var parts = parallelMap(stretches.count) { finder.find(stretches[$0]) }
    var all = Found()
    all.episodes.reserve(parts.reduce(0) { $0 + $1.episodes.count })
    parts.drainReturningMemory { part in
      all.episodes.append(part.episodes)
      all.outsideTouches.add(part.outsideTouches)
      all.outsideAssignments.add(part.outsideAssignments)
    }
    return all
  }
}
