/// What takes people one by one: a list of them, or what is asked of a list that nobody looks at, since there
/// may be a million people on it.
protocol AudienceList {
  mutating func add(_ entry: Roster.Entry)
}

extension Array: AudienceList where Element == Roster.Entry {
  mutating func add(_ entry: Roster.Entry) { append(entry) }
}

/// How many people are on a list.
struct AudienceCount: AudienceList {
  private(set) var count = 0

  mutating func add(_ entry: Roster.Entry) { count += 1 }
}

/// Which customers are on a list.
struct OnList: AudienceList {
  /// By customer.
  private(set) var isOn: [Bool]

  /// Nobody, of so many customers.
  init(customers: Int) { isOn = [Bool](repeating: false, count: customers) }

  mutating func add(_ entry: Roster.Entry) { isOn[Int(entry.customer)] = true }
}

/// A list of those who may be written to: the others are counted.
struct CleanList<List: AudienceList>: AudienceList {
  private(set) var list: List
  private let pool: AudiencePool
  /// Whether those whom nobody wants to win back today are left out, too.
  private let keepsToReactivable: Bool
  /// How many are left out, by cause.
  private var counts = [Int](repeating: 0, count: AudiencePool.causes.count)

  init(_ list: List, _ pool: AudiencePool, keepsToReactivable: Bool) {
    self.list = list
    self.pool = pool
    self.keepsToReactivable = keepsToReactivable
  }

  mutating func add(_ entry: Roster.Entry) {
    var cause = pool.bars[Int(entry.customer)]
    if cause == AudiencePool.none, keepsToReactivable { cause = pool.pauses[Int(entry.customer)] }
    counts[Int(cause)] += 1
    if cause == AudiencePool.none { list.add(entry) }
  }

  /// How many are left out, by cause.
  var leftOut: [Exclusion: Int] {
    var leftOut: [Exclusion: Int] = [:]
    for (cause, count) in zip(AudiencePool.causes, counts) where count > 0 {
      if let cause { leftOut[cause] = count }
    }
    return leftOut
  }
}

/// A list with everyone's first entry.
struct OnceList<List: AudienceList>: AudienceList {
  private(set) var list: List
  private var seen: OnList

  init(_ list: List, customers: Int) {
    self.list = list
    seen = OnList(customers: customers)
  }

  mutating func add(_ entry: Roster.Entry) {
    if !seen.isOn[Int(entry.customer)] { list.add(entry) }
    seen.add(entry)
  }
}
