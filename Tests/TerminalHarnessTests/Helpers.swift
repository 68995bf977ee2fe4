import Foundation
import Glibc
import TerminalHarness
import Testing

/// The system's shell with a script, which the tests know to be there.
func shell(_ script: String, columns: Int = 40, rows: Int = 10) throws -> PseudoTerminal {
  try PseudoTerminal("/bin/sh", ["-c", script], columns: columns, rows: rows)
}

extension String {
  var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}

/// What is thrown, in words; empty if nothing is.
func complaint(of action: () throws -> Void) -> String {
  do {
    try action()
    return ""
  } catch { return "\(error)" }
}

/// Waits until a process that is not ours to reap is gone, or only waits for its parent.
func expectEnd(of process: pid_t) throws {
  let deadline = ContinuousClock.now + PseudoTerminal.patience
  while kill(process, 0) == 0, !isDefunct(process) {
    try #require(ContinuousClock.now < deadline, "process \(process) still runs")
    sched_yield()
  }
}

private func isDefunct(_ process: pid_t) -> Bool {
  let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
  return status?.contains(") Z ") ?? true
}
