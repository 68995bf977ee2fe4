import Tables
import Testing

@testable import Metrics

/// Four customers a folder, every event of theirs. With `lapse.days = 30` a lapse begins on day 31.
struct TimelineTests {
  private static let folder = Result {
    let files = try TemporaryFolder([
      "winback.toml": "[lapse]\ndays = 30\n",
      "orders.csv": """
      order_id,customer_id,ordered_at,revenue,discount,discount_code,refunded,status
      1,mail,2025-01-01,10,,,,paid
      2,mail,2025-01-05,10,,,,Cancelled
      3,mail,2025-01-06,20,,,20,paid
      4,mail,2025-01-07,0,,,,paid
      5,mail,2025-03-20,12,3,BACK,,paid
      6,mail,2025-03-20,5,,,,paid
      7,held,2025-01-01,10,,,,paid
      8,held,2025-02-01,10,,,,paid
      9,quiet,2025-01-01,10,,,,paid
      10,quiet,2025-03-01,10,,,,paid
      11,quiet,2025-05-10,10,,,,paid
      12,newest,2025-05-31,1,,,,paid
      13,newest,2025-05-05,1,,,,paid
      """,
      "touches.csv": """
      customer_id,touched_at,channel,campaign,step,event,cost
      mail,2025-02-05,email,spring,1,sent,0.5
      mail,2025-02-06,email,spring,1,opened,
      mail,2025-03-10,sms,,,bounced,
      mail,2025-03-12,email,spring,2,sent,
      mail,2025-03-18,sms,,,sent,
      mail,2025-03-19,direct_mail,card,,sent,
      mail,2025-04-05,email,spring,3,sent,
      never,2025-04-05,email,spring,1,sent,
      """,
      "assignments.csv": "customer_id,assigned_at,arm\nheld,2025-01-03,holdout\n",
      "cancellations.csv":
        "customer_id,cancelled_at,reason,voluntary\nheld,2025-01-01,price,true\n",
    ])
    return try AnalysedFolder(files.path)
  }

  private func timeline(_ id: String) throws -> Timeline {
    try #require(try Self.folder.get().analysis.timeline(of: id))
  }

  @Test func `a lapse that was written to and ended`() throws {
    let found = try timeline("mail")
    #expect(
      found.told == """
        2025-01-01 order 10.0 purchase(number: 1)
        2025-01-05 order 10.0 deadStatus("cancelled")
        2025-01-06 order 0.0 refunded
        2025-01-07 order 0.0 free
        2025-02-01 lapsed silence(days: 31)
        2025-02-05 enrolled treatment by a touch
        2025-02-05 email spring sent outsideWindow(days: 43, window: 7)
        2025-02-06 email spring opened echo outsideWindow(days: 42, window: 7)
        2025-03-10 sms bounced notATouch
        2025-03-12 email spring sent outsideWindow(days: 8, window: 7)
        2025-03-18 sms sent notLast
        2025-03-19 direct_mail card sent earned
        2025-03-20 order 12.0 purchase(number: 2)
        2025-03-20 order 5.0 purchase(number: 2)
        2025-03-20 returned 2 43 true 17.0 touch(channel: "direct_mail", campaign: Optional("card"))
        2025-04-05 email spring sent
        2025-04-20 lapsed silence(days: 31)
        """)
    #expect(found.purchases == 2 && found.firstPurchase == Day("2025-01-01"))
    #expect(found.status == .lapsed(since: try #require(Day("2025-04-20"))))
  }

  @Test func `a cancellation after the purchase of its day, and a holdout`() throws {
    #expect(
      try timeline("held").told == """
        2025-01-01 order 10.0 purchase(number: 1)
        2025-01-01 cancelled price true
        2025-01-01 lapsed cancellation(reason: "price")
        2025-01-03 assigned holdout
        2025-01-03 enrolled holdout by an assignment
        2025-02-01 order 10.0 purchase(number: 2)
        2025-02-01 returned 2 29 true 10.0 noTouch
        2025-03-04 lapsed silence(days: 31)
        """)
  }

  @Test func `returns before anyone wrote, and where people stand`() throws {
    #expect(
      try timeline("quiet").told == """
        2025-01-01 order 10.0 purchase(number: 1)
        2025-02-01 lapsed silence(days: 31)
        2025-03-01 order 10.0 purchase(number: 2)
        2025-03-01 returned 2 - false - notEnrolled
        2025-04-01 lapsed silence(days: 31)
        2025-05-10 order 10.0 purchase(number: 3)
        2025-05-10 returned 3 - false - notEnrolled
        """)
    #expect(try timeline("quiet").status == .active)
    #expect(try timeline("newest").status == .active)
    #expect(try timeline("never").status == .neverBought)
    #expect(try Self.folder.get().analysis.timeline(of: "nobody") == nil)
  }

  @Test func `who has no row by the day of the report is unknown on it`() throws {
    let folder = SampleFolder(seed: 1)
    let early = try AnalysedFolder(folder, asOf: "2024-01-31")
    let known = early.timelines.count
    #expect(known == early.report.customers.known)
    #expect(early.timelines.allSatisfy { $0.events.allSatisfy { $0.day <= early.report.asOf } })
  }
}

