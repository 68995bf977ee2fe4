internal import CBytes

/// Keeps memory that is free again for what is needed next: to touch new memory takes an eighth of the time
/// in which a large folder is read. Holds for the whole process, but for what is returned by the functions below.
package func keepFreeMemory() { winback_keep_free_memory() }

/// Gives memory that is free again back to the system: a dashboard stays open.
package func returnFreeMemory() { winback_return_free_memory() }

extension Array {
  /// Hands on the elements from the first on, and gives their memory back as it comes free: what they are
  /// gathered into does not stand beside all of them. A single one is only handed on.
  package mutating func drainReturningMemory(_ take: (Element) -> Void) {
    let isSplit = count > 1
    // What has been given back still counts as free.
    var known: Int64 = 0
    reverse()
    while !isEmpty {
      take(removeLast())
      guard isSplit, winback_free_memory() - known > worthReturning else { continue }
      winback_return_free_memory()
      known = winback_free_memory()
    }
  }
}

/// What is worth giving back while there is more to do, in bytes: the system is not to be asked for every few.
private let worthReturning: Int64 = 16 << 20
