import Metrics
import Testing

/// Whom messages go to: each guardrail tripped, held just at its limit, and not to be told.
struct GuardrailAudienceTests {
  private static let trials = [
    GuardrailTrial(
      .active,
      trips:
        "2 of 20 sends went to buyers who had not lapsed (10.0 %, limit 5 %, low n); most by hello, "
        + "2 of 20.",
      { sends(&$0, of: 20) { book in book.buyers(2, "2026-06-01") } },
      holds: "1 of 20 sends went to buyers who had not lapsed (5.0 %, limit 5 %, low n).",
      { sends(&$0, of: 20) { book in book.buyers(1, "2026-06-01") } },
      lacks: "Cannot tell: needs a file of touches.", { $0.lose("touches") }),
    GuardrailTrial(
      .wide,
      trips:
        "2 of 5 advertisements were shown over 90 days after the last purchase (40 %, limit 20 %, "
        + "low n); most by ads, 2 of 5.",
      { advertise(&$0, late: 2) },
      holds:
        "1 of 5 advertisements were shown over 90 days after the last purchase (20 %, limit 20 %, "
        + "low n).",
      { advertise(&$0, late: 1) },
      lacks: "Cannot tell: nothing was shown by the channel retargeting in the last 90 days.",
      { $0.lapse(1...1) }),
    GuardrailTrial(
      .unsubscribed,
      trips:
        "2 of 4 sends went to people who had unsubscribed (limit none); most by hello, 2 of 4.",
      {
        $0.lapse(1...3)
        $0.list("p1", unsubscribed: "2026-05-09")
        $0.send("p2", "2026-05-05", event: "unsubscribed")
        for number in 1...3 { $0.send("p\(number)", "2026-05-10") }
        $0.send("p2", "2026-05-10", by: "sms")
      },
      holds: "0 of 2 sends went to people who had unsubscribed (limit none).",
      {
        // On the day itself, and on another channel than the one that was left.
        $0.lapse(1...2)
        $0.list("p1", unsubscribed: "2026-05-10")
        $0.send("p1", "2026-05-10")
        $0.send("p2", "2026-05-05", event: "unsubscribed")
        $0.send("p2", "2026-05-10", by: "sms")
      },
      lacks: "Cannot tell: nothing was sent in the last 90 days.", { $0.lapse(1...1) }),
    GuardrailTrial(
      .neverBought,
      trips:
        "2 of 100 sends went to people without a purchase (2.0 %, limit 1 %); most by hello, 2 of "
        + "100.",
      {
        sends(&$0, of: 100) { book in for number in 1...2 { book.send("n\(number)", "2026-05-10") }
        }
      },
      holds: "1 of 100 sends went to people without a purchase (1.0 %, limit 1 %).",
      { sends(&$0, of: 100) { book in book.send("n1", "2026-05-10") } },
      lacks: "Cannot tell: needs a file of touches.", { $0.lose("touches") }),
    GuardrailTrial(
      .cold,
      trips:
        "2 of 100 sends went to people whose last purchase was over 18 months ago (2.0 %, limit 1 %); "
        + "most by hello, 2 of 100.",
      { sends(&$0, of: 100) { book in book.longGone(2) } },
      holds:
        "1 of 100 sends went to people whose last purchase was over 18 months ago (1.0 %, limit 1 %).",
      {
        sends(&$0, of: 100) { book in
          book.longGone(1)
          // Eighteen months to the day are not over eighteen months.
          book.order("edge", "2024-12-15")
          book.send("edge", "2026-06-15")
        }
      },
      lacks: "Cannot tell: nothing was sent in the last 90 days.", { $0.lapse(1...1) }),
    GuardrailTrial(
      .capped,
      trips:
        "2 of 20 people were shown more than three advertisements in 7 days (10.0 %, limit 5 %, low "
        + "n); most by ads, 2 of 20.",
      { cap(&$0, over: 2) },
      holds:
        "1 of 20 people were shown more than three advertisements in 7 days (5.0 %, limit 5 %, low "
        + "n).",
      {
        cap(&$0, over: 1)
        // The fourth on the eighth day, clicks on the first, and deliveries of what was sent.
        for day in ["12", "14", "17"] {
          $0.send("p9", "2026-05-\(day)", by: "retargeting", campaign: "ads")
        }
        for _ in 1...5 {
          $0.send("p10", "2026-05-11", by: "retargeting", campaign: "ads", event: "clicked")
        }
      },
      lacks: "Cannot tell: needs a file of touches.", { $0.lose("touches") }),
    GuardrailTrial(
      .cartLong,
      trips:
        "2 of 100 cart messages were past three, or past 72 hours (2.0 %, limit 1 %); most by cart, 2 "
        + "of 100.",
      { carts(&$0, late: 2) },
      holds: "1 of 100 cart messages were past three, or past 72 hours (1.0 %, limit 1 %).",
      { carts(&$0, late: 1) },
      lacks: "Cannot tell: needs a file of carts.",
      {
        carts(&$0, late: 2)
        $0.lose("carts")
      }),
    GuardrailTrial(
      .deadCode,
      trips:
        "1 of 1 codes on 100 sends or more stand on no order since (limit none); gone, on 100 sends.",
      { codes(&$0) },
      holds: "0 of 1 codes on 100 sends or more stand on no order since (limit none).",
      {
        codes(&$0)
        $0.order("p1", "2026-05-11T12:00:00", discount: 5, code: "Gone")
      },
      lacks: "Cannot tell: needs the column discount_code in orders.",
      {
        codes(&$0)
        $0.lose(column: "discount_code", of: "orders")
      }),
    GuardrailTrial(
      .extended,
      trips:
        "2 of 4 sends and orders carried a code after its last day (limit none); most by hello, 1.",
      { dated(&$0, late: "2026-06-01") },
      holds: "0 of 4 sends and orders carried a code after its last day (limit none).",
      { dated(&$0, late: "2026-05-31") },
      lacks: "Cannot tell: needs [offers.expires] in winback.toml.",
      {
        dated(&$0, late: "2026-06-01")
        $0.configuration = ""
      }),
    GuardrailTrial(
      .habit,
      trips: "4 of 5 returns used a discount (80 %, limit 60 %, low n); most by email, 4 of 5.",
      { discounts(&$0, 4) },
      holds: "3 of 5 returns used a discount (60 %, limit 60 %, low n).", { discounts(&$0, 3) },
      lacks: "Cannot tell: needs the column discount_code in orders.",
      {
        discounts(&$0, 4)
        $0.lose(column: "discount,discount_code", of: "orders")
      }),
  ]

