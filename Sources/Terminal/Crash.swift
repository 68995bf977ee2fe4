import CNcurses

/// A program that crashes must not leave the terminal without echo on a screen of its own.
enum Crash {
  /// From now on a crash first gives the terminal back as it is now set up, and then goes its way.
  static func watch(terminal: Int32) { nc_watch_crashes(terminal) }

  /// A crash has nothing to give back any more.
  static func unwatch() { nc_unwatch_crashes() }
}
