import CNcurses
import Glibc

/// The signals that a screen must answer, read one after the other from a descriptor.
///
/// They are blocked before any other thread starts, so that no thread gets one in ncurses' stead.
package struct Signals: ~Copyable {
  /// Readable while a signal waits.
  let descriptor: Int32

  private static let answered = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT]

  private static var set: sigset_t {
    var set = sigset_t()
    unsafe sigemptyset(&set)
    for signal in answered { unsafe sigaddset(&set, signal) }
    return set
  }

  /// Takes the signals over, from all threads started later.
  package init() {
    var set = Signals.set
    unsafe pthread_sigmask(SIG_BLOCK, &set, nil)
    descriptor = unsafe signalfd(-1, &set, Int32(SFD_CLOEXEC | SFD_NONBLOCK))
  }

  deinit { close(descriptor) }

  /// Lets the signals do again what they do by themselves.
  package consuming func release() {
    var set = Signals.set
    unsafe pthread_sigmask(SIG_UNBLOCK, &set, nil)
  }

  /// The signals that wait, in order.
  func pending() -> [Int32] {
    var signals: [Int32] = []
    var info = signalfd_siginfo()
    let size = MemoryLayout<signalfd_siginfo>.size
    while unsafe Glibc.read(descriptor, &info, size) == size {
      signals.append(Int32(info.ssi_signo))
    }
    return signals
  }
}
