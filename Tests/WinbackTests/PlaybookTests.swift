import Tables
import Testing

@testable import Metrics

/// How tactics are ranked, what is known of them, and what holds them back.
struct PlaybookTests {
  /// Two months of enrolments, mature by 30 June 2026: `count` people written to in February, so many
  /// of them back.
  private static func tried(
    _ book: inout Book, _ count: Int, back: Int, by channel: String = "email"
  ) {
    for number in 1...count {
      book.order("t\(number)", "2026-01-01")
      book.send("t\(number)", "2026-02-10", by: channel)
      if number <= back { book.order("t\(number)", "2026-02-20") }
    }
  }

  @Test func `with five back the own rate counts, with four the benchmark`() throws {
    let four = try Book { Self.tried(&$0, 40, back: 4) }.analysed().play(.recommendations)
    #expect(four.isBenchmark)
    #expect(four.expectedRate == 0.04)
    #expect(four.rate == Proportion(4, of: 40))
    let five = try Book { Self.tried(&$0, 40, back: 5) }.analysed().play(.recommendations)
    #expect(!five.isBenchmark)
    #expect(five.expectedRate == 0.125)
    // Everyone has lapsed since, those who came back in February, too.
    #expect(five.audience == 40)
    #expect(five.expected == 5)
  }

