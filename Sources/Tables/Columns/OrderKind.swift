/// What many rows of the orders share.
package struct OrderKind: Equatable, Sendable {
  /// A code of the orders' `statuses`.
  package var status: Int32
  /// A code of the orders' `codes`.
  package var code: Int32
  /// A code of the currencies, which amounts are read in; all are in one once a table has been read.
  var currency: Int32
}

extension OrderKind: RowKind {
  var hash: UInt64 {
    foldedProduct(
      pair(status, code) ^ 0x9E37_79B9_7F4A_7C15, pair(currency, 0) ^ 0xA076_1D64_78BD_642F)
  }
}
