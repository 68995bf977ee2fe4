import Synchronization

/// How far the reading of a folder has come, for whoever waits for it, and whether it is still wanted.
package final class ReadingProgress: Sendable {
  package struct State: Equatable, Sendable {
    /// The rows that have been read, refused ones among them.
    package var rows = 0
    /// The bytes that they stood in.
    package var bytes = 0
    /// How long the files were when reading began, in bytes.
    package var allBytes = 0
    /// Whether all rows have been read, and only their numbers are still being worked out.
    package var isRead = false

    package init() {}
  }

  private let state = Mutex(State())
  private let isStopRequested = Atomic(false)
  private let tell: @Sendable (State) -> Void

  /// Tells of every step; `tell` is called from any thread, and must not take long.
  package init(_ tell: @escaping @Sendable (State) -> Void = { _ in }) { self.tell = tell }

  /// Has the reading end soon, with `CohortProblem.stopped`.
  package func stop() { isStopRequested.store(true, ordering: .relaxed) }

  /// Whether nobody waits for it any more.
  package var isStopped: Bool { isStopRequested.load(ordering: .relaxed) }

  /// Fails where nobody waits for it any more.
  package func expectWanted() throws(CohortProblem) { if isStopped { throw .stopped } }

  func change(_ change: (inout State) -> Void) {
    tell(
      state.withLock { state in
        change(&state)
        return state
      })
  }
}