  @Test(arguments: trials)
  func `a guardrail trips past its limit, holds at it and says what it needs`(
    _ trial: GuardrailTrial
  )
    throws
  {
    try trial.run()
  }

  @Test func `the fourth message about a cart is one too many, and a new cart counts anew`() throws
  {
    let book = Book {
      $0.configuration = "[campaigns]\ncart = [\"cart\"]"
      $0.cart("c1", "2026-06-10T10:00:00")
      for hour in 11...14 { $0.send("c1", "2026-06-10T\(hour):00:00", campaign: "cart") }
      $0.cart("c1", "2026-06-20T10:00:00")
      for hour in 11...13 { $0.send("c1", "2026-06-20T\(hour):00:00", campaign: "cart") }
    }
    #expect(try book.analysed().finding(.cartLong).measure == .share(Proportion(1, of: 7)))
  }

  @Test func `what was delivered was sent where a campaign logs no sending`() throws {
    let book = Book {
      $0.lapse(1...2)
      $0.send("n1", "2026-05-10", campaign: "logged", event: "sent")
      $0.send("n1", "2026-05-10", campaign: "logged", event: "delivered")
      $0.send("n2", "2026-05-10", campaign: "unlogged", event: "delivered")
      $0.send("n2", "2026-05-10", campaign: "unlogged", event: "opened")
    }
    #expect(try book.analysed().finding(.neverBought).measure == .share(Proportion(2, of: 2)))
  }