  @Test func `what was never tried says so`() throws {
    let play = try Book { $0.lapse(1...3) }.analysed().play(.retargeting)
    #expect(play.rate == nil)
    #expect(play.rateWords == "never tried")
    #expect(
      play.sentence
        == "3 people: one order and lapsed, trial just over, or signed up and silent. By the "
        + "benchmark of 4.0 % about 0.1 would come back; never tried here.")
  }

  @Test func `tactics are ranked by what is to be expected of them`() throws {
    let plays = try Book {
      $0.lapse(1...10)
      $0.cancel("p1", "2026-04-20", "price")
    }.analysed().report.playbook.plays
    let expected = plays.map { $0.expected ?? -1 }
    #expect(expected == expected.sorted(by: >))
    #expect(plays.last?.expected == nil)
    #expect(plays.first?.tactic == .retargeting || plays.first?.tactic == .recommendations)
  }

  @Test func `a tripped guardrail keeps a tactic from being picked`() throws {
    func book(offerOnSend isDated: Bool) -> Book {
      Book {
        $0.configuration = "[offers.expires]\nSAVE = 2026-05-01"
        $0.lapse(1...10)
        for number in 1...10 {
          $0.send("p\(number)", "2026-05-10")
          $0.send("p\(number)", "2026-05-20")
        }
        $0.lapse(11...11)
        if isDated { $0.send("p11", "2026-05-10", offer: "SAVE") }
      }
    }
    let free = try book(offerOnSend: false).analysed()
    #expect(try free.play(.datedOffers).blockers == [])
    let held = try book(offerOnSend: true).analysed()
    #expect(try held.play(.datedOffers).blockers == [.extended])
    #expect(try !held.play(.datedOffers).isReady)
    #expect(!held.report.playbook.picks.contains { $0.tactic == .datedOffers })
  }

  @Test func `the first three that nothing holds back are picked`() throws {
    let playbook = try AnalysedFolder(sampleData).report.playbook
    let ready = playbook.plays.filter { $0.blockers.isEmpty && $0.losing == nil && $0.audience > 0 }
      .filter { $0.expected != nil }
    #expect(playbook.picks == Array(ready.prefix(3)))
    #expect(playbook.picks.count == 3)
  }

  @Test func `a channel that surely lost money is not to be picked`() throws {
    let report = try AnalysedFolder(sampleData).report
    #expect(report.review.drop == "retargeting")
    let play = try #require(report.playbook.plays.first { $0.tactic == .retargeting })
    #expect(play.losing == "retargeting")
    #expect(play.blockerWords == "Retargeting surely loses money")
    #expect(!report.playbook.picks.contains { $0.tactic == .retargeting })
  }

  @Test func `layers are told by the first two weeks among those still lapsed then`() throws {
    let book = Book {
      for number in 1...7 {
        $0.order("p\(number)", "2026-01-01")
        $0.send("p\(number)", "2026-02-10")
      }
      // E-mail only: back on day 15, never back, and a text on day 14 is too late to count.
      $0.order("p1", "2026-02-25")
      $0.send("p3", "2026-02-24", by: "sms")
      // E-mail and more: a text on day 13; back on day 60, never back, and on day 61.
      for number in 4...6 { $0.send("p\(number)", "2026-02-23", by: "sms") }
      $0.order("p4", "2026-04-11")
      $0.order("p6", "2026-04-12")
      // Back on day 14: no longer lapsed when the two weeks were over.
      $0.order("p7", "2026-02-24")
    }
    let analysed = try book.analysed()
    let rows = analysed.analysis.evidence(for: .smsAndSocial).rows
    #expect(rows.first { $0.name == "e-mail only" }?.rate == Proportion(1, of: 3))
    #expect(rows.first { $0.name == "e-mail and more" }?.rate == Proportion(1, of: 3))
    #expect(try analysed.play(.smsAndSocial).rate == Proportion(1, of: 3))
  }

  @Test func `cart messages are told by hours since the cart, and count an order within a week`()
    throws
  {
    let book = Book {
      $0.configuration = "[campaigns]\ncart = [\"cart\"]"
      for (number, hour) in zip(1...4, ["11", "11", "12", "20"]) {
        $0.cart("c\(number)", "2026-03-10T10:00:00")
        $0.send("c\(number)", "2026-03-10T\(hour):00:00", campaign: "cart")
        $0.send("c\(number)", "2026-03-12T10:00:00", campaign: "cart")
      }
      $0.order("c1", "2026-03-17")
      $0.order("c2", "2026-03-18")
      $0.order("c3", "2026-03-10T13:00:00")
    }
    let rows = try book.analysed().analysis.evidence(for: .cartRecovery).rows
    #expect(
      rows.map(\.name) == [
        "within 1 h of the cart", "within 24 h of the cart", "within 72 h of the cart",
      ])
    #expect(rows.map(\.rate) == [Proportion(1, of: 2), Proportion(1, of: 2), Proportion(0, of: 0)])
  }

  @Test func `segments that only look alike stay two, and both are told`() throws {
    let book = Book {
      $0.lapse(1...2, lastOrder: "2026-01-01")
      $0.send("p1", "2026-02-10", segment: "Caf\u{E9}")
      $0.send("p2", "2026-02-10", segment: "Cafe\u{301}")
    }
    let rows = try book.analysed().analysis.evidence(for: .segmentedSequences).rows
    #expect(rows.map(\.count) == [1, 1])
  }

  @Test func `an answer after the window is no answer, or a mature rate would change`() throws {
    let book = Book {
      $0.order("p1", "2026-01-01")
      $0.cancel("p1", "2026-01-05", "price")
      $0.send("p1", "2026-02-10")
      $0.send("p1", "2026-06-10", offer: "KEEP")
    }
    let rows = try book.analysed().analysis.evidence(for: .pathByReason).rows
    #expect(rows.map(\.rate) == [Proportion(0, of: 0), Proportion(0, of: 1)])
  }

  @Test func `nothing is picked while every rate is in doubt`() throws {
    // All who lapse come back by themselves in no time: the threshold is too short.
    let report = try Book {
      for number in 1...60 {
        for day in ["2026-01-01", "2026-02-10", "2026-03-25", "2026-05-01"] {
          $0.order("p\(number)", day)
        }
      }
      // Of a few it is still open after sixty days.
      for number in 1...25 { $0.order("gone\(number)", "2026-01-01") }
    }.analysed().report
    #expect(!report.overriding.isEmpty)
    #expect(report.picks.isEmpty)
    #expect(!report.playbook.picks.isEmpty)
    #expect(
      report.pickSentence
        == "Nothing is picked: what tactics are ranked by is in doubt with every rate.")
  }

  @Test func `people on several of the picked lists are to be written to once`() throws {
    let report = try Book {
      $0.lapse(1...3)
      $0.cancel("p1", "2026-04-20", "price")
    }.analysed().report
    // Recommendations and retargeting have all three, path by reason one of them.
    #expect(report.playbook.picked == (3, 3))
    #expect(
      report.pickSentence.hasSuffix(
        "3 people stand on more than one of the lists: write to them once."))
  }

  @Test func `reasons are told by whether they were answered`() throws {
    let book = Book {
      for number in 1...4 {
        $0.order("p\(number)", "2026-01-01")
        $0.cancel("p\(number)", "2026-01-05", "price")
        $0.send("p\(number)", "2026-02-10", offer: number <= 2 ? "KEEP" : "")
      }
      $0.order("p1", "2026-02-20")
    }
    let rows = try book.analysed().analysis.evidence(for: .pathByReason).rows
    #expect(rows.map(\.name) == ["price, answered", "price, not answered"])
    #expect(rows.map(\.rate) == [Proportion(1, of: 2), Proportion(0, of: 2)])
  }

  @Test func `a list may be worth all that two tables can add up to`() throws {
    let (large, rest) = (1_000_000_000_000, 611_686_018_000)
    let book = Book {
      for number in 1...5 {
        let most = number < 5 ? large : rest
        $0.order("buyer\(number)", "2026-01-01", revenue: most)
        $0.order("listed\(number)", "2026-01-01", revenue: 1)
        $0.list("listed\(number)", value: "\(most)")
      }
      $0.order("late", "2026-06-01")
    }
    let play = try book.analysed().play(.recommendations)
    #expect(play.audience == 10)
    #expect(play.value == Double(2 * (4 * large + rest)))
  }

  @Test func `returns by a dated code are told by the days that it had left`() throws {
    let book = Book {
      $0.configuration = "[offers.expires]\nSAVE = \"2026-02-28\""
      for (number, day) in zip(1...5, ["14", "15", "24", "26", "28"]) {
        $0.order("p\(number)", "2026-01-01")
        $0.send("p\(number)", "2026-02-10", offer: "SAVE")
        $0.order("p\(number)", "2026-02-\(day)T12:00:00", discount: 5, code: "SAVE")
      }
    }
    let rows = try book.analysed().analysis.evidence(for: .datedOffers).rows
    let counts = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.count) })
    #expect(
      counts == ["after it": 0, "0-2 days": 2, "3-7 days": 1, "8-14 days": 2, "over 14 days": 0])
  }

  @Test func `what guardrails find later holds back and frees as if it had been found at once`()
    throws
  {
    let folder = try AnalysedFolder(sampleData)
    func found(_ tripped: Set<Guardrail>) -> [GuardrailFinding] {
      folder.report.guardrails.map { finding in
        var finding = finding
        finding.verdict = tripped.contains(finding.guardrail) ? .tripped : .held
        return finding
      }
    }
    for tripped: Set<Guardrail> in [[], [.afterReturn], [.wide, .habit], Set(Guardrail.allCases)] {
      let later = folder.analysis.playbook(folder.report.playbook, after: found(tripped))
      let audiences = Later { Audiences(folder.analysis) }
      let atOnce = PlaybookWork(folder.analysis, audiences).value(
        heeding: found(tripped), folder.report.review)
      #expect(later.plays == atOnce.plays)
      #expect(later.picked == atOnce.picked)
      #expect(later.picked.people > 0 || tripped.count > 2)
    }
  }

  @Test func `who never paid stands apart, and is in no rate of reactivation`() throws {
    let book = Book {
      $0.list("trial", trialEnded: "2026-02-01")
      $0.list("free")
      $0.list("young", trialEnded: "2026-02-01")
      for name in ["trial", "free", "held"] { $0.send(name, "2026-02-10") }
      $0.order("trial", "2026-04-11")
      $0.send("young", "2026-06-10")
      $0.assign("held", "2026-02-09", "holdout")
    }
    let report = try book.analysed().report
    let rows = report.playbook.neverPaid
    #expect(rows.map(\.group) == [.trial, .free])
    #expect(rows.map(\.enrolled) == [1, 1])
    #expect(rows.map(\.converted) == [Proportion(1, of: 1), Proportion(0, of: 1)])
    #expect(report.episodes.enrolled == 0)
  }
}
