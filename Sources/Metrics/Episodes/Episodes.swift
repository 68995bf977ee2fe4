/// All lapses of all customers, one row each: what every number above is folded from.
///
/// Customers stand in the order of their codes, a customer's episodes in the order of time. Days are
/// day numbers; `none` stands for no day and no row.
struct Episodes: Sendable {
  static let none = Int32.min

  var customer: [Int32] = []
  /// The first lapsed day.
  var start: [Int32] = []
  /// The purchase before the lapse.
  var last: [Int32] = []
  /// How many purchases came before the lapse.
  var orders: [Int32] = []
  /// The purchase that ended the lapse, or `none`.
  var back: [Int32] = []
  /// The day of that purchase, or `none`: nearly every number asks for it.
  var backDay: [Int32] = []
  /// The customer's purchases from `back` to before this one count as this return's.
  var until: [Int32] = []
  /// The day of enrolment, `z`, or `none`.
  var enrolled: [Int32] = []
  var isHoldout: [Bool] = []
  /// Whether an assignment enrolled it.
  var isAssigned: [Bool] = []
  /// Code of a segment; only of enrolled episodes.
  var segment: [Int32] = []
  /// Code of a reason, as far as known on the day of enrolment.
  var reason: [Int32] = []
  /// The first row of its touches, of every event.
  var touchStart: [Int32] = []
  /// The row after its last contact.
  var contactEnd: [Int32] = []
  /// The row after its last touch.
  var touchEnd: [Int32] = []
  /// Code of the channel of the first contact, or `Channel.none`.
  var firstChannel: [Int32] = []
  /// The row of the touch that earned the return, or `none`.
  var credited: [Int32] = []
  /// The first and the place after the last of its voluntary cancellations in `Cancelled`.
  var cancelStart: [Int32] = []
  var cancelEnd: [Int32] = []

  var count: Int { customer.count }

  func isEnrolled(_ episode: Int) -> Bool { enrolled[episode] != Episodes.none }

  func isOpen(_ episode: Int) -> Bool { back[episode] == Episodes.none }

  /// The rows of its touches, of every event, in the order of time.
  @inline(__always)
  func touches(_ episode: Int) -> Range<Int> {
    Int(touchStart[episode])..<Int(touchEnd[episode])
  }

  /// The rows of its touches within the window.
  @inline(__always)
  func contacts(_ episode: Int) -> Range<Int> {
    Int(touchStart[episode])..<Int(contactEnd[episode])
  }

  /// Makes room for as many episodes at once.
  mutating func reserve(_ count: Int) {
    customer.reserveCapacity(count)
    start.reserveCapacity(count)
    last.reserveCapacity(count)
    orders.reserveCapacity(count)
    back.reserveCapacity(count)
    backDay.reserveCapacity(count)
    until.reserveCapacity(count)
    enrolled.reserveCapacity(count)
    isHoldout.reserveCapacity(count)
    isAssigned.reserveCapacity(count)
    segment.reserveCapacity(count)
    reason.reserveCapacity(count)
    touchStart.reserveCapacity(count)
    contactEnd.reserveCapacity(count)
    touchEnd.reserveCapacity(count)
    firstChannel.reserveCapacity(count)
    credited.reserveCapacity(count)
    cancelStart.reserveCapacity(count)
    cancelEnd.reserveCapacity(count)
  }

  /// Adds the episodes of the customers that follow.
  mutating func append(_ later: Episodes) {
    customer += later.customer
    start += later.start
    last += later.last
    orders += later.orders
    back += later.back
    backDay += later.backDay
    until += later.until
    enrolled += later.enrolled
    isHoldout += later.isHoldout
    isAssigned += later.isAssigned
    segment += later.segment
    reason += later.reason
    touchStart += later.touchStart
    contactEnd += later.contactEnd
    touchEnd += later.touchEnd
    firstChannel += later.firstChannel
    credited += later.credited
    cancelStart += later.cancelStart
    cancelEnd += later.cancelEnd
  }
}
