import Dispatch
import Synchronization

/// A value that is worked out on another core while this one goes on.
package final class Later<Value: Sendable>: Sendable {
  private let done = DispatchGroup()
  private let result = Mutex<Value?>(nil)

  /// Starts the work.
  package init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: done) { [result = self] in
      let value = work()
      result.result.withLock { $0 = value }
    }
  }

  /// The value; waits for it.
  package var value: Value {
    done.wait()
    guard let value = result.withLock({ $0 }) else {
      preconditionFailure("the work was done and left no value")
    }
    return value
  }
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

/// Values that are worked out when they are first asked for, by key; others who ask in the meantime wait, so
/// the work must not ask for any itself.
package final class OnceEach<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private let known = Mutex<[Key: Value]>([:])

  /// Nothing yet.
  package init() {}

  /// The value of a key, from whoever asks first.
  package func value(_ key: Key, _ work: () -> Value) -> Value {
    known.withLock { known in
      let value = known[key] ?? work()
      known[key] = value
      return value
    }
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

/// Cuts `0..<count` into so many ranges of nearly one length.
package func ranges(_ count: Int, parts: Int) -> [Range<Int>] {
  (0..<parts).map { (count * $0 / parts)..<(count * ($0 + 1) / parts) }
}
