/// What many touches share beside their kind: which offer they carry, and what they cost.
package struct TouchDeal: Equatable, Sendable {
  /// A code of the touches' `offers`; 0 is none.
  package var offer: Int32
  /// In millionths of a unit.
  package var cost: Int64
}

extension TouchDeal: RowKind {
  var hash: UInt64 {
    foldedProduct(
      UInt64(bitPattern: cost) ^ 0x9E37_79B9_7F4A_7C15, pair(offer, 0) ^ 0xA076_1D64_78BD_642F)
  }
}
