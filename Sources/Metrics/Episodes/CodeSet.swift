import Tables

/// Some codes of a vocabulary, which are 0 or more: what every row is asked is looked up, not hashed.
struct CodeSet: Sendable {
  private var isIn: [Bool] = []

  init(_ codes: some Sequence<Int32>) {
    for code in codes {
      let more = Int(code) + 1 - isIn.count
      if more > 0 { isIn += [Bool](repeating: false, count: more) }
      isIn[Int(code)] = true
    }
  }

  var isEmpty: Bool { isIn.isEmpty }

  /// Ascending.
  var codes: [Int32] { isIn.indices.filter { isIn[$0] }.map { Int32($0) } }

  @inline(__always)
  func contains(_ code: Int32) -> Bool { Int(code) < isIn.count && isIn[Int(code)] }

  func union(_ others: CodeSet) -> CodeSet { CodeSet(codes + others.codes) }
}
