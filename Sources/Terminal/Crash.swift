import CNcurses

/// A program that crashes must not leave the terminal without echo on a screen of its own.
enum Crash {
  /// From now on a crash first gives the terminal back as it is now set up, and then goes its way.
  static func watch(terminal: Int32) { nc_watch_crashes(terminal) }

  /// What was written to standard error meanwhile is to be said by a crash, too: most of all by what it
  /// says of itself. -1 where nothing is kept.
  static func keep(stray: Int32, before: Int32) { nc_keep_stray(stray, before) }

  /// A crash has nothing to give back any more.
  static func unwatch() { nc_unwatch_crashes() }
}
