import Metrics
import Testing

/// What and when people are sent: each guardrail tripped, held just at its limit, and not to be told.
struct GuardrailSequenceTests {
  private static let trials = [
    GuardrailTrial(
      .blast,
      trips: "9 of 10 enrolled lapses were sent one campaign (90 %, limit 80 %, low n); that is "
        + "hello.",
      { blast(&$0, of: 9) },
      holds: "8 of 10 enrolled lapses were sent one campaign (80 %, limit 80 %, low n).",
      { blast(&$0, of: 8) },
      lacks: "Cannot tell: needs the column campaign in touches.",
      {
        blast(&$0, of: 9)
        $0.lose(column: "campaign", of: "touches")
      }),
    GuardrailTrial(
      .discountFirst,
      trips:
        "3 of 20 lapses got an offer in the first message (15.0 %, limit 10 %, low n); most by "
        + "hello, 3 of 20.",
      { offers(&$0, 3) },
      holds: "2 of 20 lapses got an offer in the first message (10.0 %, limit 10 %, low n).",
      { offers(&$0, 2) },
      lacks: "Cannot tell: needs the column offer in touches.",
      {
        offers(&$0, 3)
        $0.lose(column: "offer", of: "touches")
      }),
    GuardrailTrial(
      .wrongPath,
      trips:
        "3 of 5 lapses over price did not get what the reason calls for (60 %, limit 50 %, low n).",
      { paths(&$0, of: 5, wrong: 3) },
      holds:
        "2 of 4 lapses over price did not get what the reason calls for (50 %, limit 50 %, low n).",
      { paths(&$0, of: 4, wrong: 2) },
      lacks: "Cannot tell: needs the column reason in cancellations.",
      {
        paths(&$0, of: 5, wrong: 3)
        $0.lose(column: "reason", of: "cancellations")
      }),
    GuardrailTrial(
      .tooSoon,
      trips:
        "2 of 20 who cancelled were sent something within 30 days (10.0 %, limit 5 %, low n); most "
        + "by hello, 2 of 20.",
      { cancellers(&$0, early: 2) },
      holds: "1 of 20 who cancelled were sent something within 30 days (5.0 %, limit 5 %, low n).",
      { cancellers(&$0, early: 1) },
      lacks: "Cannot tell: needs a file of cancellations.",
      {
        cancellers(&$0, early: 2)
        $0.lose("cancellations")
      }),
    GuardrailTrial(
      .tooLong,
      trips:
        "2 of 20 lapses were sent more than five messages, or one past day 45 (10.0 %, limit 5 %, "
        + "low n); most by hello, 2.",
      {
        $0.lapse(1...20)
        for number in 1...20 { $0.send("p\(number)", "2026-05-05") }
        for day in 6...10 { $0.send("p1", "2026-05-0\(day % 10)".replacing("00", with: "10")) }
        $0.send("p2", "2026-06-20")
      },
      holds:
        "1 of 20 lapses were sent more than five messages, or one past day 45 (5.0 %, limit 5 %, "
        + "low n).",
      {
        $0.configuration = "[campaigns]\nnewsletter = [\"news\"]"
        $0.lapse(1...20)
        for number in 1...20 { $0.send("p\(number)", "2026-05-05") }
        // The fifth send, day 45 itself and a newsletter later are no fault; a sixth send is.
        for day in ["06", "07", "08", "09"] { $0.send("p1", "2026-05-\(day)") }
        $0.send("p2", "2026-06-19")
        $0.send("p3", "2026-06-20", campaign: "news")
        for day in ["06", "07", "08", "09", "10"] { $0.send("p4", "2026-05-\(day)") }
      },
      lacks: "Cannot tell: needs a file of touches.", { $0.lose("touches") }),
    GuardrailTrial(
      .oneAndDone,
      trips:
        "3 of 5 who are still lapsed were sent one message (60 %, limit 50 %, low n); most by hello, "
        + "3 of 5.",
      { single(&$0, of: 5, once: 3) },
      holds: "2 of 4 who are still lapsed were sent one message (50 %, limit 50 %, low n).",
      { single(&$0, of: 4, once: 2) },
      lacks:
        "Cannot tell: nobody of the months that it looks at was sent anything and is still lapsed.",
      { $0.lapse(1...2) }),
    GuardrailTrial(
      .afterReturn,
      trips:
        "1 of 50 returns were followed by a message of their campaign within 30 days (2.0 %, limit "
        + "1 %); most by hello, 1.",
      { returns(&$0, of: 50, followed: 1) },
      holds:
        "1 of 100 returns were followed by a message of their campaign within 30 days (1.0 %, limit "
        + "1 %).",
      { returns(&$0, of: 100, followed: 1) },
      lacks: "Cannot tell: nobody came back in the time that it looks at.", { $0.lapse(1...2) }),
    GuardrailTrial(
      .tooLate,
      trips:
        "Half of 3 lapses waited 31 days or longer for the first message (limit 30 days, low n).",
      {
        $0.lapse(1...3)
        for number in 1...3 { $0.send("p\(number)", "2026-06-02") }
      },
      holds:
        "Half of 3 lapses waited 30 days or longer for the first message (limit 30 days, low n).",
      {
        $0.lapse(1...2)
        for number in 1...2 { $0.send("p\(number)", "2026-06-01") }
        // After a cancellation the clock starts on day 30: 29 May, and 30 days later is the 28th of June.
        $0.lapse(3...3)
        $0.cancel("p3", "2026-04-29")
        $0.send("p3", "2026-06-28")
      },
      lacks: "Cannot tell: needs a file of touches.",
      {
        $0.lose("touches")
        $0.lose("assignments")
      }),
    GuardrailTrial(
      .crowded,
      trips:
        "2 of 20 lapses were sent two campaigns within 7 days (10.0 %, limit 5 %, low n); most by "
        + "other, 2.",
      { crowd(&$0, near: 2) },
      holds: "1 of 20 lapses were sent two campaigns within 7 days (5.0 %, limit 5 %, low n).",
      {
        crowd(&$0, near: 1)
        $0.send("p9", "2026-05-13", campaign: "other")
      },
      lacks: "Cannot tell: needs the column campaign in touches.",
      { $0.lose(column: "campaign", of: "touches") }),
  ]

