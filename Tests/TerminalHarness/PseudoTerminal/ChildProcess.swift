import CPseudoTerminal
import Glibc

/// A process of ours. Only its own id is ever waited for, so that other tests keep their children.
struct ChildProcess {
  let identifier: pid_t
  private(set) var ending: Ending?
  private(set) var isStopped = false

  init(_ identifier: pid_t) { self.identifier = identifier }

  /// Asks, without waiting, what has become of it.
  mutating func update() { while ending == nil && takeReport(options: WNOHANG) {} }

  /// One change of its state, or false if there is none to report.
  private mutating func takeReport(options: Int32) -> Bool {
    var status: Int32 = 0
    guard unsafe waitpid(identifier, &status, options | WUNTRACED | WCONTINUED) == identifier else {
      return false
    }
    isStopped = was_stopped(status) != 0
    if has_exited(status) != 0 { ending = .exited(exit_code(status)) }
    if was_killed(status) != 0 { ending = .killed(by: killing_signal(status)) }
    return true
  }

  /// A process that has ended is never signalled: its number may belong to another by now.
  mutating func signal(_ number: Int32) {
    update()
    if ending == nil { _ = kill(identifier, number) }
  }

  /// Ends it and the other processes of its group.
  mutating func end() {
    update()
    guard ending == nil else { return }
    _ = kill(-identifier, SIGKILL)
    _ = kill(identifier, SIGKILL)
    while ending == nil && (takeReport(options: 0) || errno == EINTR) {}
  }
}
