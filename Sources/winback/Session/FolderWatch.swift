import Dispatch
import Glibc
import Tables

/// Notices when files of a folder become others: told by the system, asked never.
///
/// Where the system does not tell, as of files that another machine writes over a network, nothing is
/// noticed, and `R` reads again.
final class FolderWatch: Sendable {
  /// How long nothing must have happened, in milliseconds: a drop has many files.
  private static let quiet: Int32 = 1000
  /// How long to wait for that at most: another program may write to a file there without end.
  private static let longest = Duration.seconds(5)
  /// The folder itself, too, may be moved away and made anew.
  private static let deeds =
    IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_CREATE | IN_MOVE_SELF
    | IN_DELETE_SELF

  /// Calls `changed`, from a thread of its own, whenever the folder's files have become others and were then
  /// left alone for a moment. It watches as long as the program runs.
  init(_ path: String, changed: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    guard descriptor >= 0,
      unsafe inotify_add_watch(descriptor, path, UInt32(FolderWatch.deeds)) >= 0
    else {
      if descriptor >= 0 { close(descriptor) }
      return
    }
    let before = FolderState(path: path)
    DispatchQueue(label: "files", qos: .utility).async {
      FolderWatch.watch(descriptor, path, before, changed)
    }
  }

  private static func watch(
    _ descriptor: Int32, _ path: String, _ before: FolderState, _ changed: () -> Void
  ) {
    defer { close(descriptor) }
    var known = before
    while waitForRest(descriptor) {
      // Where it was made anew, the old watch sees nothing any more; else this changes nothing.
      unsafe inotify_add_watch(descriptor, path, UInt32(deeds))
      let state = FolderState(path: path)
      if state == known { continue }
      known = state
      changed()
    }
  }

  /// Waits until something happens and then nothing more; false where it can wait no longer.
  private static func waitForRest(_ descriptor: Int32) -> Bool {
    var events = [UInt8](repeating: 0, count: 4096)
    var first: ContinuousClock.Instant?
    while first.map({ $0.duration(to: .now) < longest }) ?? true {
      var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&source, 1, first == nil ? -1 : quiet)
      if ready == 0 { return true }
      // What happened is seen by looking, not by what is told of it.
      let isTold = unsafe ready > 0 && read(descriptor, &events, events.count) > 0
      if !isTold, errno != EINTR { return false }
      first = first ?? .now
    }
    return true
  }
}
