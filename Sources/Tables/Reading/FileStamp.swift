import Glibc

/// What tells a file from one that takes its place, and from what it becomes when somebody writes to it:
/// also where the time of writing is set back afterwards, as `cp -p` and `rsync -t` do. The time that
/// tells, `ctime`, moves with another name, a link and other permissions, too: better to read a sound file
/// again than to miss a change. Kernels before 6.13 count it in ticks of some milliseconds.
struct FileStamp: Equatable, Sendable {
  private let device: UInt64
  private let number: UInt64
  /// How many bytes the file has.
  let size: Int
  private let written: Instant
  private let changed: Instant

  private struct Instant: Equatable, Sendable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  init(_ status: stat) {
    device = UInt64(status.st_dev)
    number = UInt64(status.st_ino)
    size = Int(status.st_size)
    written = Instant(status.st_mtim)
    changed = Instant(status.st_ctim)
  }

  /// The stamp of what stands at a path now; nil where nothing does.
  init?(path: String) {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    self.init(status)
  }
}
