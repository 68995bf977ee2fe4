import Glyphs
import Metrics
import Tables
import Terminal

/// One event of a customer in words.
struct TimelineRow {
  private(set) var what = ""
  private(set) var which = ""
  private(set) var amount = Table.Cell("")
  private(set) var credit = ""
  /// What the credit, or the event, rests on.
  private(set) var reason: String?
  private(set) var style = Style.plain
  private(set) var creditStyle = Style.muted

  /// All that its cells say: a narrow column cuts words off.
  var whole: String? {
    let words = [which, credit].filter { !$0.isEmpty }.joined(separator: "; ")
    return words.isEmpty ? nil : "\(what): \(words)."
  }

  init(_ kind: Timeline.Kind, _ report: Report) {
    switch kind {
    case .order(let order): tell(order, report)
    case .lapsed(let cause): tell(cause)
    case .enrolled(let enrolment): tell(enrolment)
    case .touch(let touch): tell(touch, report)
    case .assigned(let isHoldout):
      what = "assigned"
      which = isHoldout ? "held out" : "treatment"
    case .cancelled(let reason, let isVoluntary):
      what = "cancelled"
      which = (isVoluntary ? "" : "involuntary, ") + SafeText(reason, limit: 40).description
    case .returned(let back): tell(back, report)
    }
  }

  private mutating func tell(_ order: Timeline.Order, _ report: Report) {
    what = "order"
    amount = .quantity(.money(order.revenue), report)
    let off = order.discount > 0 ? "\(report.money(order.discount)) off" : nil
    let code = order.code.map { "code \(SafeText($0, limit: 40))" }
    let standing: String
    switch order.standing {
    case .purchase(let number): standing = "purchase \(Wording.count(number))"
    case .deadStatus(let status): standing = "\(SafeText(status, limit: 30)): counts for nothing"
    case .refunded: standing = "refunded: counts for nothing"
    case .free: standing = "free: counts for nothing"
    }
    which = [standing, off, code].compactMap { $0 }.joined(separator: ", ")
  }

  private mutating func tell(_ cause: Timeline.LapseCause) {
    what = "lapsed"
    style = Style(.watch, .bold)
    switch cause {
    case .silence(let days): which = "after \(Wording.counted(days, "day")) without a purchase"
    case .cancellation(let reason): which = "cancelled: \(SafeText(reason, limit: 40))"
    }
  }

  private mutating func tell(_ enrolment: Timeline.Enrolment) {
    what = "enrolled"
    style = .bold
    which =
      (enrolment.isHoldout ? "held out" : "treated")
      + (enrolment.isByAssignment ? ", by assignment" : ", by a touch")
      + ", segment \(SafeText(enrolment.segment, limit: 40))"
    reason = "Day 0 of every window."
  }

  private mutating func tell(_ touch: Timeline.Touch, _ report: Report) {
    what = touch.event.word
    let words = [
      touch.channel, touch.campaign, touch.step.map { "step \($0)" },
      touch.variant.map { "variant \($0)" }, touch.offer.map { "offer \($0)" },
    ]
    which = words.compactMap { $0 }.map { SafeText($0, limit: 40).description }
      .joined(separator: ", ")
    if touch.cost != 0 { amount = .quantity(.money(touch.cost), report, .muted) }
    if touch.isEcho {
      reason = "An answer to a message that stands here by itself: it never enrols."
    }
    switch touch.credit {
    case .earned:
      let days = report.definitions.creditDays[touch.channel] ?? Definitions.otherCreditDays
      credit = "earned the return"
      creditStyle = Style(.good, .bold)
      reason =
        "The last touch before the purchase, and within the \(Wording.counted(days, "day")) of "
        + "\(SafeText(touch.channel, limit: 20))."
    case .notLast:
      credit = "a later one took it"
      reason = "Only the last touch within its window earns a return."
    case .outsideWindow(let days, let window):
      credit = "\(Wording.counted(days, "day")) before"
      reason =
        "Its channel's window is \(Wording.counted(window, "day")): too long before the return."
    case .notATouch: credit = "nobody was reached"
    case nil: break
    }
  }

  private mutating func tell(_ back: Timeline.Reactivation, _ report: Report) {
    what = "came back"
    style = Style(.good, .bold)
    which =
      "purchase \(Wording.count(back.purchase))"
      + (back.daysAfterEnrolment.map {
        ", \(Wording.counted($0, "day")) after being enrolled"
          + (back.isWithinWindow ? "" : ": outside the window")
      } ?? ", never enrolled")
    if let revenue = back.revenue { amount = .quantity(.money(revenue), report, .bold) }
    switch back.credit {
    case .touch(let channel, let campaign):
      credit = ([channel] + [campaign].compactMap { $0 })
        .map { SafeText($0, limit: 40).description }.joined(separator: ", ")
      creditStyle = .bold
      reason = "Credited to the last touch within its channel's window before the purchase."
    case .notEnrolled: credit = "before anyone wrote"
    case .noTouch: credit = "no message reached them"
    case .outsideWindows: credit = "every touch too long before"
    }
  }
}
