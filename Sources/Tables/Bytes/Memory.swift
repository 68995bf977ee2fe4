internal import CBytes

/// Gives memory that is free again back to the system: a dashboard stays open.
package func returnFreeMemory() { winback_return_free_memory() }

extension Array {
  /// Hands on the elements from the first on, and gives the memory of each back after it: what they are
  /// gathered into does not stand beside all of them. A single one is only handed on.
  package mutating func drainReturningMemory(_ take: (Element) -> Void) {
    let isSplit = count > 1
    reverse()
    while !isEmpty {
      take(removeLast())
      if isSplit { returnFreeMemory() }
    }
  }
}
