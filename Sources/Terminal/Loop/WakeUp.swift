import CNcurses
import Glibc

/// By what a worker wakes the loop: it leaves something behind and rings.
package final class WakeUp: Sendable {
  /// Readable once somebody rang.
  let descriptor: Int32

  /// A bell that nobody has rung.
  package init() {
    descriptor = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
  }

  deinit { close(descriptor) }

  /// Rings; from any thread.
  package func ring() {
    var one: UInt64 = 1
    _ = unsafe write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  /// Stops the ringing.
  func answer() {
    var count: UInt64 = 0
    _ = unsafe Glibc.read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
