/// A number with its kind, so that each output can write it in its own way.
package enum Quantity: Equatable, Sendable {
  /// Of one.
  case share(Double)
  /// A difference of shares.
  case points(Double)
  case ratio(Double)
  /// Return on cost as a share of one.
  case growth(Double)
  /// In units of the currency.
  case money(Double)
  case days(Double)
  case count(Int)

  /// The plain number.
  package var number: Double {
    switch self {
    case .share(let number), .points(let number), .ratio(let number), .growth(let number),
      .money(let number), .days(let number):
      number
    case .count(let number): Double(number)
    }
  }
}

/// One line of the scorecard, ready to be laid out: what every screen and format shows of it.
package struct ScorecardLine: Equatable, Sendable {
  /// The line's key in the JSON report.
  package var key: String
  /// The line's name on a screen.
  package var title: String
  /// The months that it is taken over; nil where there is no number to take.
  package var span: MonthSpan?
  /// The number, or why there is none.
  package var figure: Figure<Quantity>
  /// 95 % of the number, in its own unit.
  package var interval: Interval?
  /// The people or returns that make up the number.
  package var x: Int?
  /// The people or returns that it is taken over.
  package var n: Int?
  /// The number one period earlier.
  package var previous: Quantity?
  /// How good it is; nil where it has no band or is too small.
  package var status: Status?
  /// What else the line must say.
  package var note: String?
  /// Who is counted and who is not.
  package var population: Population?
  /// Too few for a claim or a status.
  package var isLow: Bool

  init(
    _ key: String, _ title: String, _ span: MonthSpan?, _ figure: Figure<Quantity>,
    interval: Interval? = nil, x: Int? = nil, n: Int? = nil, previous: Quantity? = nil,
    status: Status? = nil, note: String? = nil,
    population: Population? = nil
  ) {
    self.key = key
    self.title = title
    self.span = span
    self.figure = figure
    self.interval = interval
    self.x = x
    self.n = n
    self.previous = previous
    self.status = status
    self.note = note
    self.population = population
    isLow = n.map { $0 < 30 || x.map { $0 < 5 } ?? false } ?? false
  }
}

extension [ScorecardLine] {
  /// The titles of the lines without a number by the reason, in the order in which reasons first occur.
  package var missing: [(reason: Missing, titles: [String])] {
    var reasons: [Missing] = []
    var titles: [Missing: [String]] = [:]
    for line in self {
      guard let missing = line.figure.missing else { continue }
      if titles[missing] == nil { reasons.append(missing) }
      titles[missing, default: []].append(line.title)
    }
    return reasons.map { ($0, titles[$0] ?? []) }
  }
}
