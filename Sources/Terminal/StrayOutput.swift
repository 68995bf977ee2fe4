import CNcurses
import Glibc

/// What libraries or the system write to standard error while a screen is shown: it would scribble over
/// it, so it is kept, and said once the screen is gone.
final class StrayOutput {
  /// Where it is kept, and what standard error was before.
  private var kept: (file: Int32, before: Int32)?

  /// Of a program that complains without end only the last is said.
  private static let mostSaid = 65_536

  /// Keeps what is written from now on, unless it goes to a file or a pipe anyway.
  func divert() {
    guard kept == nil, isatty(STDERR_FILENO) == 1 else { return }
    let file = nc_memory_file()
    guard file >= 0 else { return }
    let before = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    guard before >= 0, dup2(file, STDERR_FILENO) >= 0 else {
      close(file)
      if before >= 0 { close(before) }
      return
    }
    kept = (file, before)
    Crash.keep(stray: file, before: before)
  }

  /// Says what was kept, and lets the rest go where it would.
  func release() {
    guard let (file, before) = kept else { return }
    kept = nil
    Crash.keep(stray: -1, before: -1)
    dup2(before, STDERR_FILENO)
    let size = lseek(file, 0, SEEK_END)
    var bytes = [UInt8](repeating: 0, count: min(StrayOutput.mostSaid, max(0, Int(size))))
    let count = unsafe pread(file, &bytes, bytes.count, size - off_t(bytes.count))
    if count > 0 { _ = Bytes.write(Array(bytes.prefix(count)), to: STDERR_FILENO) }
    close(file)
    close(before)
  }

  deinit { release() }
}
