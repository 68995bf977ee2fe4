import Testing

@testable import Tables

struct ParallelTests {
  @Test(arguments: [0, 1, 2, 300])
  func `parts are gathered in their order, whoever is done first`(count: Int) {
    let gathered = parallelGather(count, into: [-1]) { index in
      // The earlier ones of each seven take longest.
      (0..<(6 - index % 7) * 2_000).reduce(index) { $0 ^ $1 ^ $1 }
    } adding: {
      $0.append($1)
    }
    #expect(gathered == Array(-1..<count))
  }

  @Test(arguments: [0, 1, 999, 1_000, 2_500, 40_000, 1_000_003])
  func `stretches are the range in pieces, none of them short`(count: Int) {
    for most in [1, 8, 32] {
      let stretches = (5..<5 + count).stretches(most)
      #expect(stretches.flatMap(\.self) == Array(5..<5 + count))
      #expect(stretches.count <= most)
      #expect(stretches.count == 1 || stretches.allSatisfy { $0.count >= 1_000 })
    }
  }
}
