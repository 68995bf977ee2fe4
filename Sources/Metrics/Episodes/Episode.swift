/// A lapse of a customer, as it is found.
///
/// Days are day numbers; `Episodes.none` stands for no day and no row.
struct Episode: Sendable {
  var customer: Int32
  /// The first lapsed day.
  var start: Int32
  /// The purchase before the lapse.
  var last: Int32
  /// The day of the next one, which ended it, or `none` while it is open.
  var backDay: Int32
  /// The customer's purchases from that one to before this one count as this return's.
  var until: Int32
  /// The day of enrolment, `z`, or `none`.
  var enrolled: Int32
  var isHoldout: Bool
  /// Whether an assignment enrolled it.
  var isAssigned: Bool
  /// Code of a segment; only of enrolled episodes.
  var segment: Int32
  /// Code of a reason, as far as known on the day of enrolment.
  var reason: Int32
  /// The first row of its touches, of every event.
  var touchStart: Int32
  /// The row after its last contact.
  var contactEnd: Int32
  /// The row after its last touch.
  var touchEnd: Int32
  /// Code of the channel of the first contact, or `Channel.none`.
  var firstChannel: Int32
  /// The row of the touch that earned the return, or `none`.
  var credited: Int32

  var isOpen: Bool { backDay == Episodes.none }

  /// The purchase that ended it, once one has: the next after the one before it.
  var back: Int32 { last + 1 }
}
