import Tables

/// What the rows of the customer file say: a column may end before them.
extension CustomerList {
  /// What the business takes the customer to be worth, in millionths of a unit, or nil.
  func value(_ row: Int) -> Int64? {
    row < value.count && value[row] != noAmount ? value[row] : nil
  }

  /// Points in millionths of one; a blank is 0.
  func points(_ row: Int) -> Int64 { row < points.count ? points[row] : 0 }

  /// The day on which the points expire, or `absent`.
  func pointsExpireDay(_ row: Int) -> Int32 { CustomerList.day(row, in: pointsExpireDay) }

  /// The day of unsubscribing, or `absent`.
  func unsubscribedDay(_ row: Int) -> Int32 { CustomerList.day(row, in: unsubscribedDay) }

  /// The day on which a trial ended, or `absent`.
  func trialEndedDay(_ row: Int) -> Int32 { CustomerList.day(row, in: trialEndedDay) }

  /// The day on which the person asked to be forgotten, or `absent`.
  func erasedDay(_ row: Int) -> Int32 { CustomerList.day(row, in: erasedDay) }

  @inline(__always)
  private static func day(_ row: Int, in days: [Int32]) -> Int32 {
    row < days.count ? days[row] : absent
  }
}
