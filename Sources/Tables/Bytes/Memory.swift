internal import CBytes

/// Keeps memory that is free again for what is needed next, until it is returned: to touch new memory
/// takes an eighth of the time in which a large folder is read. Holds for the whole process.
package func keepFreeMemory() { winback_keep_free_memory() }

/// Gives memory that is free again back to the system: a dashboard stays open.
package func returnFreeMemory() { winback_return_free_memory(0) }

/// What is worth to be given back while there is more to do: of less, the system would be asked too often.
private let much: Int64 = 16 << 20

extension Array {
  /// Hands on the elements from the first on, and gives their memory back as it comes free: what they are
  /// gathered into does not stand beside all of them. A single one is only handed on.
  package mutating func drainReturningMemory(_ take: (Element) -> Void) {
    let isSplit = count > 1
    reverse()
    while !isEmpty {
      take(removeLast())
      if isSplit { winback_return_free_memory(much) }
    }
  }
}
