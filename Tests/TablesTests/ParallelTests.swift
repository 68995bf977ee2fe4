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

  @Test(arguments: [0, 1, 300, 40_000])
  func `stretches that all cores write are one array, in their order`(count: Int) {
    for inLargePages in [false, true] {
      let stretches = (0..<count).stretches(32) + [count..<count]
      let (filled, values) = parallelFill(stretches, inLargePages: inLargePages) { index, output in
        for element in stretches[index] { output.append("\(element)") }
        return index
      }
      #expect(filled == (0..<count).map { "\($0)" })
      #expect(values == Array(stretches.indices))
    }
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
