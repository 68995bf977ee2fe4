package import Tables
package import Terminal

/// What happens to the dashboard.
package enum Event: Sendable {
  case key(Key)
  case pasted(String)
  case resized(Size)
  /// It was to be stopped, and there is no shell that could continue it.
  case notStopped
  /// A cohort has been read.
  case loaded(Evidence)
  /// A cohort could not be read; why, in one sentence.
  case failed(String)
}

/// What the dashboard asks of the world.
package enum Effect: Equatable, Sendable {
  case quit
  /// Ends with a complaint: there is nothing to show.
  case giveUp(String)
  /// Reads the folder again, to be seen from a day; nil is that of the newest order.
  case reload(asOf: Day?)
  /// Sees what was read from another day.
  case look(Day)
  case repaint
  case suspend
}
