/// What rows share, to be told apart by a code.
protocol RowKind: Equatable, Sendable {
  /// A number that is the same for equal ones and mostly another for others.
  var hash: UInt64 { get }
}

/// The distinct kinds of the rows of a table, with a code for each.
///
/// Codes count up from 0 in the order of first occurrence. Millions of rows are of some hundred kinds: one
/// number a row stands for several, and what follows from a kind is worked out once.
struct Kinds<Kind: RowKind>: Sendable {
  /// By code.
  private(set) var kinds: [Kind] = []
  /// An open-addressing table of codes; -1 is free. Its size is a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  /// The code of a kind, a new one where it has not been seen.
  mutating func code(of kind: Kind) -> Int32 {
    if 2 * kinds.count >= slots.count { resize(2 * slots.count) }
    let slot = slot(of: kind)
    if slots[slot] < 0 {
      slots[slot] = Int32(kinds.count)
      kinds.append(kind)
    }
    return slots[slot]
  }

  /// The slot that holds the kind, or the free one where it belongs.
  private func slot(of kind: Kind) -> Int {
    let last = slots.count - 1
    var slot = Int(truncatingIfNeeded: kind.hash) & last
    while slots[slot] >= 0, kinds[Int(slots[slot])] != kind { slot = (slot + 1) & last }
    return slot
  }

  private mutating func resize(_ size: Int) {
    slots = [Int32](repeating: -1, count: size)
    for (code, kind) in kinds.enumerated() { slots[slot(of: kind)] = Int32(code) }
  }

  mutating func removeAll() { self = Kinds() }
}

/// Two codes as one number.
func pair(_ low: Int32, _ high: Int32) -> UInt64 {
  UInt64(UInt32(bitPattern: low)) | UInt64(UInt32(bitPattern: high)) &<< 32
}
