internal import CBytes
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

/// An array of which all cores write stretches, and what a function gives for each of these beside.
///
/// The stretches follow each other from 0 on, and the function fills each to its end. Large pages are for what
/// is looked up here and there.
package func parallelFill<Element: Sendable, Value: Sendable>(
  _ stretches: [Range<Int>], inLargePages: Bool = false,
  _ fill: @Sendable (Int, inout OutputSpan<Element>) -> Value
) -> ([Element], [Value]) {
  let count = stretches.last?.upperBound ?? 0
  precondition(
    zip([0] + stretches.map(\.upperBound), stretches).allSatisfy { $0 == $1.lowerBound },
    "stretches follow each other")
  var values: [Value] = []
  let filled = unsafe [Element](unsafeUninitializedCapacity: count) { buffer, initialized in
    if inLargePages, let start = buffer.baseAddress {
      unsafe winback_prefer_large_pages(start, Int64(count * MemoryLayout<Element>.stride))
    }
    let memory = unsafe SharedMemory(start: buffer.baseAddress)
    values = parallelMap(stretches.count) { index in
      let own = unsafe memory.stretch(stretches[index])
      var output = unsafe OutputSpan(buffer: own, initializedCount: 0)
      let value = fill(index, &output)
      let written = unsafe output.finalize(for: own)
      precondition(written == own.count, "a stretch is filled to its end")
      return value
    }
    initialized = count
  }
  return (filled, values)
}

/// Memory of which each core writes a stretch of its own.
@unsafe private struct SharedMemory<Element>: @unchecked Sendable {
  let start: UnsafeMutablePointer<Element>?

  func stretch(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Element> {
    unsafe UnsafeMutableBufferPointer(
      start: start.map { unsafe $0 + range.lowerBound }, count: range.count)
  }
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
