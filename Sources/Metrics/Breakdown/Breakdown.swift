import Tables

/// What episodes are told apart by.
package enum Dimension: String, CaseIterable, Sendable {
  case segment, frequency, recency, reason
  case firstChannel = "first_channel"
  case tenure, value

  /// Whether the rows have an order of their own.
  var isOrdered: Bool {
    switch self {
    case .frequency, .recency, .tenure, .value: true
    case .segment, .reason, .firstChannel: false
    }
  }
}

/// One table of rates: all episodes of some months, told apart by one thing.
package struct Breakdown: Equatable, Sendable {
  /// The episodes with one value of the dimension.
  package struct Row: Equatable, Sendable {
    /// The value, as the files have it.
    package var name: String
    /// The row's place where the dimension has an order of its own, such as that of days; else 0.
    package var place: Int
    /// Episodes, mature or not.
    package var enrolled: Int
    /// Within 30, 60 and 90 days, each over the episodes mature for it.
    package var rate30: Proportion
    /// Within 60 days.
    package var rate60: Proportion
    /// Within 90 days.
    package var rate90: Proportion
    /// Within the breakdown's window.
    package var rate: Proportion
    /// Benjamini-Hochberg's q of the row against the rest; nil where an expected count is under 5.
    package var qValue: Double?
    /// The row against all others together; nil where there is nothing fair to compare with.
    package var againstRest: Comparison?

    /// Who is counted in the rate within the window, and who is too young for it.
    package var population: Population {
      Population(counted: rate.n, excluded: [(.immature, enrolled - rate.n)])
    }

    /// Whether it differs from the rest beyond chance.
    package var isStandout: Bool { qValue.map { $0 < 0.05 } ?? false }

    /// Whether that can be said of it: it differs, and clearly, from those it may be compared with.
    package var isTold: Bool { isStandout && againstRest?.verdict == .clear }

    /// The first channel of people whom nobody wrote to.
    package static let nobodyWrote = "(none)"
  }

  /// What the episodes are told apart by.
  package let dimension: Dimension
  /// Days in which a return counts where rows are compared.
  package let window: Int
  /// The rows, in the order of their names' bytes.
  package private(set) var rows: [Row]

  /// Rows that are yet to be compared.
  fileprivate init(_ dimension: Dimension, window: Int, rows: [Row]) {
    self.dimension = dimension
    self.window = window
    self.rows = rows
    compareWithRest()
  }

  /// The same with rows that are compared within 30, 60 or 90 days, or as they are; nil within others, of which
  /// the rows do not tell.
  package func within(_ days: Int) -> Breakdown? {
    if days == window { return self }
    let rows = rows.compactMap { $0.uncompared(within: days) }
    return rows.count == self.rows.count ? Breakdown(dimension, window: days, rows: rows) : nil
  }

  private mutating func compareWithRest() {
    let total = rows.reduce(Proportion(0, of: 0)) { $0 + $1.rate }
    func rest(_ row: Row) -> Proportion {
      Proportion(total.x - row.rate.x, of: total.n - row.rate.n)
    }
    let tests = rows.map { pooledTest($0.rate, rest($0)) }
    let tested = tests.indices.filter { tests[$0] != nil }
    for (index, q) in zip(tested, benjaminiHochberg(tests.compactMap { $0 })) {
      rows[index].qValue = q
    }
    // People who came back before anyone wrote are winners by construction: they are compared with
    // nobody, and nobody with them.
    let isFair = rows.map { dimension != .firstChannel || $0.name != Row.nobodyWrote }
    let fair = zip(rows, isFair).filter(\.1).reduce(Proportion(0, of: 0)) { $0 + $1.0.rate }
    for index in rows.indices where isFair[index] {
      let own = rows[index].rate
      rows[index].againstRest = Comparison(
        own, with: Proportion(fair.x - own.x, of: fair.n - own.n))
    }
  }
}

extension Breakdown.Row {
  /// The same, yet to be compared by another of its rates.
  fileprivate func uncompared(within days: Int) -> Self? {
    guard let rate = [30: rate30, 60: rate60, 90: rate90][days] else { return nil }
    return Self(
      name: name, place: place, enrolled: enrolled, rate30: rate30, rate60: rate60, rate90: rate90,
      rate: rate)
  }
}

extension Analysis {
  /// The breakdowns of some enrolled episodes; their rows are in the order of their names' bytes.
  func breakdowns(_ episodes: [Int]) -> [Breakdown] {
    let windows = Windows([30, 60, 90, definitions.window])
    let outcomes = episodes.map { outcome($0, within: windows) }
    return Dimension.allCases.map { dimension in
      let key = BreakdownKey(self, episodes, dimension)
      var counts = GroupCounts(windows, groups: key.names.count)
      for (outcome, group) in zip(outcomes, key.groups) { counts.add(outcome, to: group) }
      return breakdown(dimension, key.names, counts)
    }
  }

  private func breakdown(
    _ dimension: Dimension, _ names: [String], _ counts: GroupCounts
  ) -> Breakdown {
    let enrolled = counts.groups.map(counts.enrolled)
    let order = counts.groups.filter { enrolled[$0] > 0 }
      .sorted { Array(names[$0].utf8).precedes(Array(names[$1].utf8)) }
    let rows = order.map { group in
      let rates = counts.rates(group)
      return Breakdown.Row(
        name: names[group], place: dimension.isOrdered ? group : 0, enrolled: enrolled[group],
        rate30: rates[0], rate60: rates[1], rate90: rates[2], rate: rates[3])
    }
    return Breakdown(dimension, window: definitions.window, rows: rows)
  }
}
