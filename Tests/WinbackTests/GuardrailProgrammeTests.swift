import Metrics
import Testing

/// Whether the programme runs, learns and is measured: each guardrail tripped, held just at its limit,
/// and not to be told.
struct GuardrailProgrammeTests {
  private static let trials = [
    GuardrailTrial(
      .staleSegment,
      trips:
        "1 of 1 segments enrolled people month after month, then nobody (limit none); gold, 1 lapse "
        + "since.",
      { gold(&$0, months: ["03", "04", "05"]) },
      holds: "0 of 1 segments enrolled people month after month, then nobody (limit none).",
      { gold(&$0, months: ["03", "04", "05", "06"]) },
      lacks: "Cannot tell: needs 3 months of enrolments in a row.",
      { gold(&$0, months: ["03", "05"]) }),
    GuardrailTrial(
      .silentTrigger,
      trips:
        "1 of 1 regular campaigns fell silent while lapses went on (limit none); auto, 1 lapse since.",
      { trigger(&$0, last: "2026-06-16") },
      holds: "0 of 1 regular campaigns fell silent while lapses went on (limit none).",
      { trigger(&$0, last: "2026-06-17") },
      lacks: "Cannot tell: needs the column campaign in touches.",
      {
        trigger(&$0, last: "2026-06-16")
        $0.lose(column: "campaign", of: "touches")
      }),
    GuardrailTrial(
      .coverage,
      trips:
        "2 of 5 who lapsed one to four months ago were enrolled within 30 days (40 %, at least 50 %, "
        + "low n).",
      { cover(&$0, 2, of: 5) },
      holds:
        "2 of 4 who lapsed one to four months ago were enrolled within 30 days (50 %, at least 50 %, "
        + "low n).",
      { cover(&$0, 2, of: 4) },
      lacks: "Cannot tell: nobody lapsed one to four months ago.", { _ in }),
    GuardrailTrial(
      .gapMonth,
      trips: "1 of 3 months with lapses enrolled nobody (limit none); Apr 2026, with 1 lapse.",
      { monthly(&$0, enrolling: ["03", "05"]) },
      holds: "0 of 3 months with lapses enrolled nobody (limit none).",
      { monthly(&$0, enrolling: ["03", "04", "05"]) },
      lacks: "Cannot tell: nobody was ever enrolled.",
      { monthly(&$0, enrolling: []) }),
    GuardrailTrial(
      .noReason, trips: "2 of 10 cancellations give a reason (20 %, at least 30 %, low n).",
      { reasons(&$0, 2) },
      holds: "3 of 10 cancellations give a reason (30 %, at least 30 %, low n).",
      { reasons(&$0, 3) },
      lacks: "Cannot tell: needs the column reason in cancellations.",
      {
        reasons(&$0, 2)
        $0.lose(column: "reason", of: "cancellations")
      }),
    GuardrailTrial(
      .noHoldout, trips: "0 of 1 mature lapses were held out (at least 1).",
      {
        $0.lapse(1...1, lastOrder: "2026-01-01")
        $0.send("p1", "2026-02-10")
      },
      holds: "1 of 2 mature lapses were held out (at least 1).",
      {
        $0.lapse(1...2, lastOrder: "2026-01-01")
        $0.send("p1", "2026-02-10")
        $0.assign("p2", "2026-02-10", "holdout")
      },
      lacks: "Cannot tell: the first held-out window closes on 1 Aug 2026.",
      {
        $0.lapse(1...2)
        $0.send("p1", "2026-06-02")
        $0.assign("p2", "2026-06-02", "holdout")
      }),
    GuardrailTrial(
      .noCost,
      trips:
        "1 of 3 months that enrolled somebody have no spend row (limit none); the last is Apr 2026.",
      { quarter(&$0, paid: ["02", "03"]) },
      holds: "0 of 3 months that enrolled somebody have no spend row (limit none).",
      { quarter(&$0, paid: ["02", "03", "04"]) },
      lacks: "Cannot tell: nobody was enrolled in the months that it looks at.", { $0.lapse(1...1) }
    ),
    GuardrailTrial(
      .stale,
      trips:
        "The newest row of touches is 4 days old, with rows every day as a rule (limit 3 usual gaps).",
      { daily(&$0, through: 26) },
      holds:
        "The newest row of touches is 3 days old, with rows every day as a rule (limit 3 usual gaps).",
      { daily(&$0, through: 27) },
      lacks: "Cannot tell: no table has rows on two days.", { _ in }),
  ]

  @Test(arguments: trials)
  func `a guardrail trips past its limit, holds at it and says what it needs`(
    _ trial: GuardrailTrial
  )
    throws
  {
    try trial.run()
  }

