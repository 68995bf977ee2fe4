import CNcurses
import Glibc

/// What libraries or the system write to standard error while a screen is shown: it would scribble over
/// it, so it is kept, and said once the screen is gone.
final class StrayOutput {
  /// Where it is read from, and what standard error was before.
  private var kept: (source: Int32, before: Int32)?

  /// Keeps what is written from now on, unless it goes to a file or a pipe anyway.
  func divert() {
    guard kept == nil, isatty(STDERR_FILENO) == 1 else { return }
    // What complains without end is never waited for: of that a pipe keeps the beginning, and a large one
    // has room for the reason of a crash behind all that a library may say before.
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe2(&ends, O_CLOEXEC | O_NONBLOCK) == 0 else { return }
    defer { close(ends[1]) }
    nc_widen_pipe(ends[1])
    let before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard before >= 0, dup2(ends[1], STDERR_FILENO) >= 0 else {
      close(ends[0])
      if before >= 0 { close(before) }
      return
    }
    kept = (ends[0], before)
    Crash.keep(stray: ends[0], before: before)
  }

  /// Says what was kept, and lets the rest go where it would.
  func release() {
    guard let (source, before) = kept else { return }
    kept = nil
    dup2(before, STDERR_FILENO)
    var bytes = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = unsafe read(source, &bytes, bytes.count)
      guard count > 0, Bytes.write(Array(bytes.prefix(count)), to: STDERR_FILENO) else { break }
    }
    Crash.keep(stray: -1, before: -1)
    close(source)
    close(before)
  }

  deinit { release() }
}
