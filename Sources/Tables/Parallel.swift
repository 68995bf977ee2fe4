import Dispatch
import Synchronization

/// A value that is worked out on another core while this one goes on.
///
/// The work may wait for a value that was begun before it, never for one that it begins itself: where there
/// is one core there is one worker, and nothing would begin it.
package final class Later<Value: Sendable>: Sendable {
  private let done = DispatchGroup()
  private let result = Mutex<Value?>(nil)
  /// Counts up in the order in which values are begun.
  private let number = Work.begun.add(1, ordering: .relaxed).newValue

  /// Starts the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: done) { [self] in
      let value = Work.$current.withValue(number) { work() }
      result.withLock { $0 = value }
    }
  }

  /// The value; waits for it.
  package var value: Value {
    assert(number < Work.current, "a worker waits for what it began itself")
    done.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("the work was done and left no value")
    }
    return value
  }
}

/// What tells whether a worker waits for what it began itself.
private enum Work {
  /// How many values have been begun.
  static let begun = Atomic<Int>(0)
  /// The number of the value that is worked out here; outside of workers, more than any.
  @TaskLocal static var current = Int.max
}

/// A value that is worked out when it is first asked for; others who ask in the meantime wait, so the work
/// must not ask for it itself.
package final class Once<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)

  /// Nothing yet.
  package init() {}

  /// The value, from whoever asks first.
  package func value(_ work: () -> Value) -> Value {
    known.withLock { known in
      let value = known ?? work()
      known = value
      return value
    }
  }
}

/// Values that are worked out when they are first asked for, by key; others who ask for the same in the
/// meantime wait, so the work must not ask for it itself.
package final class OnceEach<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Once<Value>]>([:])

  /// Nothing yet.
  package init() {}

  /// The value of a key, from whoever asks first.
  package func value(_ key: Key, _ work: () -> Value) -> Value {
    let own = known.withLock { known in
      let own = known[key] ?? Once()
      known[key] = own
      return own
    }
    return own.value(work)
  }
}

/// What a function gives for each of `0..<count`, in that order, worked out on all cores.
package func parallelMap<Value: Sendable>(
  _ count: Int, _ value: @Sendable (Int) -> Value
) -> [Value] {
  let values = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: count) { index in
    let own = value(index)
    values.withLock { $0[index] = own }
  }
  return values.withLock { $0 }.compactMap { $0 }
}

/// Gathers what a function gives for each of `0..<count` into one, in that order: a part is added, and its
/// memory free for the next, while others are still worked out on all cores.
package func parallelGather<Part: Sendable, Whole: Sendable>(
  _ count: Int, into whole: Whole, _ part: @Sendable (Int) -> Part,
  adding add: @Sendable (inout Whole, Part) -> Void
) -> Whole {
  let line = Mutex(GatherLine<Part>())
  let target = Mutex(whole)
  DispatchQueue.concurrentPerform(iterations: count) { index in
    // Moved on: whoever adds it is to be the last that holds it.
    var own: Part? = part(index)
    var due = line.withLock { line in
      line.ready[index] = own.take()
      return line.isAdding ? nil : line.takeNext()
    }
    while let next = due {
      target.withLock { add(&$0, next) }
      due = line.withLock { $0.takeNext() }
    }
  }
  return target.withLock { $0 }
}

/// Parts that wait for those before them.
private struct GatherLine<Part> {
  var ready: [Int: Part] = [:]
  private(set) var isAdding = false
  private var next = 0

  /// The part whose turn it is, if it is ready: whoever gets it is the one that adds.
  mutating func takeNext() -> Part? {
    let part = ready.removeValue(forKey: next)
    isAdding = part != nil
    if isAdding { next += 1 }
    return part
  }
}

extension Range<Int> {
  /// The range cut into stretches of nearly one length for the cores to share out; one where there is so
  /// little that sharing it would take longer.
  package var stretches: [Range<Int>] { stretches(8) }

  /// The same, of a large range so many.
  package func stretches(_ most: Int) -> [Range<Int>] {
    let parts = Swift.min(most, Swift.max(1, count / 1_000))
    return (0..<parts).map { part in
      lowerBound + count * part / parts..<lowerBound + count * (part + 1) / parts
    }
  }
}