/// What every timeline of every folder says together is what the report says.
struct `Laws of timelines` {
  @Test(arguments: AnalysedFolder.all)
  func `days never run backwards and no row is left out`(_ folder: AnalysedFolder) {
    let cohort = folder.analysis.cohort
    let end = folder.report.asOf
    var (orders, touches) = (0, 0)
    for timeline in folder.timelines {
      let days = timeline.events.map(\.day)
      #expect(zip(days, days.dropFirst()).allSatisfy { $0 <= $1 })
      orders += timeline.events.count { if case .order = $0.kind { true } else { false } }
      touches += timeline.events.count { if case .touch = $0.kind { true } else { false } }
    }
    #expect(orders == cohort.orders.moment.count { dayNumber($0) <= end.number })
    #expect(touches == cohort.touches.moment.count { dayNumber($0) <= end.number })
  }

  @Test(arguments: AnalysedFolder.all)
  func `customers stand where the report counts them`(_ folder: AnalysedFolder) {
    var counted = CustomerStatus()
    for timeline in folder.timelines {
      switch timeline.status {
      case .active: counted.active += 1
      case .atRisk: counted.atRisk += 1
      case .lapsed: counted.lapsed += 1
      case .neverBought: counted.neverBought += 1
      }
    }
    #expect(counted == folder.report.customers)
  }

  @Test(arguments: AnalysedFolder.all)
  func `returns and credit are the report's`(_ folder: AnalysedFolder) {
    var returns: [String: Int] = [:]
    var revenue = 0.0
    for timeline in folder.timelines {
      for episode in timeline.lapses where episode.enrolment?.isHoldout == false {
        guard let back = episode.reactivation, back.isWithinWindow else { continue }
        returns[back.channel, default: 0] += 1
        revenue += back.revenue ?? 0
      }
    }
    var expected: [String: Int] = [:]
    let rows = folder.report.monthReturns.flatMap(\.channels)
    for row in rows where row.reactivations > 0 {
      expected[row.name, default: 0] += row.reactivations
    }
    #expect(returns == expected)
    #expect(abs(revenue - rows.reduce(0) { $0 + $1.revenue }) < 1e-6)
  }

  @Test(arguments: AnalysedFolder.all)
  func `one touch earned each credited return, and it is the one named`(_ folder: AnalysedFolder) {
    for lapse in folder.timelines.flatMap(\.lapses) {
      let earned = lapse.touches.filter { $0.credit == .earned }
      guard let back = lapse.reactivation, lapse.enrolment != nil else {
        #expect(lapse.touches.allSatisfy { $0.credit == nil })
        continue
      }
      switch back.credit {
      case .touch(let channel, let campaign):
        #expect(earned.map(\.channel) == [channel] && earned.map(\.campaign) == [campaign])
      case .notEnrolled: Issue.record("it was enrolled")
      case .noTouch, .outsideWindows: #expect(earned.isEmpty)
      }
    }
  }

  @Test(arguments: AnalysedFolder.all)
  func `episodes, enrolments and open lapses are the report's`(_ folder: AnalysedFolder) {
    let lapses = folder.timelines.flatMap(\.lapses)
    let counts = folder.report.episodes
    #expect(lapses.count == counts.total)
    #expect(lapses.count { $0.reactivation == nil } == counts.open)
    #expect(lapses.count { $0.enrolment?.isHoldout == false } == counts.treatment)
    #expect(lapses.count { $0.enrolment?.isHoldout == true } == counts.holdout)
  }
}

extension AnalysedFolder {
  fileprivate var timelines: [Timeline] {
    analysis.cohort.customers.texts.compactMap(analysis.timeline)
  }
}

/// One lapse as a timeline tells it.
private struct ToldLapse {
  var enrolment: Timeline.Enrolment?
  var touches: [Timeline.Touch] = []
  var reactivation: Timeline.Reactivation?
}

extension Timeline.Reactivation {
  fileprivate var channel: String {
    if case .touch(let channel, _) = credit { channel } else { "unattributed" }
  }
}

extension Timeline {
  /// The events from the start of each lapse to its end.
  fileprivate var lapses: [ToldLapse] {
    var lapses: [ToldLapse] = []
    var isOpen = false
    for event in events {
      switch event.kind {
      case .lapsed:
        lapses.append(ToldLapse())
        isOpen = true
      case .enrolled(let enrolment): lapses[lapses.count - 1].enrolment = enrolment
      case .touch(let touch) where isOpen: lapses[lapses.count - 1].touches.append(touch)
      case .returned(let reactivation):
        lapses[lapses.count - 1].reactivation = reactivation
        isOpen = false
      case .touch, .order, .assigned, .cancelled: break
      }
    }
    return lapses
  }

  /// A line an event.
  fileprivate var told: String {
    events.map { event in
      let words: [String] =
        switch event.kind {
        case .order(let order): ["order", "\(order.revenue)", "\(order.standing)"]
        case .lapsed(let cause): ["lapsed", "\(cause)"]
        case .enrolled(let enrolment):
          [
            "enrolled", enrolment.isHoldout ? "holdout" : "treatment",
            enrolment.isByAssignment ? "by an assignment" : "by a touch",
          ]
        case .touch(let touch):
          [
            touch.channel, touch.campaign ?? "", "\(touch.event)", touch.isEcho ? "echo" : "",
            touch.credit.map { "\($0)" } ?? "",
          ]
        case .assigned(let isHoldout): ["assigned", isHoldout ? "holdout" : "treatment"]
        case .cancelled(let reason, let isVoluntary): ["cancelled", reason, "\(isVoluntary)"]
        case .returned(let back):
          [
            "returned", "\(back.purchase)", back.daysAfterEnrolment.map { "\($0)" } ?? "-",
            "\(back.isWithinWindow)", back.revenue.map { "\($0)" } ?? "-", "\(back.credit)",
          ]
        }
      return ([event.day.description] + words).filter { !$0.isEmpty }.joined(separator: " ")
    }.joined(separator: "\n")
  }
}