  @Test func `newsletters and cart messages go to people who have not lapsed, and are no win-back`()
    throws
  {
    let book = Book {
      $0.configuration = "[campaigns]\nnewsletter = [\"news\"]\ncart = [\"cart\"]"
      $0.order("b1", "2026-06-01")
      $0.send("b1", "2026-06-10", campaign: "news")
      $0.send("b1", "2026-06-11", campaign: "Cart")
      $0.send("b1", "2026-06-12", campaign: "hello")
    }
    #expect(try book.analysed().finding(.active).measure == .share(Proportion(1, of: 1)))
  }

  @Test func `a code on ninety-nine sends is not looked at`() throws {
    let finding = try Book { codes(&$0, sends: 99) }.analysed().finding(.deadCode)
    #expect(finding.sentence == "Cannot tell: no code is on 100 sends of the last 90 days.")
  }
}

/// So many sends in all: what is filled in, and the others to people who lapsed.
private func sends(_ book: inout Book, of count: Int, _ fill: (inout Book) -> Void) {
  fill(&book)
  let missing = count - book.sendCount
  book.lapse(1...missing)
  for number in 1...missing { book.send("p\(number)", "2026-05-10") }
}

extension Book {
  /// People who ordered on a day and were sent something nine days later.
  fileprivate mutating func buyers(_ count: Int, _ day: String) {
    for number in 1...count {
      order("b\(number)", day)
      send("b\(number)", "2026-06-10")
    }
  }

  /// People whose last order was eighteen months and a day before they were sent something.
  fileprivate mutating func longGone(_ count: Int) {
    for number in 1...count {
      order("g\(number)", "2024-12-14")
      send("g\(number)", "2026-06-15")
    }
  }
}

private func advertise(_ book: inout Book, late: Int) {
  book.lapse(1...5, lastOrder: "2026-03-01")
  for number in 1...5 {
    book.send(
      "p\(number)", number <= late ? "2026-05-31" : "2026-05-30", by: "retargeting", campaign: "ads"
    )
  }
}

private func cap(_ book: inout Book, over: Int) {
  book.lapse(1...20)
  for number in 1...20 {
    book.send("p\(number)", "2026-05-10", by: "retargeting", campaign: "ads")
    if number > over { continue }
    for day in ["12", "14", "16"] {
      book.send("p\(number)", "2026-05-\(day)", by: "retargeting", campaign: "ads")
    }
  }
}

private func carts(_ book: inout Book, late: Int) {
  book.configuration = "[campaigns]\ncart = [\"Cart\"]"
  for number in 1...100 {
    book.cart("c\(number)", "2026-06-10T10:00:00")
    book.send(
      "c\(number)", "2026-06-13T10:00:0\(number <= late ? 1 : 0)", campaign: "cart")
  }
}

private func codes(_ book: inout Book, sends: Int = 100) {
  book.lapse(1...sends)
  // An order of before the first send redeemed something else.
  book.order("old", "2026-03-01", discount: 5, code: "gone")
  for number in 1...sends { book.send("p\(number)", "2026-05-10", offer: "GONE") }
}

private func dated(_ book: inout Book, late: String) {
  book.configuration = "[offers.expires]\nSAVE = 2026-05-31"
  book.lapse(1...2)
  book.send("p1", "2026-05-10", offer: "SAVE")
  book.send("p2", late, offer: "save")
  book.order("p1", "2026-05-12", discount: 5, code: "SAVE")
  book.order("p2", late, discount: 5, code: "SAVE")
}

private func discounts(_ book: inout Book, _ count: Int) {
  book.lapse(1...5, lastOrder: "2026-01-01")
  for number in 1...5 {
    book.send("p\(number)", "2026-02-10")
    book.order("p\(number)", "2026-02-11", discount: number <= count ? 5 : 0)
  }
}
