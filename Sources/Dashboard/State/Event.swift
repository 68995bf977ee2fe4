package import Tables
package import Terminal

/// What happens to the dashboard.
package enum Event: Sendable {
  case key(Key)
  case pointer(Pointer)
  case pasted(String)
  case resized(Size)
  /// It was to be stopped, and there is no shell that could continue it.
  case notStopped
  /// The mouse is reported from now on, or no longer; nil where the terminal has none to report.
  case mouse(isOn: Bool?)
  /// So much of the files has been read.
  case progress(ReadingProgress.State)
  /// Files of the folder are others than they were.
  case filesChanged
  /// They have been read, beside what is shown.
  case arrived(Evidence)
  /// They could not be read; why, in one sentence.
  case spoiled(String)
  /// A cohort has been read, or seen in another way.
  case loaded(Evidence, DetailCache = DetailCache())
  /// A cohort could not be read; why, in one sentence.
  case failed(String)
  /// Something was copied, to a place in words; nil where nothing could take it.
  case copied(what: String, destination: String?)
  /// A file was written.
  case written(path: String)
  /// There is a file of that name already.
  case alreadyThere(path: String)
  /// The rows of a customer were found in the files.
  case traced(Trace)
  /// Names and e-mail addresses were read.
  case introduced([String: Contact])
  /// Something asked for could not be done; why, in one sentence.
  case refused(String)
}

/// What the dashboard asks of the world.
package enum Effect: Equatable, Sendable {
  case quit
  /// Ends with a complaint: there is nothing to show.
  case giveUp(String)
  /// Reads the folder again, to be seen in a way.
  case reload(Lens)
  /// Nobody waits any more for what is being read.
  case stopReading
  /// Reads the folder beside what is shown, to be seen in a way.
  case readNews(Lens)
  /// Sees what was read in another way.
  case look(Lens)
  /// Copies a text; `what` says what it is.
  case copy(String, what: String)
  /// Writes the screen to a file, over one of that name only where told so.
  case export(path: String, isReplacing: Bool)
  /// Looks a customer's rows up in the files.
  case trace(String)
  /// Reads names and e-mail addresses.
  case introduce
  /// Has the mouse reported, or leaves it to the terminal.
  case mouse(Bool)
  case repaint
  case suspend
}

/// From where the files are seen.
package struct Lens: Hashable, Sendable {
  /// The day; nil is that of the newest order.
  package var asOf: Day?
  /// The months that the lines of a quarter are taken over.
  package var period: PeriodLength

  /// A way of seeing.
  package init(asOf: Day? = nil, period: PeriodLength = .quarter) {
    self.asOf = asOf
    self.period = period
  }
}
