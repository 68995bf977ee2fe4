import Dashboard
import Metrics
import Testing

/// Who is on the work list of each tactic, in folders small enough to check by hand. Reports are of
/// 30 June 2026; who ordered on 1 April lapsed on 2 May.
struct WorkListTests {
  @Test func `personal outreach is for regulars whom nobody wrote to in this lapse`() throws {
    let list = try Book {
      $0.regular("rich", spending: 90)
      $0.regular("poor", spending: 10)
      $0.regular("written")
      $0.send("written", "2026-05-10")
      $0.regular("bounced", spending: 20)
      $0.send("bounced", "2026-05-10", event: "bounced")
      $0.lapse(1...1)
      $0.order("back", "2026-02-01")
      $0.order("back", "2026-04-01")
      $0.order("back", "2026-06-20")
    }.analysed()
    // A bounced message touched nobody. One order is no regular, and who is back is not lapsed.
    #expect(try list.ids("personal-outreach") == ["rich", "bounced", "poor"])
  }

  @Test
  func
    `nobody is listed who unsubscribed, was held out, is to be forgotten or may not be written to`()
    throws
  {
    let list = try Book {
      for name in ["fine", "left", "letter", "held", "erased", "quiet", "later"] {
        $0.regular(name)
      }
      $0.list("left", unsubscribed: "2026-06-30")
      $0.send("letter", "2026-03-01", event: "unsubscribed")
      $0.assign("held", "2026-05-10", "holdout")
      $0.list("erased", erased: "2026-06-01")
      $0.cancel("quiet", "2026-06-01")
      // Thirty days after a cancellation one may write; an unsubscribe of tomorrow has not happened.
      $0.cancel("later", "2026-05-31")
      $0.list("later", unsubscribed: "2026-07-01")
      $0.order("cold", "2024-10-01")
      $0.order("cold", "2024-12-29")
    }.analysed()
    #expect(try list.ids("personal-outreach") == ["fine", "later"])
    let play = try list.play(.personalOutreach)
    #expect(play.audience == 2)
    #expect(
      Wording.leftOut(play.leftOut)
        == "Left out: 2 unsubscribed, 1 held out, 1 asked to be forgotten, 1 with the last order over 18 "
        + "months ago and 1 cancelled within 30 days.")
  }

  @Test func `an opt-out in a row that cannot be read is one all the same, and so is a complaint`()
    throws
  {
    let list = try Book {
      for name in ["fine", "slash", "angry"] { $0.regular(name) }
      $0.list("slash", unsubscribed: "31/05/2026")
      $0.send("angry", "2026-03-15", event: "complained")
    }.analysed()
    #expect(try list.ids("recommendations") == ["fine"])
    #expect(
      try Wording.leftOut(list.play(.recommendations).leftOut)
        == "Left out: 1 complained and 1 whose row in the customer file was refused.")
  }

  @Test func `what a list is for is its reason, whatever else the customer file says`() throws {
    let list = try Book {
      $0.list("trial", points: "100", expire: "2020-01-01", trialEnded: "2026-06-01")
    }
    .analysed()
    #expect(try list.reasons("trial-cancelled-90d") == ["trial ended 1 Jun 2026, never bought"])
  }

  @Test func `an opt-out that cannot be read is heeded of who left a cart and never bought`() throws
  {
    let list = try Book {
      $0.order("buyer", "2026-01-01")
      for name in ["fine", "slash"] { $0.cart(name, "2026-06-30T10:00:00") }
      $0.list("slash", unsubscribed: "31/05/2026")
    }.analysed()
    #expect(try list.ids("cart-recovery") == ["fine"])
    #expect(
      try Wording.leftOut(list.play(.cartRecovery).leftOut)
        == "Left out: 1 whose row in the customer file was refused.")
  }

  @Test func `an order that failed leaves the cart open`() throws {
    let book = Book {
      $0.cart("c", "2026-06-30T10:00:00")
      $0.order("c", "2026-06-30T10:30:00", status: "failed")
    }
    #expect(try book.analysed().ids("cart-recovery") == ["c"])
  }

  @Test func `somebody held out before the last order is held out no more`() throws {
    let list = try Book {
      $0.order("p", "2026-01-01")
      $0.assign("p", "2026-02-10", "holdout")
      $0.order("p", "2026-04-01")
    }.analysed()
    #expect(try list.ids("personal-outreach") == ["p"])
  }

  @Test func `retargeting has three lists, and nobody stands on two`() throws {
    let book = Book {
      $0.order("once", "2026-01-01")
      $0.order("older", "2025-12-31")
      $0.regular("twice")
      $0.list("trial", trialEnded: "2026-04-01")
      $0.list("stale", trialEnded: "2026-03-31")
      $0.list("paid", trialEnded: "2026-04-10")
      $0.order("paid", "2026-06-20")
      $0.list("free")
      $0.list("heard")
      $0.send("heard", "2026-05-02", event: "clicked")
      $0.list("ticket")
      $0.ticket("ticket", "2026-05-01T12:00:00")
      $0.list("gone", unsubscribed: "2026-05-01")
    }
    let list = try book.analysed()
    // 180 days from 1 January are 30 June; 90 from 1 April, too; 60 from 1 May.
    #expect(try list.ids("one-time-buyer-180d") == ["once"])
    #expect(try list.ids("trial-cancelled-90d") == ["trial"])
    #expect(try list.ids("free-inactive-60d") == ["free", "ticket"])
    #expect(try list.ids("retargeting") == ["once", "trial", "free", "ticket"])
    #expect(try Wording.leftOut(list.play(.retargeting).leftOut) == "Left out: 1 unsubscribed.")
  }

  @Test func `segments that are configured make up a list of retargeting`() throws {
    let list = try Book {
      $0.configuration =
        "[playbook]\none-time-buyer-180d = [\"once\"]\nfree-inactive-60d = [\"basic\"]"
      $0.regular("named")
      $0.list("named", segment: "once")
      $0.order("unnamed", "2026-04-01")
      $0.list("basic", segment: "basic", trialEnded: "2026-06-01")
      $0.list("other", segment: "pro")
    }.analysed()
    #expect(try list.ids("one-time-buyer-180d") == ["named"])
    #expect(try list.ids("free-inactive-60d") == ["basic"])
  }

  @Test func `loyalty revival lists points that can be used, the first to expire first`() throws {
    let list = try Book {
      $0.lapse(1...6)
      $0.list("p1", points: "100", expire: "2026-08-01")
      $0.list("p2", points: "5", expire: "2026-06-30")
      $0.list("p3", points: "900", expire: "2026-06-29")
      $0.list("p4", points: "70")
      $0.list("p5", points: "0", expire: "2026-08-01")
      $0.list("p6", points: "300", expire: "2026-08-01")
      $0.list("active", points: "40", expire: "2026-07-01")
      $0.order("active", "2026-06-10")
    }.analysed()
    #expect(try list.ids("loyalty-revival") == ["p2", "p6", "p1", "p4"])
    #expect(try list.reasons("loyalty-revival").first == "5 points, expire 30 Jun 2026")
  }

  @Test func `path by reason lists lapses whose reason is known`() throws {
    let list = try Book {
      $0.lapse(1...4)
      $0.cancel("p1", "2026-04-20", "price")
      $0.cancel("p2", "2026-04-20", "unknown")
      $0.cancel("p3", "2026-04-20")
      $0.cancel("p4", "2026-04-20", "price", isVoluntary: false)
    }.analysed()
    #expect(try list.ids("path-by-reason") == ["p1"])
    #expect(
      try list.reasons("path-by-reason") == ["lapsed 20 Apr 2026 over price, nobody wrote yet"])
  }

  @Test func `exit feedback lists those who gave no reason in the last ninety days`() throws {
    let list = try Book {
      $0.lapse(1...5, lastOrder: "2026-03-01")
      $0.cancel("p1", "2026-04-02")
      $0.cancel("p2", "2026-04-01")
      $0.cancel("p3", "2026-06-29", "Unknown")
      $0.cancel("p4", "2026-05-01", "price")
      $0.cancel("p5", "2026-05-01")
      $0.order("p5", "2026-05-20")
      // Who has never bought may be asked as well.
      $0.cancel("n1", "2026-05-01")
    }.analysed()
    #expect(try Set(list.ids("exit-feedback")) == ["p1", "p3", "n1"])
    #expect(try list.reasons("exit-feedback").contains("cancelled 29 Jun 2026, no reason given"))
  }

  @Test func `recommendations are for everyone who lapsed, those worth most first`() throws {
    let list = try Book {
      $0.order("low", "2026-04-01", revenue: 10)
      $0.order("high", "2026-04-01", revenue: 90)
      $0.order("named", "2026-04-01", revenue: 1)
      $0.list("named", value: "50")
      $0.order("active", "2026-06-15")
    }.analysed()
    #expect(try list.ids("recommendations") == ["high", "named", "low"])
    #expect(try list.play(.recommendations).value == 150)
  }

  @Test func `product news are for whom the product did not fit within eighteen months`() throws {
    let list = try Book {
      $0.order("fit", "2026-01-10")
      $0.cancel("fit", "2026-01-20", "product fit")
      $0.order("price", "2026-01-10")
      $0.cancel("price", "2026-01-20", "price")
      $0.order("old", "2024-12-30")
      $0.cancel("old", "2024-12-29", "product fit")
      $0.order("kept", "2024-12-31")
      $0.cancel("kept", "2024-12-31", "product fit")
    }.analysed()
    #expect(try list.ids("product-news") == ["fit", "kept"])
  }

  @Test func `SMS and social are for those whom e-mail alone did not reach, the fifty worth most`()
    throws
  {
    let book = Book {
      for number in 1...52 {
        $0.order("p\(number)", "2026-04-01", revenue: number)
        $0.send("p\(number)", "2026-05-10")
      }
      $0.order("both", "2026-04-01", revenue: 900)
      $0.send("both", "2026-05-10")
      $0.send("both", "2026-05-12", by: "sms")
      $0.order("none", "2026-04-01", revenue: 900)
    }
    let ids = try book.analysed().ids("sms-and-social")
    #expect(ids == (3...52).reversed().map { "p\($0)" })
  }

  @Test func `service recovery lists whom support let down, the twenty worth most, at once`() throws
  {
    let list = try Book {
      for number in 1...21 {
        $0.order("s\(number)", "2026-04-01", revenue: number)
        $0.cancel("s\(number)", "2026-06-25", "support friction")
      }
      $0.order("ticket", "2026-04-01", revenue: 500)
      $0.ticket("ticket", "2026-05-20T10:00:00")
      $0.cancel("ticket", "2026-06-01", "price")
      $0.order("heard", "2026-04-01", revenue: 500)
      $0.ticket("heard", "2026-05-20T10:00:00")
      $0.send("heard", "2026-05-21T10:00:00", event: "replied")
      $0.cancel("heard", "2026-06-01", "price")
      $0.order("old", "2026-03-01", revenue: 500)
      $0.cancel("old", "2026-04-01", "support friction")
    }.analysed()
    // Five days after a cancellation nobody writes, but somebody may call.
    #expect(
      try list.ids("service-recovery") == ["ticket"] + (3...21).reversed().map { "s\($0)" })
  }

  @Test func `segmented sequences are for those whose segment is known`() throws {
    let list = try Book {
      $0.lapse(1...3)
      $0.list("p1", segment: "gold")
      $0.send("p2", "2026-05-10", segment: "silver")
    }.analysed()
    #expect(try list.ids("segmented-sequences") == ["p1", "p2"])
  }

  @Test func `dated offers are for those whom two messages without one did not move`() throws {
    let list = try Book {
      $0.lapse(1...4)
      for number in 1...4 { $0.send("p\(number)", "2026-05-10") }
      $0.send("p1", "2026-05-20")
      $0.send("p2", "2026-05-20", offer: "SAVE")
      $0.send("p3", "2026-05-20", event: "opened")
      $0.send("p4", "2026-05-20")
      $0.order("p4", "2026-06-25")
    }.analysed()
    #expect(try list.ids("dated-offers") == ["p1"])
  }

  @Test func `cart recovery lists carts over an hour and under 72 hours old, with no order since`()
    throws
  {
    let list = try Book {
      // The report's day ends at midnight after 30 June.
      $0.cart("fresh", "2026-06-30T23:00:01")
      $0.cart("hour", "2026-06-30T22:59:59", value: 20)
      $0.cart("three", "2026-06-28T00:00:01", value: 90)
      $0.cart("late", "2026-06-28T00:00:00")
      $0.cart("bought", "2026-06-30T10:00:00")
      $0.order("bought", "2026-06-30T10:30:00")
      $0.cart("again", "2026-06-29T10:00:00", value: 10)
      $0.cart("again", "2026-06-30T10:00:00", value: 30)
      $0.cart("left", "2026-06-30T10:00:00")
      $0.list("left", unsubscribed: "2026-01-01")
    }.analysed()
    #expect(try list.ids("cart-recovery") == ["three", "again", "hour"])
    #expect(try list.reasons("cart-recovery").first == "left a cart of 90.00 on 28 Jun 2026")
    #expect(try list.play(.cartRecovery).value == 140)
  }

  @Test func `measure and cut counts channels and lists nobody`() throws {
    let list = try Book {
      $0.lapse(1...2, lastOrder: "2026-01-01")
      $0.send("p1", "2026-02-10")
      $0.send("p2", "2026-02-10", by: "sms")
    }.analysed()
    #expect(try list.play(.measureAndCut).audience == 2)
    #expect(WorkList("measure-and-cut") == nil)
  }

  @Test func `a list as CSV begins with the id and says why each is on it`() throws {
    let book = Book {
      $0.lapse(1...1)
      $0.cancel("p1", "2026-04-20", "price")
      $0.list("p1", segment: "\"gold, old\"")
    }
    let list = try #require(WorkList("path-by-reason"))
    #expect(
      try book.analysed().analysis.roster(list).commaSeparated(isRevealed: true) == """
        customer_id,why,segment,orders,last_order,value\r
        p1,"lapsed 20 Apr 2026 over price, nobody wrote yet","gold, old",1,2026-04-01,50.0\r

        """)
  }
}

extension Book {
  /// Somebody with two orders, the last of 1 April.
  fileprivate mutating func regular(_ name: String, spending: Int = 50) {
    order(name, "2026-03-10", revenue: spending)
    order(name, "2026-04-01", revenue: spending)
  }
}

extension Book.Analysed {
  /// Why people are on a list, in its order.
  fileprivate func reasons(_ name: String) throws -> [String] {
    let roster = analysis.roster(try #require(WorkList(name)))
    return (0..<roster.count).map { roster[$0].reason.words(nil) }
  }
}
