/// What a terminal, a signal or a worker says.
package enum TerminalEvent: Equatable, Sendable {
  case key(Key)
  case pointer(Pointer)
  /// Text that was pasted: it runs nothing.
  case pasted(String)
  case resized(Size)
  /// A worker has left something.
  case woken
  /// The program was stopped from outside, and goes on.
  case resumed
  /// The program is asked to stop for a while.
  case suspended
  /// It was not stopped, since there is no shell that could continue it.
  case notStopped
  /// The program is to end, by a signal of this number; the terminal may be gone.
  case ended(signal: Int32)
}
