import Tables

/// What the rows of the touches say, beside the columns that are read as they are.
extension Touches {
  /// A code of the cohort's `channels`.
  @inline(__always)
  func channel(_ row: Int) -> Int32 { kinds[Int(kind[row])].channel }

  /// A code of the `campaigns`.
  @inline(__always)
  func campaign(_ row: Int) -> Int32 { kinds[Int(kind[row])].campaign }

  /// Whether each kind of touch is of one of some campaigns.
  func isKind(of campaigns: CodeSet) -> [Bool] { kinds.map { campaigns.contains($0.campaign) } }

  /// The step of the sequence, or `absent`.
  @inline(__always)
  func step(_ row: Int) -> Int32 { kinds[Int(kind[row])].step }

  /// A code of the `variants`.
  @inline(__always)
  func variant(_ row: Int) -> Int32 { kinds[Int(kind[row])].variant }

  /// A code of the cohort's `segments`.
  @inline(__always)
  func segment(_ row: Int) -> Int32 { kinds[Int(kind[row])].segment }

  /// A code of the `offers`; 0 is none.
  @inline(__always)
  func offer(_ row: Int) -> Int32 { deals[Int(deal[row])].offer }

  /// What the touch cost, in millionths of a unit.
  @inline(__always)
  func cost(_ row: Int) -> Int64 { deals[Int(deal[row])].cost }

  /// What the row says happened.
  @inline(__always)
  func event(_ row: Int) -> TouchEvent { kinds[Int(kind[row])].event }
}
