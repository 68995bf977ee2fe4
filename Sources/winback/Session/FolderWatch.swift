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

  /// Calls `changed`, from a thread of its own, whenever the folder's files have become others and were then
  /// left alone for a moment. It watches as long as the program runs.
  init(_ path: String, changed: @escaping @Sendable () -> Void) {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC))
    let deeds = IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_CREATE
    guard descriptor >= 0,
      unsafe inotify_add_watch(descriptor, path, UInt32(deeds)) >= 0
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
    var known = before
    var events = [UInt8](repeating: 0, count: 4096)
    while true {
      var limit: Int32 = -1
      while true {
        var source = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        let ready = unsafe poll(&source, 1, limit)
        if ready < 0, errno == EINTR { continue }
        if ready == 0 { break }
        // What happened is seen by looking, not by what is told of it.
        guard ready > 0, unsafe read(descriptor, &events, events.count) > 0 else { return }
        limit = quiet
      }
      let state = FolderState(path: path)
      if state == known { continue }
      known = state
      changed()
    }
  }
}
