package import Tables

/// What a guardrail found in the files.
package struct GuardrailFinding: Sendable {
  /// Whether the limit was passed.
  package enum Verdict: Equatable, Sendable {
    case tripped
    case cannotTell(Lack)
    case held
  }

  /// What was measured.
  package enum Measure: Equatable, Sendable {
    case share(Proportion)
    /// So many of so many looked at.
    case count(Int, of: Int)
    /// A median of days over so many.
    case days(Double, of: Int)
    /// Days since the newest row of the table that is furthest behind, and its usual gap in days.
    case age(days: Int, usual: Double)
  }

  /// Where most of it comes from.
  package struct Worst: Equatable, Sendable {
    package var group: Group
    /// As the files have it.
    package var name: String
    package var count: Int
    /// All of the group that was looked at; nil where only what is wrong has a group.
    package var base: Int?
  }

  /// What findings are told apart by.
  package enum Group: String, Hashable, Sendable {
    case campaign, channel, segment, reason, code, table, month
  }

  package var guardrail: Guardrail
  /// In the unit of the guardrail's bound.
  package var limit: Double
  package var verdict: Verdict
  /// Nil where nothing could be measured.
  package var measure: Measure?
  package var worst: Worst?
  /// Who is behind it, in the order in which they were found; a person may stand in several.
  var cases: [Case] = []
  /// How many people are behind it.
  package var people = 0
  /// In units: what the sends behind it cost, what the discounts behind it came to, or what as many
  /// lapsed people bring on average; nil where none of that can be said.
  package var stake: Double?

  /// One thing that is wrong, and whose it is.
  struct Case: Equatable, Sendable {
    var customer: Int32
    var reference: Reference
  }

  /// Whether it is tripped beyond chance: not by so few that as many more could tell another story.
  package var isClear: Bool {
    guard verdict == .tripped, !isLow else { return false }
    guard case .share(let share) = measure, let interval = share.interval else { return true }
    return guardrail.bound == .shareUnder ? interval.high < limit : interval.low > limit
  }

  /// Whether the measure is of too few for a claim.
  package var isLow: Bool {
    switch measure {
    case .share(let share): share.n < 30
    case .days(_, let count): count < 30
    case .count, .age, nil: false
    }
  }
}

/// What a person is on a list for: a row of the columns.
enum Reference: Equatable, Sendable {
  /// A row of the touches.
  case touch(Int32)
  case episode(Int32)
  /// A row of the cancellations.
  case cancellation(Int32)
  /// A row of the orders.
  case order(Int32)
  /// A row of the carts.
  case cart(Int32)
  /// A row of the customer file, for its points.
  case points(Int32)
  /// A row of the customer file, for its trial.
  case trial(Int32)
  /// A row of the customer file, of who never had a trial.
  case free(Int32)

  /// The row of the touches, where it is one.
  var touch: Int32? { if case .touch(let row) = self { row } else { nil } }
}

/// What a question cannot be answered for.
package enum Lack: Equatable, Sendable {
  case table(Table)
  case column(String, Table)
  /// A key of winback.toml.
  case setting(String)
  /// Months of history.
  case months(Int)
  /// People were held out, and the first window closes on a day.
  case closes(Day)
  /// There was nothing of the kind to look at.
  case nothing(Subject)

  /// What guardrails look at.
  package enum Subject: Equatable, Sendable {
    case enrolments, sends, retargeting, returns, cancellations, lapses, quarter, year, ever
    case unmoved
    case cancelledLapses, fewSegments, cartSends, manyCodes,
      datedCodes
    case reasons, segments, campaigns, enrolledMonths, days
  }
}