  @Test(arguments: trials)
  func `a guardrail trips past its limit, holds at it and says what it needs`(
    _ trial: GuardrailTrial
  )
    throws
  {
    try trial.run()
  }

  @Test func `fewer than three segments of a twentieth are no blast`() throws {
    let book = Book { blast(&$0, of: 9, segments: ["a", "b"]) }
    #expect(
      try book.analysed().finding(.blast).sentence
        == "Cannot tell: there are under three segments of a twentieth to write to.")
  }

  @Test(arguments: [
    (
      "product fit", "[campaigns]\nproduct_news = [\"Roadmap\"]", "roadmap", "email",
      Proportion(0, of: 1)
    ),
    (
      "product fit", "[campaigns]\nproduct_news = [\"Roadmap\"]", "hello", "email",
      Proportion(1, of: 1)
    ),
    ("support friction", "", "hello", "call", Proportion(0, of: 1)),
    ("support friction", "", "hello", "social", Proportion(0, of: 1)),
    ("support friction", "", "hello", "email", Proportion(1, of: 1)),
  ])
  func `each reason calls for its own answer`(
    _ trial: (reason: String, config: String, campaign: String, channel: String, wrong: Proportion)
  ) throws {
    let book = Book {
      $0.configuration = trial.config
      $0.lapse(1...1)
      $0.cancel("p1", "2026-04-20", trial.reason)
      $0.send("p1", "2026-05-25", by: trial.channel, campaign: trial.campaign)
    }
    #expect(try book.analysed().finding(.wrongPath).measure == .share(trial.wrong))
  }
}

/// Ten lapses of some segments, so many of them sent `hello` and the others something else.
private func blast(_ book: inout Book, of count: Int, segments: [String] = ["a", "b", "c"]) {
  book.lapse(1...10)
  for number in 1...10 {
    book.send(
      "p\(number)", "2026-05-10", campaign: number <= count ? "hello" : "other",
      segment: segments[number % segments.count])
  }
}

private func offers(_ book: inout Book, _ count: Int) {
  book.lapse(1...20)
  for number in 1...20 {
    book.send("p\(number)", "2026-05-10", offer: number <= count ? "SAVE" : "")
    // An offer in a later message is none in the first.
    if number == 20 { book.send("p20", "2026-05-20", offer: "SAVE") }
  }
}

private func paths(_ book: inout Book, of count: Int, wrong: Int) {
  book.lapse(1...count)
  for number in 1...count {
    book.cancel("p\(number)", "2026-04-20", "price")
    book.send("p\(number)", "2026-05-25", offer: number <= wrong ? "" : "KEEP")
  }
}

private func cancellers(_ book: inout Book, early: Int) {
  book.lapse(1...20)
  for number in 1...20 {
    book.cancel("p\(number)", "2026-04-20")
    book.send("p\(number)", number <= early ? "2026-05-19" : "2026-05-20")
  }
}

private func single(_ book: inout Book, of count: Int, once: Int) {
  book.lapse(1...count, lastOrder: "2026-01-01")
  for number in 1...count {
    book.send("p\(number)", "2026-02-10")
    if number > once { book.send("p\(number)", "2026-02-20") }
  }
}

private func returns(_ book: inout Book, of count: Int, followed: Int) {
  book.lapse(1...count)
  for number in 1...count {
    book.send("p\(number)", "2026-05-05")
    book.order("p\(number)", "2026-05-06T12:00:00")
    // On day 30 it still counts, on day 31 it does not; another campaign never does.
    if number <= followed { book.send("p\(number)", "2026-06-05") }
    if number == count { book.send("p\(number)", "2026-06-06") }
    if number == count - 1 { book.send("p\(number)", "2026-05-07", campaign: "other") }
  }
}

private func crowd(_ book: inout Book, near: Int) {
  book.lapse(1...20)
  for number in 1...20 {
    book.send("p\(number)", "2026-05-05")
    if number <= near { book.send("p\(number)", "2026-05-12", campaign: "other") }
  }
}
