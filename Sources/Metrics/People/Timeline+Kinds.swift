package import Tables

extension Timeline {
  /// An order, and whether it is a purchase.
  package struct Order: Equatable, Sendable {
    /// Revenue less refunds that have happened, in units.
    package var revenue: Double
    /// In units.
    package var discount: Double
    /// The discount code in lower case.
    package var code: String?
    /// Whether it counts.
    package var standing: Standing
  }

  /// Whether an order counts as a purchase, or why it does not.
  package enum Standing: Equatable, Sendable {
    /// The customer's purchase of this number, from 1; the orders of a day share one.
    case purchase(number: Int)
    /// Its status, in lower case, is one of an order that never was.
    case deadStatus(String)
    /// All that was paid was paid back.
    case refunded
    /// Nothing was paid.
    case free
  }

  /// What a lapse began with.
  package enum LapseCause: Equatable, Sendable {
    /// So many days without a purchase.
    case silence(days: Int)
    /// A voluntary cancellation, for a reason's word.
    case cancellation(reason: String)
  }

  /// How a lapse was enrolled.
  package struct Enrolment: Equatable, Sendable {
    /// Whether the customer was held out.
    package var isHoldout: Bool
    /// Whether an assignment enrolled it, and not a touch.
    package var isByAssignment: Bool
    /// The segment as spelled, frozen here.
    package var segment: String
  }

  /// A row of the touches.
  package struct Touch: Equatable, Sendable {
    /// The channel's word.
    package var channel: String
    /// The campaign as spelled.
    package var campaign: String?
    /// The step of the sequence.
    package var step: Int?
    /// The variant as spelled.
    package var variant: String?
    /// What the row says happened.
    package var event: TouchEvent
    /// The offer code in lower case.
    package var offer: String?
    /// What it cost, in units.
    package var cost: Double
    /// Whether it answers a message that stands in the file by itself: it never enrols.
    package var isEcho: Bool
    /// Why it did or did not earn the return that ended its lapse; nil where no enrolled lapse that it
    /// lies in has ended.
    package var credit: TouchCredit?
  }

  /// Why a touch did or did not earn a return.
  package enum TouchCredit: Equatable, Sendable {
    case earned
    /// A later one took it, or one of the same moment that says more.
    case notLast
    /// The return came `days` after it, with a window of `window` days.
    case outsideWindow(days: Int, window: Int)
    /// Bounced, failed, unsubscribed or complained: nobody was reached.
    case notATouch
  }

  /// The end of a lapse.
  package struct Reactivation: Equatable, Sendable {
    /// The number of the purchase that ended it, at least 2.
    package var purchase: Int
    /// Days from the enrolment; nil where the lapse was not enrolled.
    package var daysAfterEnrolment: Int?
    /// Whether it came within the window after enrolment, and so counts as won back.
    package var isWithinWindow: Bool
    /// Net revenue within the window, in units; nil outside of it.
    package var revenue: Double?
    /// Who earned it.
    package var credit: ReturnCredit
  }

  /// Who earned a return, or why nobody did.
  package enum ReturnCredit: Equatable, Sendable {
    /// The touch that did, by its channel's word and its campaign as spelled.
    case touch(channel: String, campaign: String?)
    /// The lapse ended before anyone wrote or was assigned.
    case notEnrolled
    /// No message reached the customer during the lapse.
    case noTouch
    /// Every touch was longer before the return than its channel's window.
    case outsideWindows
  }
}
