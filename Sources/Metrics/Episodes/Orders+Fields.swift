import Tables

/// What the rows of the orders say, beside the columns that are read as they are.
extension Orders {
  /// A code of the `statuses`.
  @inline(__always)
  func status(_ row: Int) -> Int32 { kinds[Int(kind[row])].status }

  /// A code of the `codes`.
  @inline(__always)
  func code(_ row: Int) -> Int32 { kinds[Int(kind[row])].code }
}
