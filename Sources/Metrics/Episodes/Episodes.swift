/// All lapses of all customers, one row each: what every number above is folded from.
///
/// Customers stand in the order of their codes, a customer's episodes in the order of time. The columns are
/// the fields of `Episode`.
struct Episodes: Sendable {
  static let none = Int32.min

  var customer: [Int32] = []
  var start: [Int32] = []
  var last: [Int32] = []
  var backDay: [Int32] = []
  var until: [Int32] = []
  var enrolled: [Int32] = []
  var isHoldout: [Bool] = []
  var isAssigned: [Bool] = []
  var segment: [Int32] = []
  var reason: [Int32] = []
  var touchStart: [Int32] = []
  var contactEnd: [Int32] = []
  var touchEnd: [Int32] = []
  var firstChannel: [Int32] = []
  var credited: [Int32] = []

  var count: Int { customer.count }

  func isEnrolled(_ episode: Int) -> Bool { enrolled[episode] != Episodes.none }

  func isOpen(_ episode: Int) -> Bool { backDay[episode] == Episodes.none }

  /// The purchase that ended a lapse: the next after the one before it.
  @inline(__always)
  func back(_ episode: Int) -> Int {
    assert(!isOpen(episode), "an open lapse has not ended")
    return Int(last[episode]) + 1
  }

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
  }

  /// Adds the episodes of the customers that follow.
  mutating func append(_ later: [Episode]) {
    // Some thousand at a time: they are near while each column takes what is its own.
    for first in stride(from: 0, to: later.count, by: Episodes.batchSize) {
      let rows = later[first..<min(first + Episodes.batchSize, later.count)].lazy
      customer += rows.map(\.customer)
      start += rows.map(\.start)
      last += rows.map(\.last)
      backDay += rows.map(\.backDay)
      until += rows.map(\.until)
      enrolled += rows.map(\.enrolled)
      isHoldout += rows.map(\.isHoldout)
      isAssigned += rows.map(\.isAssigned)
      segment += rows.map(\.segment)
      reason += rows.map(\.reason)
      touchStart += rows.map(\.touchStart)
      contactEnd += rows.map(\.contactEnd)
      touchEnd += rows.map(\.touchEnd)
      firstChannel += rows.map(\.firstChannel)
      credited += rows.map(\.credited)
    }
  }

  private static let batchSize = 2_048
}