  @Test func `every guardrail has its three folders in one of the tests`() {
    // Those of the other two files, by name; a new guardrail fails here until it has its own.
    let others: [Guardrail] = [
      .blast, .discountFirst, .wrongPath, .tooSoon, .tooLong, .oneAndDone, .afterReturn, .tooLate,
      .crowded, .active, .wide, .unsubscribed, .neverBought, .cold, .capped, .cartLong, .deadCode,
      .extended, .habit,
    ]
    let own: [Guardrail] = [
      .staleSegment, .silentTrigger, .coverage, .gapMonth, .noReason, .noHoldout, .noCost, .stale,
    ]
    #expect(Set(others + own) == Set(Guardrail.allCases))
  }

  @Test func `a configured limit replaces the default`() throws {
    var book = Book { cover(&$0, 2, of: 5) }
    book.configuration = "[guardrails]\ncoverage = 0.4"
    let finding = try book.analysed().finding(.coverage)
    #expect(finding.verdict == .held)
    #expect(finding.limitWords == "at least 40 %")
  }

  @Test func `who came back within thirty quiet days was not to be written to`() throws {
    let book = Book {
      $0.lapse(1...2)
      $0.cancel("p1", "2026-04-10")
      $0.order("p1", "2026-05-09")
      $0.cancel("p2", "2026-04-10")
      $0.send("p2", "2026-06-09")
    }
    // p2 could be written to from 10 May on, and was within thirty days of it.
    #expect(try book.analysed().finding(.coverage).measure == .share(Proportion(1, of: 1)))
  }

  @Test func `held-out people of this month whose window has closed are a holdout`() throws {
    let book = Book {
      $0.lapse(1...3, lastOrder: "2026-03-01")
      $0.send("p1", "2026-05-01")
      $0.assign("p2", "2026-05-01", "holdout")
      $0.assign("p3", "2026-05-20", "holdout")
    }
    // 1 May and 60 days are 30 June: closed, though May as a whole is not.
    #expect(try book.analysed().finding(.noHoldout).measure == .count(1, of: 2))
  }

  @Test func `a trigger that has always sent rarely is silent for three times its gap`() throws {
    func finding(last: String) throws -> GuardrailFinding {
      try Book {
        $0.lapse(1...1, lastOrder: "2026-01-01")
        for month in ["03", "04", "05"] {
          for day in ["01", "11", "21"] {
            for _ in 1...8 { $0.send("p1", "2026-\(month)-\(day)", campaign: "auto") }
          }
        }
        $0.send("p1", last, campaign: "auto")
        $0.order("late", "2026-05-20")
      }.analysed().finding(.silentTrigger)
    }
    // Every tenth day, so that a month without a send is the least that tells.
    #expect(try finding(last: "2026-05-31").verdict == .tripped)
    #expect(try finding(last: "2026-06-01").verdict == .held)
  }
}

/// A gold customer enrolled on the tenth of each month; another lapses on 10 June.
private func gold(_ book: inout Book, months: [String]) {
  for month in months {
    book.order("m\(month)", "2026-01-05")
    book.send("m\(month)", "2026-\(month)-10", segment: "gold")
  }
  book.order("late", "2026-05-10")
  book.list("late", segment: "gold")
}

/// Twenty sends on twenty days of March, April and May, and a last one; somebody lapses on 20 June.
private func trigger(_ book: inout Book, last: String) {
  book.lapse(1...1, lastOrder: "2026-01-01")
  for month in ["03", "04", "05"] {
    for day in 11...30 { book.send("p1", "2026-\(month)-\(day)", campaign: "auto") }
  }
  book.send("p1", last, campaign: "auto")
  book.order("late", "2026-05-20")
}

private func cover(_ book: inout Book, _ covered: Int, of count: Int) {
  book.lapse(1...count)
  for number in 1...count {
    book.send("p\(number)", number <= covered ? "2026-06-01" : "2026-06-02")
  }
}

/// Somebody lapses in March, April and May each; those of some months are enrolled in their month.
private func monthly(_ book: inout Book, enrolling: Set<String>) {
  for (month, order) in [("03", "2026-02-01"), ("04", "2026-03-05"), ("05", "2026-04-05")] {
    book.order("m\(month)", order)
    if enrolling.contains(month) { book.send("m\(month)", "2026-\(month)-20") }
  }
}

private func reasons(_ book: inout Book, _ known: Int) {
  book.lapse(1...10)
  for number in 1...10 {
    book.cancel(
      "p\(number)", "2026-04-20", number <= known ? "price" : number == 10 ? "Unknown" : "")
  }
  // A failed payment has no reason and needs none; an old cancellation is past.
  book.cancel("p1", "2026-04-21", isVoluntary: false)
  book.cancel("p2", "2026-04-01")
}

private func quarter(_ book: inout Book, paid: [String]) {
  book.lapse(1...3, lastOrder: "2026-01-01")
  for (number, month) in zip(1...3, ["02", "03", "04"]) {
    book.send("p\(number)", "2026-\(month)-10")
  }
  for month in paid { book.spend("2026-\(month)", 100) }
}

private func daily(_ book: inout Book, through last: Int) {
  for day in 1...last { book.send("anchor", "2026-06-\(day < 10 ? "0" : "")\(day)") }
}
